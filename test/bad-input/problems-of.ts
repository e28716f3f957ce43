import { readContent } from '../../src/read-content.ts';
import { formatProblem, PressError } from '../../src/problem.ts';
import { copyFixtureSite, fixtureSettings } from '../fixture-site.ts';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

type Changes = Parameters<typeof copyFixtureSite>[0];

/** Reads the fixture site with some of its files changed, and gives every problem as an author would see it. */
export async function problemsOf(changes: Changes): Promise<string> {
  const settings = await fixtureSettings(await copyFixtureSite(changes));
  const problems = await readContent(settings).then(
    ({ warnings }) => warnings,
    (failure: unknown) => {
      if (failure instanceof PressError) return failure.problems;
      throw failure;
    },
  );
  return problems.map(formatProblem).join('\n');
}

/** A file of the unchanged fixture site with one passage replaced. */
export async function edited(
  path: string,
  passage: string | RegExp,
  replacement: string,
): Promise<Record<string, string>> {
  const text = await readFile(join(await copyFixtureSite(), path), 'utf8');
  const changed = text.replace(passage, replacement);
  if (changed === text) throw new Error(`${path} does not contain ${passage}.`);
  return { [path]: changed };
}
