import { beforeAll, describe, expect, it } from 'vitest';
import { copyFixtureSite } from '../fixture-site.ts';
import { type Ended, runHandouts, STACK_TRACE } from './run-handouts.ts';

describe('handouts readability', () => {
  let root: string;
  beforeAll(async () => {
    root = await copyFixtureSite();
  });
  const run = (...args: string[]): Promise<Ended> => runHandouts(['readability', '--content', root, ...args]);

  it('tells of every handout in every language, and what would make the English easier', async () => {
    const { code, stdout } = await run();
    expect(stdout).toMatch(/^walking\n {2}English {2}grade .*\n {2}Arabic {3}no grade .*\n\nwater\n/);
    expect(stdout).toContain('warning content/handouts/walking/en.md');
    expect(code).toBe(0);
  });

  it('tells of one handout in one language', async () => {
    const { stdout } = await run('water', '--language', 'ar');
    expect(stdout).toMatch(/^water\n {2}Arabic {2}no grade /);
    expect(stdout).not.toContain('English');
  });

  it('answers programs with what was measured, and the warnings as problems', async () => {
    const { stdout } = await run('water', '--language', 'en', '--json');
    const { ok, problems, result } = JSON.parse(stdout) as {
      ok: boolean;
      problems: { level: string }[];
      result: { handout: string; readability: { formula: string } }[];
    };
    expect(ok).toBe(true);
    expect(new Set(problems.map(({ level }) => level))).toEqual(new Set(['warning']));
    expect(result).toMatchObject([{ handout: 'water', readability: { formula: 'flesch-kincaid-and-smog' } }]);
  });

  it('tells no warning when it shall be quiet', async () => {
    expect(await run('--quiet')).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it.each([
    [['wter'], 'error handout\n  There is no handout "wter".\n  To mend it: did you mean "water"?'],
    [['--language', 'ra'], 'error --language\n  There is no language "ra".'],
  ])('refuses %j with what was meant', async (args, told) => {
    const { code, stdout, stderr } = await run(...args);
    expect(stdout + stderr).toContain(told);
    expect(stdout + stderr).not.toMatch(STACK_TRACE);
    expect(code).toBe(2);
  });
});
