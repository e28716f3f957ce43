import { spawn } from 'node:child_process';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { edited } from '../bad-input/problems-of.ts';
import { copyFixtureSite, PROJECT } from '../fixture-site.ts';

/** Runs the build as a person at the terminal does, without npm in between. */
function runBuild(...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/build.ts', ...args], {
    cwd: PROJECT,
    env: { ...process.env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })));
}

const STACK_TRACE = /^\s+at .*:\d+:\d+\)?$/m;

describe('npm run build', () => {
  it('builds a site elsewhere and sums it up', async () => {
    const root = await copyFixtureSite();
    const output = join(root, 'out');
    const { code, stdout } = await runBuild('--content', root, '--output', output, '--today', '2026-11-23');
    expect(stdout).toMatch(/33 pages and 8 sheets in 8 PDFs are in .*out\/ \([\d.]+ s, 0 warnings\)/);
    expect(stdout).toContain('Printing the sheets …');
    expect(stdout).toMatch(/ar\s+Arabic\s+4 sheets in 4 PDFs/);
    expect(code).toBe(0);
    expect(await readdir(output)).toContain('manifest.json');
  });

  it('does nothing when nothing has changed, says the same again, and builds when asked to or when a file is gone', async () => {
    const root = await copyFixtureSite();
    const output = join(root, 'out');
    const build = (...args: string[]) => runBuild('--content', root, '--output', output, ...args);
    // Past the review date of the program, which is warned of each time.
    const told = /^warning content\/programs\/.*[^]*33 pages and 8 sheets in 8 PDFs are in .*, \d warnings?\)/m;
    const first = await build('--today', '2035-01-01');
    const manifest = await readFile(join(output, 'manifest.json'), 'utf8');
    expect(first.stdout).toMatch(told);
    expect(first.stdout).not.toContain('Nothing changed.');

    const second = await build('--today', '2035-01-02');
    expect(second.stdout).toMatch(told);
    expect(second.stdout).toMatch(/\nNothing changed\.\n$/);
    expect(second.stdout).not.toContain('Reading the content');
    expect(second.code).toBe(0);

    await rm(join(output, 'en/index.html'));
    expect((await build('--today', '2035-01-01')).stdout).toContain('Writing the output');
    expect((await build('--today', '2035-01-01', '--fresh')).stdout).toContain('Writing the output');
    expect(await readFile(join(output, 'manifest.json'), 'utf8')).toBe(manifest);
  }, 300_000);

  it('fails on broken content with where, what and how to mend it, and no stack trace', async () => {
    const changes = await edited('content/handouts/water/en.md', '{{emergency}}', '{{emergencies}}');
    const root = await copyFixtureSite({ ...changes, 'content/clinics/bare.yaml': 'name: Bare\n' });
    const { code, stdout, stderr } = await runBuild('--content', root, '--output', join(root, 'out'));
    expect(stdout).toMatch(/^error content\/handouts\/water\/en\.md:\d+\n {2}.*emergencies.*\n {2}To mend it: /m);
    expect(stdout).toMatch(/^error content\/clinics\/bare\.yaml/m);
    expect(stdout).toMatch(/^\d+ problems\. Nothing was published/m);
    expect(stdout + stderr).not.toMatch(STACK_TRACE);
    expect(code).toBe(1);
    expect(await readdir(root)).not.toContain('out');
  });

  it('fails on an option it does not know', async () => {
    const { code, stdout, stderr } = await runBuild('--fast');
    expect(stdout).toContain("error command line\n  Unknown option '--fast'");
    expect(stdout + stderr).not.toMatch(STACK_TRACE);
    expect(code).toBe(1);
  });

  it('explains its options and builds nothing when asked for help', async () => {
    const before = await readFile(join(PROJECT, 'package.json'), 'utf8');
    const { code, stdout } = await runBuild('--help');
    expect(stdout).toMatch(/^Usage: npm run build -- \[options\]/);
    expect(code).toBe(0);
    expect(await readFile(join(PROJECT, 'package.json'), 'utf8')).toBe(before);
  });
});
