import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { PROJECT } from '../../scripts/project.ts';
import { projectSettings } from '../../scripts/project-settings.ts';
import { addBuildOptions, type TypedOptions } from '../../scripts/run-options.ts';
import type { Settings } from '../../src/settings.ts';
import { formatProblem, PressError } from '../../src/problem.ts';
import { copyFixtureSite } from '../fixture-site.ts';

const EMPTY = {};

/** The settings for what a person types behind `build`. */
function settingsFromCommandLine(args: string[], environment: NodeJS.ProcessEnv): Promise<Settings> {
  const command = addBuildOptions(new Command()).parse(args, { from: 'user' });
  return projectSettings(command.opts<TypedOptions>(), environment);
}

async function problemsOf(args: string[], environment: NodeJS.ProcessEnv = EMPTY): Promise<string> {
  const failure: unknown = await settingsFromCommandLine(args, environment).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(failure instanceof PressError))
    throw new Error('The command line was expected to be refused.', { cause: failure });
  return failure.problems.map(formatProblem).join('\n');
}

describe('the command line', () => {
  it('needs nothing: the project itself is built into dist', async () => {
    const settings = await settingsFromCommandLine([], EMPTY);
    expect(settings).toMatchObject({
      root: PROJECT,
      output: join(PROJECT, 'dist'),
      templates: join(PROJECT, 'templates'),
    });
    expect(settings.today).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(settings.workers).toBeGreaterThan(0);
    expect(settings.workers).toBeLessThanOrEqual(8);
  });

  it('takes the content and its settings from another folder, but not the templates', async () => {
    const root = await copyFixtureSite();
    const settings = await settingsFromCommandLine(['--content', root, '--output', 'elsewhere'], EMPTY);
    expect(settings).toMatchObject({
      root,
      address: 'https://handouts.clinic-site.org/',
      output: resolve('elsewhere'),
      templates: join(PROJECT, 'templates'),
    });
  });

  it('refuses a folder without settings', async () => {
    expect(await problemsOf(['--content', '/nowhere'])).toContain(
      'error content/settings.yaml\n  This file is missing.',
    );
  });
});

describe('the part of a network that is built', () => {
  it('is all of it unless the command line says otherwise', async () => {
    const settings = await settingsFromCommandLine([], EMPTY);
    expect(settings.clinicTable).toBeUndefined();
    expect(settings.onlyClinics).toBeUndefined();
    expect(settings.onlyLanguages).toBeUndefined();
    expect(settings.shard).toBeUndefined();
  });

  it('is a table as it was named, and some of its clinics, languages and parts, each once', async () => {
    const only = ['--only-clinic', 'b', '--only-clinic', 'a', '--only-clinic', 'b', '--only-language', 'es'];
    const settings = await settingsFromCommandLine(['--clinics', 'some/network.csv', ...only, '--shard', '2/3'], EMPTY);
    expect(settings).toMatchObject({
      clinicTable: 'some/network.csv',
      onlyClinics: ['b', 'a'],
      onlyLanguages: ['es'],
      shard: { index: 1, count: 3 },
    });
  });

  it('is told by an Indexed Job of Kubernetes too', async () => {
    const settings = await settingsFromCommandLine(['--shards', '3'], { JOB_COMPLETION_INDEX: '2' });
    expect(settings.shard).toEqual({ index: 2, count: 3 });
  });

  it('is refused if it cannot be', async () => {
    expect(await problemsOf(['--clinics', ''])).toContain('error --clinics\n  It names no file.');
    expect(await problemsOf(['--shard', '4/3'])).toContain('error --shard\n  "4/3" is not a part of the work.');
  });
});

describe('the day of a build', () => {
  const today = async (args: string[], environment: NodeJS.ProcessEnv = EMPTY): Promise<string> =>
    (await settingsFromCommandLine(args, environment)).today;

  it('is the one asked for', async () => {
    expect(await today(['--today', '2027-01-31'])).toBe('2027-01-31');
  });

  it('is that of SOURCE_DATE_EPOCH, if no other is asked for', async () => {
    const environment = { SOURCE_DATE_EPOCH: '1795392000' };
    expect(await today([], environment)).toBe('2026-11-23');
    expect(await today(['--today', '2027-01-31'], environment)).toBe('2027-01-31');
  });

  it.each(['tomorrow', '2026-13-01', '2026-11-23T10:00', '26-11-23', ''])('is refused as "%s"', async (date) => {
    const problems = await problemsOf(['--today', date]);
    expect(problems).toBe(`error --today\n  "${date}" is not a date.\n  To mend it: write it like 2026-11-23.`);
  });

  it('is refused as a day its month does not have', async () => {
    expect(await problemsOf(['--today', '2026-02-30'])).toContain('"2026-02-30" is not a date.');
  });

  it.each(['now', '1e99'])('is refused as SOURCE_DATE_EPOCH=%s, in words', async (epoch) => {
    expect(await problemsOf([], { SOURCE_DATE_EPOCH: epoch })).toContain(epoch);
  });
});
