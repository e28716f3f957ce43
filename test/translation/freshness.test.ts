import { describe, expect, it } from 'vitest';
import { hashUnit } from '../../src/handout/units.ts';
import { freshnessOf } from '../../src/translation/freshness.ts';
import { type SampleEdition, sampleEditions } from './sample-editions.ts';

const ONE = '## A {#a}\n\nOne.\n\n## B {#b}\n\nTwo.\n';
const ES = '## A {#a}\n\nUno.\n\n## B {#b}\n\nDos.\n';
const A = ONE.replace('One', 'First');
const FIRST = { body: ONE };

/** What is stale, and by what, of a translation of the first edition. */
function staleIn(editions: SampleEdition[], madeFrom?: Record<string, string>, now?: string, body = ES) {
  const { handout, text } = sampleEditions(editions, { body, edition: 1, madeFrom }, now);
  return Object.fromEntries(
    freshnessOf(handout, text).flatMap(({ id, stale, madeIn }) => (stale ? [[id, `${stale} since ${madeIn}`]] : [])),
  );
}

describe('a translation', () => {
  it('is fresh where the English has not changed', () => {
    expect(staleIn([FIRST])).toEqual({});
    expect(staleIn([FIRST, { body: A, change: 'safety' }])).toEqual({ a: 'safety since 1' });
  });

  it('is stale by the class that the author gave the section, or else the edition', () => {
    const both = ONE.replace('One', 'First').replace('Two', 'Second');
    expect(staleIn([FIRST, { body: both, change: 'wording', sections: { b: 'safety' } }])).toEqual({
      a: 'wording since 1',
      b: 'safety since 1',
    });
  });

  it('is stale by the gravest of several changes', () => {
    const more = A.replace('First', 'The very first');
    expect(staleIn([FIRST, { body: A, change: 'safety' }, { body: more, change: 'wording' }])).toEqual({
      a: 'safety since 1',
    });
  });

  it('is fresh again when the English says again what it said', () => {
    expect(staleIn([FIRST, { body: A, change: 'safety' }, { body: ONE, change: 'safety' }])).toEqual({});
  });

  it('is as stale as its sections say that were brought up to date one by one', () => {
    const both = ONE.replace('One', 'First').replace('Two', 'Second');
    const madeFrom = { a: hashUnit('## A\n\nFirst.') };
    expect(staleIn([FIRST, { body: both, change: 'meaning' }], madeFrom)).toEqual({ b: 'meaning since 1' });
  });

  it.each([
    ['moved', '## B {#b}\n\nTwo.\n\n## A {#a}\n\nOne.\n'],
    ['broken into other lines', '## A {#a}\n\n\nOne.\n## B {#b}\nTwo.\n'],
    ['made parts', '## A {#a}\n\nOne.\n\n### B {#b}\n\nTwo.\n'],
  ])('is fresh when sections of the English were %s', (_how, body) => {
    expect(staleIn([FIRST, { body, change: 'safety' }])).toEqual({});
  });

  it('is stale by safety where the English has changed and nobody has said how grave that is', () => {
    expect(staleIn([FIRST], undefined, A)).toEqual({ a: 'safety since 1' });
  });

  it('is taken to be as old as it can be where an edition was not kept', () => {
    const lost = { ...FIRST, isLost: true };
    expect(staleIn([lost, { body: A, change: 'meaning', sections: { b: 'wording' } }])).toEqual({
      ...{ title: 'meaning since undefined', summary: 'meaning since undefined' },
      ...{ a: 'meaning since undefined', b: 'wording since undefined' },
    });
  });

  it('lacks a section that the English had not then', () => {
    const more = `${ONE}\n## C {#c}\n\nThree.\n`;
    const { handout, text } = sampleEditions([FIRST, { body: more, change: 'safety' }], { body: ES, edition: 1 });
    expect(freshnessOf(handout, text).at(-1)).toEqual({
      ...{ id: 'c', isMissing: true, stale: 'safety' },
      revisions: [handout.revisions[0]],
    });
  });

  it('names what has changed it, the newest first, and not what changed other sections', () => {
    const editions = [
      FIRST,
      { body: A },
      { body: A.replace('Two', 'Second') },
      { body: A.replace('First', 'One and only') },
    ];
    const { handout, text } = sampleEditions(editions, { body: ES, edition: 1 });
    const unit = freshnessOf(handout, text).find(({ id }) => id === 'a');
    expect(unit?.revisions.map(({ edition }) => edition)).toEqual([4, 2]);
  });

  it('is nothing that the source itself could be', () => {
    const { handout } = sampleEditions([FIRST], { body: ES, edition: 1 });
    expect(freshnessOf(handout, handout.source)).toEqual([]);
  });
});
