import { describe, expect, it } from 'vitest';
import { edited } from '../bad-input/problems-of.ts';
import { copyFixtureSite } from '../fixture-site.ts';
import type { Problem } from '../../src/problem.ts';
import { type Ended, runHandouts, STACK_TRACE } from './run-handouts.ts';

const TODAY = ['--today', '2026-11-23'];
/** Past the review date of the program. */
const LATER = ['--today', '2035-01-01'];

async function check(changes: Parameters<typeof copyFixtureSite>[0], ...args: string[]): Promise<Ended> {
  return runHandouts(['check', '--content', await copyFixtureSite(changes), ...args]);
}

describe('handouts check', () => {
  it('tells what it read, how it reads, and ends well where nothing is wrong', async () => {
    const { code, stdout, stderr } = await check({}, ...TODAY);
    expect(stdout).toMatch(
      /^Checking the content …\nwarning content\/handouts\/walking\/en\.md:2\n {2}The handout has no picture\./,
    );
    expect(stdout).toMatch(/\n2 handouts in 2 languages: 0 errors, 2 warnings \([\d.]+ s\)\n$/);
    expect([code, stderr]).toEqual([0, '']);
  });

  it('tells all errors of all files at once, and fails', async () => {
    const changes = await edited('content/handouts/water/en.md', '{{emergency}}', '{{emergencies}}');
    const { code, stdout, stderr } = await check({ ...changes, 'content/clinics/bare.yaml': 'name: Bare\n' }, ...TODAY);
    expect(stdout).toMatch(/^error content\/handouts\/water\/en\.md:\d+\n {2}.*emergencies.*\n {2}To mend it: /m);
    expect(stdout).toMatch(/^error content\/clinics\/bare\.yaml/m);
    expect(stdout).toMatch(/\n[2-9] errors, 0 warnings \([\d.]+ s\)\n$/);
    expect(stdout + stderr).not.toMatch(STACK_TRACE);
    expect(code).toBe(1);
  });

  it('ends well with warnings, unless they are to count', async () => {
    const lenient = await check({}, ...LATER);
    expect(lenient.stdout).toMatch(/^warning content\/programs\//m);
    expect(lenient.code).toBe(0);
    const strict = await check({}, ...LATER, '--strict');
    expect(strict.stdout).toMatch(/^error content\/programs\//m);
    expect(strict.code).toBe(1);
  });

  it('tells a program the same as JSON', async () => {
    const { code, stdout } = await check({}, ...LATER, '--json');
    const answer = JSON.parse(stdout) as { ok: boolean; problems: Problem[]; result: object };
    expect(answer.problems.at(-1)).toMatchObject({
      level: 'warning',
      where: { file: 'content/programs/free-checkup.yaml' },
    });
    const result = { handouts: 2, languages: 2, clinics: 2, sheets: 8, errors: 0, warnings: 3 };
    expect(answer).toMatchObject({ ok: true, result });
    expect(code).toBe(0);
  });

  it('tells nothing but errors when it is to be quiet', async () => {
    expect(await check({}, ...LATER, '--quiet')).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('makes the pages and reads them back when asked', async () => {
    const { code, stdout } = await check({}, ...TODAY, '--pages');
    expect(stdout).toContain('2 handouts in 2 languages: 0 errors');
    expect(code).toBe(0);
  });

  it('checks the table of a network', async () => {
    const { code, stderr, stdout } = await check({}, ...TODAY, '--clinics', '/nowhere.csv');
    expect(stdout + stderr).toContain('/nowhere.csv');
    expect(code).toBe(1);
  });
});
