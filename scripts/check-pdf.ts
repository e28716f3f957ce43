import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { compareText, error, PressError } from '../src/problem.ts';
import { PROJECT } from './project.ts';
import type { Terminal } from './terminal.ts';
import { checkByProfiles, findVeraPdf } from './verapdf.ts';

/**
 * Has veraPDF, the outside judge of PDF/UA, check every PDF of a built output.
 * @throws {PressError} if there is none, or if nothing can be checked and it is required
 */
export async function checkPdfs(
  output: string,
  { terminal, isRequired }: { terminal: Terminal; isRequired: boolean },
): Promise<void> {
  const files = await findPdfs(output);
  const { progress } = terminal;
  const { value: home, problems: reasons } = await findVeraPdf(join(PROJECT, '.cache'), { progress });
  if (home === undefined) {
    if (isRequired) throw new PressError(reasons);
    terminal.problems(reasons.map((reason) => ({ ...reason, level: 'warning' })));
    terminal.answer({ files: files.length, isChecked: false });
    return;
  }
  const { problems, summary } = await checkByProfiles(files, home, { progress, base: process.cwd() });
  terminal.problems(problems);
  for (const line of summary) terminal.tell(line);
  terminal.answer({ files: files.length, isChecked: true, summary });
}

async function findPdfs(output: string): Promise<string[]> {
  const entries = await readdir(output, { recursive: true }).catch(() => []);
  const files = entries.filter((path) => /\.pdf$/i.test(path)).sort(compareText);
  if (files.length > 0) return files.map((path) => join(output, path));
  const where = relative(process.cwd(), output) || '.';
  throw new PressError([error(where, 'This folder has no PDF, or is not there.', 'run npm run build first.')]);
}
