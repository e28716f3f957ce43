import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyFixtureSite } from '../fixture-site.ts';
import { runHandouts, STACK_TRACE } from './run-handouts.ts';

/** What the command says that refuses; nothing is written then. */
async function refusal(...args: string[]): Promise<string> {
  const root = await copyFixtureSite({ 'content/handouts/water/ar.md': null, 'other.md': '## Other {#other}\n' });
  const output = join(root, 'packets');
  const ended = await runHandouts(['packet', ...args, '--content', root, '--output', output], { cwd: root });
  expect(existsSync(output)).toBe(false);
  expect(ended.stdout + ended.stderr).not.toMatch(STACK_TRACE);
  expect(ended.code).toBeGreaterThan(0);
  return (ended.stdout + ended.stderr).replaceAll(/^.* …\n/gm, '');
}

describe('a packet is refused', () => {
  it('for a language that there is not, or that is the source, with the one that was meant', async () => {
    expect(await refusal('arb')).toContain(
      'There is no translation into "arb".\n  To mend it: did you mean "ar"? Use one of: ar.',
    );
    expect(await refusal('en')).toContain('There is no translation into "en".');
  });

  it('for a handout that there is not, or that is not translated', async () => {
    expect(await refusal('ar', 'walkin')).toContain(
      'There is no handout "walkin".\n  To mend it: did you mean "walking"? Use one of: walking, water, words.',
    );
    expect(await refusal('ar', 'water')).toContain(
      'This handout is not translated into ar, so there is nothing to review.',
    );
  });

  it('with a back-translation of no handout, of no file, or of another handout', async () => {
    expect(await refusal('ar', '--back-translation', 'x.md')).toContain('It is for one handout.');
    expect(await refusal('ar', 'walking', '--back-translation', 'x.md')).toContain('There is no file x.md');
    expect(await refusal('ar', 'walking', '--back-translation', 'other.md')).toContain('other.md');
  });
});
