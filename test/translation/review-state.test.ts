import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, Handout, HandoutText, Revision } from '../../src/handout/handout.ts';
import { readUnits } from '../../src/handout/units.ts';
import { clinicalState, expiredUnits, translationState } from '../../src/translation/review-state.ts';
import { reservationsOf } from '../../src/translation/translation-state.ts';
import { hashesOf, sampleHandout, sampleText } from './sample-handout.ts';

const REVIEWER = { state: 'reviewed', name: 'A', qualification: 'interpreter', date: '2026-11-23' } as const;
const CLINICIAN = { ...REVIEWER, qualification: 'doctor' };

/** A text with the sections a, b, c and so on, which say what is given. */
function bodyOf(sections: readonly string[]): string {
  return sections.map((words, index) => `## ${words} {#${'abcdefghij'[index]}}\n\n${words}`).join('\n\n');
}

const unitsOf = (body: string) => readUnits(`---\ntitle: X\nsummary: X\n---\n${body}`, 'es.md');

/**
 * A handout whose English said `before` in edition 1, and says `after` in edition 2; its Spanish was reviewed when the
 * English was that of edition 1.
 */
function changed(
  [before, after]: [string[], string[]],
  change: Change,
  sections?: Record<string, Change>,
): { handout: Handout; text: HandoutText } {
  const [first, second] = [sampleText('en', bodyOf(before), { edition: 1 }), sampleText('en', bodyOf(after))];
  const own = sampleText('es', bodyOf(before), { edition: 1 });
  const text = { ...own, translation: { ...REVIEWER, edition: 1, texts: hashesOf(own) } };
  const revision: Revision = {
    edition: 2,
    date: '2026-11-23',
    change,
    note: 'Changed.',
    ...(sections && { sections }),
  };
  const handout = sampleHandout(second, text, { ...CLINICIAN, edition: 1 });
  const editions = new Map([
    [1, first],
    [2, second],
  ]);
  return { text, handout: { ...handout, editions, revisions: [revision, ...handout.revisions.slice(1)] } };
}

describe('the review of a translation', () => {
  it('holds while its words and the English are what was compared', () => {
    const { handout, text } = changed(
      [
        ['One', 'Two'],
        ['One', 'Two'],
      ],
      'safety',
    );
    expect(translationState(handout, text)).toEqual({ state: 'reviewed', lapsed: [] });
    expect(reservationsOf(text, handout)).toEqual([]);
  });

  it.each(['meaning', 'safety'] as const)('lapses for a section whose English changed by %s', (change) => {
    const { handout, text } = changed(
      [
        ['One', 'Two'],
        ['One', 'Three'],
      ],
      change,
    );
    expect(translationState(handout, text)).toEqual({ state: 'expired', lapsed: [{ id: 'b', why: 'english' }] });
  });

  it('outlives a change of the English that is of wording, also within a graver edition', () => {
    const wording = changed(
      [
        ['One', 'Two'],
        ['One', 'Three'],
      ],
      'wording',
    );
    expect(translationState(wording.handout, wording.text).state).toBe('reviewed');
    const mixed = changed(
      [
        ['One', 'Two'],
        ['Four', 'Three'],
      ],
      'safety',
      { b: 'wording' },
    );
    expect(translationState(mixed.handout, mixed.text).lapsed.map(({ id }) => id)).toEqual(['a']);
  });

  it('outlives that sections move or get another id', () => {
    const { handout, text } = changed(
      [
        ['One', 'Two'],
        ['Two', 'One'],
      ],
      'safety',
    );
    expect(clinicalState(handout).state).toBe('reviewed');
    const swapped = { ...text, units: unitsOf('## Two {#a}\n\nTwo\n\n## One {#b}\n\nOne') };
    expect(translationState(handout, swapped).lapsed.map(({ why }) => why)).toEqual(['translation', 'translation']);
    const renamed = { ...text, units: unitsOf('## One {#c}\n\nOne\n\n## Two {#b}\n\nTwo') };
    const source = { ...handout.source, units: renamed.units };
    expect(translationState({ ...handout, source }, renamed).state).toBe('reviewed');
  });

  it('lapses for exactly the unit whose translation was changed, whichever it is and however', () => {
    const empty = sampleText('es', '');
    const words = fc.stringMatching(/^[A-Za-zéñ]{1,12}( [a-z]{1,8}){0,3}$/);
    fc.assert(
      fc.property(
        fc.uniqueArray(words, { minLength: 1, maxLength: 8 }).chain((sections) =>
          fc.record({
            sections: fc.constant(sections),
            at: fc.nat(sections.length - 1),
            other: words.filter((one) => !sections.includes(one)),
          }),
        ),
        ({ sections, at, other }) => {
          const units = unitsOf(bodyOf(sections));
          const handout = sampleHandout({ ...empty, locale: 'en', units }, empty);
          const texts = hashesOf({ ...empty, units });
          const lapsed = (body: string) =>
            translationState(handout, {
              ...empty,
              units: unitsOf(body),
              translation: { ...REVIEWER, edition: 2, texts },
            }).lapsed;
          expect(lapsed(bodyOf(sections.with(at, other)))).toEqual([{ id: 'abcdefghij'[at], why: 'translation' }]);
          expect(lapsed(bodyOf(sections).replaceAll('\n\n', '\n \n\n'))).toEqual([]);
        },
      ),
    );
  });

  it('says nothing of a section that is not in it, or that nobody read', () => {
    const source = sampleText('en', bodyOf(['One', 'Two']));
    const short = sampleText('es', bodyOf(['One']));
    const translation = { ...REVIEWER, edition: 2, texts: hashesOf(short) };
    const missing = { ...short, translation };
    expect(translationState(sampleHandout(source, missing), missing).lapsed).toEqual([{ id: 'b', why: 'missing' }]);
    const added = { ...sampleText('es', bodyOf(['One', 'Two'])), translation };
    expect(translationState(sampleHandout(source, added), added).lapsed).toEqual([{ id: 'b', why: 'unread' }]);
  });

  it('is none while the translation is a draft', () => {
    const source = sampleText('en', bodyOf(['One']));
    const draft = (state: 'machine-draft' | 'human-draft') => sampleText('es', '', { translation: { state } });
    expect(translationState(sampleHandout(source, draft('machine-draft')), draft('machine-draft'))).toEqual({
      state: 'machineDraft',
      lapsed: [],
    });
    expect(translationState(sampleHandout(source, draft('human-draft')), draft('human-draft')).state).toBe(
      'humanDraft',
    );
    expect(translationState(sampleHandout(source, source), source).state).toBe('original');
  });
});

