import { describe, expect, it } from 'vitest';
import type { HandoutText } from '../../src/handout/handout.ts';
import { isDraft, reservationsOf } from '../../src/translation/translation-state.ts';
import { hashesOf, sampleHandout, sampleText } from './sample-handout.ts';

const REVIEW = { state: 'reviewed', name: 'A', qualification: 'doctor', date: '2026-11-23', edition: 2 } as const;
const source = sampleText('en', '## A {#a}');
const TRANSLATION = { ...REVIEW, texts: hashesOf(sampleText('es', '## A {#a}')) };

function reservations(change: Partial<HandoutText>, review?: typeof REVIEW) {
  const text = sampleText('es', '## A {#a}', change);
  return reservationsOf(text, sampleHandout(source, text, review));
}

describe('what keeps a sheet from being final', () => {
  it('is nothing when both the source and its translation are reviewed', () => {
    expect(reservations({ translation: TRANSLATION }, REVIEW)).toEqual([]);
  });

  it('is that a computer translated it, however well the source is reviewed', () => {
    expect(reservations({ translation: { state: 'machine-draft' } }, REVIEW)).toEqual(['machineTranslation']);
  });

  it('is that nobody qualified checked the translation', () => {
    expect(reservations({ translation: { state: 'human-draft' } }, REVIEW)).toEqual(['humanDraft']);
  });

  it('is that no clinician checked the source', () => {
    expect(reservations({ translation: TRANSLATION })).toEqual(['notReviewed']);
  });

  it('is that the source has changed since in what it means', () => {
    expect(reservations({ translation: TRANSLATION, edition: 1 }, REVIEW)).toEqual(['staleMeaning']);
  });

  it('is named from the gravest on, all of it', () => {
    expect(reservations({ translation: { state: 'machine-draft' }, edition: 1 })).toEqual([
      'machineTranslation',
      'notReviewed',
      'staleMeaning',
    ]);
  });

  it('holds for the source too', () => {
    const handout = sampleHandout(source, source);
    expect(isDraft(source, handout)).toBe(true);
    expect(isDraft(source, { ...handout, review: REVIEW })).toBe(false);
  });
});
