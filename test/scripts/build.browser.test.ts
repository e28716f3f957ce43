import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/problem.ts';
import { edited } from '../bad-input/problems-of.ts';
import { copyFixtureSite } from '../fixture-site.ts';
import { type Ended, runHandouts, STACK_TRACE } from './run-handouts.ts';

const runBuild = (...args: string[]): Promise<Ended> => runHandouts(['build', ...args]);

describe('npm run build', () => {
  it('builds a site elsewhere and sums it up', async () => {
    const root = await copyFixtureSite();
    const output = join(root, 'out');
    const { code, stdout } = await runBuild('--content', root, '--output', output, '--today', '2026-11-23');
    expect(stdout).toMatch(/34 pages and 8 sheets in 8 PDFs are in .*out\/ \([\d.]+ s, 0 warnings\)/);
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
    const told = /^warning content\/programs\/.*[^]*34 pages and 8 sheets in 8 PDFs are in .*, \d warnings?\)/m;
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

  it('answers a program with one JSON document, of what it made and of what is wrong', async () => {
    const root = await copyFixtureSite();
    const where = ['--content', root, '--output', join(root, 'out'), '--today', '2035-01-01', '--json'];
    const { code, stdout } = await runBuild(...where);
    const { ok, problems, result } = JSON.parse(stdout) as { ok: boolean; problems: Problem[]; result: object };
    expect([code, ok, problems[0]?.level]).toEqual([0, true, 'warning']);
    expect(result).toMatchObject({ pages: 34, sheets: 8, pdfs: 8, isUnchanged: false });
    await writeFile(join(root, 'content/clinics/bare.yaml'), 'name: Bare\n');
    const broken = await runBuild(...where);
    expect(JSON.parse(broken.stdout)).toMatchObject({ ok: false, result: null });
    expect(broken.code).toBe(1);
  }, 300_000);
});