describe('the review of a clinician', () => {
  it('lapses for a section that changed in what it means, and for no other', () => {
    const { handout } = changed(
      [
        ['One', 'Two', 'Three'],
        ['Four', 'Five', 'Three'],
      ],
      'meaning',
      { a: 'wording' },
    );
    expect(clinicalState(handout)).toEqual({ state: 'expired', lapsed: [{ id: 'b', why: 'english' }] });
  });

  it('lapses for a change that nobody has made an edition yet', () => {
    const { handout } = changed([['One'], ['One']], 'wording');
    const source = sampleText('en', bodyOf(['Two']));
    const edited = { ...handout, source, texts: [source], review: { ...CLINICIAN, edition: 2 } };
    expect(clinicalState(edited).lapsed).toEqual([{ id: 'a', why: 'english' }]);
  });

  it('lapses for all of it where the edition that was read was not kept', () => {
    const { handout } = changed(
      [
        ['One', 'Two'],
        ['One', 'Two'],
      ],
      'meaning',
    );
    expect(clinicalState({ ...handout, editions: new Map() }).lapsed).toHaveLength(4);
  });
});

describe('what a reader is told of a lapsed review', () => {
  it('names what changed in the English, on the English sheet', () => {
    const { handout } = changed(
      [
        ['One', 'Two'],
        ['One', 'Three'],
      ],
      'meaning',
    );
    expect(reservationsOf(handout.source, handout)).toEqual(['expired']);
    expect(expiredUnits(handout, handout.source)).toEqual(['b']);
  });

  it('does not say it again of a section that another notice says is older than the English', () => {
    const { handout, text } = changed(
      [
        ['One', 'Two'],
        ['One', 'Three'],
      ],
      'meaning',
    );
    expect(reservationsOf(text, handout)).toEqual(['staleMeaning']);
    expect(expiredUnits(handout, text)).toEqual([]);
  });

  it('names a section that is shown in new English, which no clinician has read', () => {
    const { handout, text } = changed(
      [
        ['One', 'Two'],
        ['One', 'Three'],
      ],
      'safety',
    );
    expect(reservationsOf(text, handout)).toEqual(['staleSafety', 'expired']);
    expect(expiredUnits(handout, text)).toEqual(['b']);
  });

  it('is that no doctor has checked it, where the translation is a draft itself', () => {
    const { handout, text } = changed(
      [
        ['One', 'Two'],
        ['One', 'Three'],
      ],
      'safety',
    );
    const draft: HandoutText = { ...text, translation: { state: 'machine-draft' }, madeFrom: hashesOf(handout.source) };
    expect(reservationsOf(draft, handout)).toEqual(['machineTranslation', 'notReviewed']);
  });
});
