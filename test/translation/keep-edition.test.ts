import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../src/problem.ts';
import { type GivenNote, keepEdition } from '../../src/translation/keep-edition.ts';
import { type SampleEdition, sampleEditions } from './sample-editions.ts';

const FIRST = { body: '## A {#a}\n\nOne.\n\n## B {#b}\n\nTwo.\n' };
const FILE = '---\ntitle: X\nedition: 1\nrevisions: []\n---\n';

function keep(
  given: Partial<GivenNote>,
  { editions = [FIRST], now }: { editions?: SampleEdition[]; now?: string } = {},
) {
  const { handout } = sampleEditions(editions, { body: FIRST.body, edition: 1 }, now);
  const { value, problems } = keepEdition(FILE, handout, { date: '2026-11-26', ...given });
  return { value, told: problems.map(formatProblem).join('\n') };
}
const SECOND = { now: FIRST.body.replace('One', 'First') };

describe('keeping an edition', () => {
  it('makes a changed text the next one, and keeps its words', () => {
    const { value } = keep({ change: 'safety', note: 'New.' }, SECOND);
    expect(value).toMatchObject({ edition: 2, changed: ['a'] });
    expect([...(value?.files.keys() ?? [])]).toEqual(['editions/2.md', 'en.md']);
    expect(value?.files.get('en.md')).toBe(value?.files.get('editions/2.md'));
    expect(value?.files.get('en.md')).toContain(
      'edition: 2\nrevisions:\n  - edition: 2\n    date: 2026-11-26\n    change: safety\n    note: New.\n',
    );
  });

  it('asks how grave the change is, and what it is, at once', () => {
    expect(keep({}, SECOND).told).toMatchInlineSnapshot(`
      "error en.md
        Nobody has said how grave it is that the section {#a} changed.
        To mend it: add --change safety (a danger sign, a dose, a warning), --change meaning (another fact) or --change wording (nothing a reader would do differently).
      error en.md
        Nobody has said what changed in the section {#a}.
        To mend it: add --note "What changed, in a sentence.""
    `);
  });

  it('refuses a kind of change for a section that has not changed', () => {
    expect(keep({ change: 'safety', note: 'New.', sections: { b: 'wording' } }, SECOND).told).toMatchInlineSnapshot(`
      "error en.md
        The section {#b} has not changed.
        To mend it: name one of: a."
    `);
  });

  it('does nothing where nothing has changed but places and ids', () => {
    const { value } = keep({}, { now: '## B {#b}\n\nTwo.\n\n## A {#ay}\n\nOne.\n' });
    expect(value).toMatchObject({ edition: 1, changed: [], files: new Map() });
  });

  it('keeps an edition that was not kept, as it is', () => {
    const { value } = keep({}, { editions: [{ ...FIRST, isLost: true }] });
    expect(value?.files).toEqual(new Map([['editions/1.md', FILE]]));
  });
});
