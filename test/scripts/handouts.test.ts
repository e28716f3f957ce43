import { cp, mkdtemp, rm } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectVersion } from '../../scripts/project-version.ts';
import { PROJECT } from '../fixture-site.ts';
import { runHandouts } from './run-handouts.ts';

describe('handouts', () => {
  it('explains its commands and exit codes, when asked and when told nothing', async () => {
    const asked = await runHandouts(['--help']);
    for (const command of ['build', 'merge', 'preview', 'check-pdf']) expect(asked.stdout).toContain(`  ${command} `);
    expect(asked.stdout).toMatch(/^Usage: npx handouts <command> \[options\]/);
    expect(asked.stdout).toContain('2  the command line is wrong');
    expect(asked).toMatchObject({ code: 0, stderr: '' });
    expect(await runHandouts([])).toEqual(asked);
  });

  it('explains each command, with the options of all', async () => {
    const { code, stdout } = await runHandouts(['build', '--help']);
    expect(stdout).toMatch(/^Usage: npx handouts build \[options\]/);
    const own = ['--content', '--output', '--today', '--clinics', '--only-clinic', '--only-language', '--shard'];
    for (const option of [...own, '--shards', '--fresh', '--json', '--quiet']) expect(stdout).toContain(`  ${option} `);
    expect(code).toBe(0);
  });

  it('tells its version', async () => {
    expect(await runHandouts(['--version'])).toEqual({ code: 0, stdout: `${projectVersion()}\n`, stderr: '' });
  });

  it.each([
    [['buidl'], "Unknown command 'buidl'.", 'did you mean build? If not, run: npx handouts --help'],
    [['frobnicate'], "Unknown command 'frobnicate'.", 'run: npx handouts --help'],
    [['build', '--fersh'], "Unknown option '--fersh'.", 'did you mean --fresh? If not, run: npx handouts build --help'],
    [['build', '--jsno'], "Unknown option '--jsno'.", 'did you mean --json? If not, run: npx handouts build --help'],
    [['build', '--output'], "Option '--output <folder>' argument missing.", 'run: npx handouts build --help'],
    [
      ['build', 'dist'],
      "Too many arguments for 'build'. Expected 0 arguments but got 1.",
      'run: npx handouts build --help',
    ],
    [
      ['preview', '--port', 'x'],
      "Option '--port <number>' argument 'x' is invalid. Write a number from 1 to 65535, or 0 for any free port.",
      'run: npx handouts preview --help',
    ],
    [
      ['bench', '--only', 'x'],
      "Option '--only <part>' argument 'x' is invalid. Allowed choices are printing, first-paint, stamping.",
      'run: npx handouts bench --help',
    ],
  ])('refuses %j with what was meant, and exit code 2', async (args, what, fix) => {
    const ended = await runHandouts(args);
    expect(ended).toEqual({ code: 2, stdout: '', stderr: `error command line\n  ${what}\n  To mend it: ${fix}\n` });
  });

  it('refuses the value of an option as it refuses an option', async () => {
    const { code, stderr } = await runHandouts(['build', '--today', 'tomorrow']);
    expect(stderr).toBe('error --today\n  "tomorrow" is not a date.\n  To mend it: write it like 2026-11-23.\n');
    expect(code).toBe(2);
  });

  it.each([[['--json', 'build', '--fast']], [['build', '--fast', '--json']]])(
    'answers with JSON before and after the command: %j',
    async (args) => {
      const { code, stdout, stderr } = await runHandouts(args);
      expect(JSON.parse(stdout)).toMatchObject({
        ok: false,
        problems: [{ level: 'error', where: { file: 'command line' }, what: "Unknown option '--fast'." }],
        result: null,
      });
      expect([code, stderr]).toEqual([2, '']);
    },
  );

  it('has colours only where they are wanted', async () => {
    const coloured = { FORCE_COLOR: '1', NO_COLOR: '' };
    expect((await runHandouts(['buidl'], { env: coloured })).stderr).toContain('\u001b[31merror');
    expect((await runHandouts(['buidl', '--no-color'], { env: coloured })).stderr).not.toContain('\u001b');
    expect((await runHandouts(['buidl'], { env: { FORCE_COLOR: '', NO_COLOR: '', CI: '1' } })).stderr).not.toContain(
      '\u001b',
    );
  });

  it('works from any folder', async () => {
    const { code, stdout } = await runHandouts(['--help'], { cwd: tmpdir() });
    expect(stdout).toMatch(/^Usage: npx handouts/);
    expect(code).toBe(0);
  });

  it('says what to run where the packages are not installed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'handouts-alone-'));
    try {
      await cp(join(PROJECT, 'scripts/handouts.mjs'), join(folder, 'scripts/handouts.mjs'));
      const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'scripts/handouts.mjs')], {
        encoding: 'utf8',
      });
      expect(stderr).toMatch(
        /^error node_modules\n {2}The packages .* \(tsx, commander\)\.\n {2}To mend it: .*npm install/,
      );
      expect([status, stdout]).toEqual([3, '']);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
