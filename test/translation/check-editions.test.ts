import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../src/problem.ts';
import { checkEditions } from '../../src/translation/check-editions.ts';
import { type SampleEdition, sampleEditions } from './sample-editions.ts';

const FIRST = { body: '## A {#a}\n\nOne.\n\n## B {#b}\n\nTwo.\n' };
const SECOND = FIRST.body.replace('One', 'First');
const ES = '## A {#a}\n\nUno.\n\n## B {#b}\n\nDos.\n';

function problemsOf(
  editions: SampleEdition[],
  translation: { body?: string; edition?: number; madeFrom?: Record<string, string> } = {},
  now?: string,
): string {
  const { handout } = sampleEditions(editions, { body: ES, edition: 1, ...translation }, now);
  return checkEditions(handout).map(formatProblem).join('\n');
}

describe('an English text', () => {
  it('may not change without a new edition', () => {
    expect(problemsOf([FIRST], {}, SECOND)).toMatchInlineSnapshot(`
      "error en.md:1
        The English is no longer that of edition 1 (editions/1.md): the section {#a} changed.
        To mend it: make it an edition and say how grave the change is: npx handouts edition sample --change safety|meaning|wording --note "What changed.""
    `);
  });

  it('may move and rename its sections', () => {
    expect(problemsOf([FIRST], {}, '## B {#b}\n\nTwo.\n\n## A {#ay}\n\nOne.\n')).not.toContain('no longer');
  });

  it('may not lose what was kept of its edition', () => {
    expect(problemsOf([{ ...FIRST, isLost: true }])).toMatchInlineSnapshot(`
      "error en.md
        The English of edition 1 is not kept, so nobody could tell later what has changed.
        To mend it: run: npx handouts edition sample"
    `);
  });

  it('may name only sections in its newest revision that there are or were', () => {
    const gone = '## B {#b}\n\nTwo.\n';
    expect(problemsOf([FIRST, { body: gone, sections: { a: 'safety' } }], { edition: 2 })).not.toContain(
      'names the section',
    );
    expect(problemsOf([FIRST, { body: SECOND, sections: { x: 'safety' } }])).toMatchInlineSnapshot(`
      "error en.md
        The revision of edition 2 names the section {#x}, which there is not.
        To mend it: use ids of sections, or title or summary: title, summary, a, b."
    `);
  });
});

describe('a translation', () => {
  it('gives no problem where it is fresh, or older only in its wording and as old as it says', () => {
    expect(problemsOf([FIRST])).toBe('');
    expect(problemsOf([FIRST, { body: SECOND, change: 'wording' }], { edition: 2 })).toBe('');
  });

  it('is warned of where it is stale by safety: its sheet has the English', () => {
    expect(problemsOf([FIRST, { body: SECOND, change: 'safety' }])).toMatchInlineSnapshot(`
      "warning es.md:1
        The section {#a} is that of edition 1; the English has changed since, by safety (edition 2: Note 2). The sheet shows the English instead.
        To mend it: translate it anew from en.md:1, then run: npx handouts translate accept es.md a"
    `);
  });

  it('is warned of where it is stale by meaning: its sheet says so', () => {
    expect(problemsOf([FIRST, { body: SECOND, change: 'meaning' }])).toMatchInlineSnapshot(`
      "warning es.md:1
        The section {#a} is that of edition 1; the English has changed since, by meaning (edition 2: Note 2). The sheet says so to its readers.
        To mend it: translate it anew from en.md:1, then run: npx handouts translate accept es.md a"
    `);
  });

  it('is warned of a section that it has not, and of one that the English has given up', () => {
    const body = `${FIRST.body.replace(/## A[^]*(?=## B)/, '')}\n## C {#c}\n\nThree.\n`;
    expect(problemsOf([FIRST, { body, change: 'safety' }])).toMatchInlineSnapshot(`
      "warning es.md:1
        The section {#c} is not translated yet; the English has changed since, by safety (edition 2: Note 2). The sheet shows the English instead.
        To mend it: translate it anew from en.md:5, then run: npx handouts translate accept es.md c
      warning es.md:1
        The English has no section {#a} any more. The sheet leaves it out.
        To mend it: delete it here too."
    `);
  });

  it('may not call itself newer than it is', () => {
    const made = sampleEditions([FIRST], { body: ES, edition: 1 }).handout.source.units.get('a')?.hash ?? '';
    const problems = problemsOf([FIRST, { body: SECOND }], { edition: 2, madeFrom: { a: made } });
    expect(problems.slice(problems.indexOf('error'))).toMatchInlineSnapshot(`
      "error es.md
        This translation says it is edition 2, but the section {#a} of it is older.
        To mend it: run: npx handouts translate accept es.md (it finds the right number), once you have translated what you can."
    `);
  });

  it('is told when it says all of the newest edition and calls itself older', () => {
    expect(problemsOf([FIRST, { body: SECOND, change: 'wording' }])).toMatchInlineSnapshot(`
      "warning es.md
        This translation says all that edition 2 says, but calls itself edition 1.
        To mend it: run: npx handouts translate accept es.md (it finds the right number)."
    `);
  });

  it('may not name an edition that there is not', () => {
    expect(problemsOf([FIRST], { edition: 2 })).toMatchInlineSnapshot(`
      "error es.md
        This translation names edition 2, but the source is only edition 1.
        To mend it: set "edition" to that of en.md it was made from."
    `);
  });

  it('may not be made from English that there never was', () => {
    expect(problemsOf([FIRST], { madeFrom: { a: '0123456789ab' } })).toMatchInlineSnapshot(`
      "error es.md
        The section {#a} was made from English (0123456789ab) that no edition has.
        To mend it: compare it with en.md, then run: npx handouts translate accept es.md a"
    `);
  });
});
