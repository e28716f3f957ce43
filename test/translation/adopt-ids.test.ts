import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../src/problem.ts';
import { adoptIds } from '../../src/translation/adopt-ids.ts';
import { compareStructure } from '../../src/translation/compare-structure.ts';
import { freshnessOf } from '../../src/translation/freshness.ts';
import { sampleEditions } from './sample-editions.ts';

const FIRST = { body: '## A {#a}\n\nOne.\n\n### B {#b}\n\nTwo.\n' };
const ES = '## A {#a}\n\nUno.\n\n### B {#b}\n\nDos.\n';

function adopt(body: string, translation = ES) {
  const { handout } = sampleEditions([FIRST, { body, change: 'safety' }], { body: translation, edition: 1 });
  const { value, problems } = adoptIds(handout);
  const adopted = value ?? handout;
  const text = adopted.texts[1] ?? adopted.source;
  return { adopted, text, problems };
}

describe('a section to which the English has given another id', () => {
  it('is that section still: nothing is stale or missing, and its translator is told', () => {
    const { adopted, text, problems } = adopt(FIRST.body.replace('{#b}', '{#bee}'));
    expect(freshnessOf(adopted, text).filter(({ stale }) => stale)).toEqual([]);
    expect(compareStructure(adopted)).toEqual([]);
    expect(text.sections[0]?.parts[0]).toMatchObject({ id: 'bee', heading: { text: 'B' } });
    expect(problems.map(formatProblem).join('\n')).toMatchInlineSnapshot(`
      "warning es.md:5
        The English calls the section {#b} {#bee} now. The sheet does too.
        To mend it: write {#bee} here, and in links that lead to it."
    `);
  });

  it('is another one if its words have changed too', () => {
    const { adopted, problems } = adopt(FIRST.body.replace('{#b}', '{#bee}').replace('Two', 'Second'));
    expect(problems).toEqual([]);
    expect(adopted.texts[1]?.units.has('bee')).toBe(false);
  });

  it('is left alone where the translation has the new id as well', () => {
    const body = FIRST.body.replace('{#b}', '{#bee}');
    expect(adopt(body, `${ES}\n## C {#bee}\n\nTres.\n`).problems).toEqual([]);
  });
});
