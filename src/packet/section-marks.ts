import type { Formats } from '../i18n/formats.ts';
import type { SectionStatus, TranslationStatus } from '../status/status.ts';

/** What a reviewer must know of a section before reading it, in plain sentences. */
export function describeMarks({ change, state, lapsed, madeIn }: SectionStatus): string[] {
  if (state === 'missing') return ['NOT TRANSLATED. The sheet shows the English. Please write the translation.'];
  const from = madeIn === null ? 'an older edition' : `edition ${madeIn}`;
  if (change !== null) return [`OUT OF DATE. ${STALE[change]} The translation is that of ${from}.`];
  if (lapsed === 'translation') return ['CHANGED. The words of the translation changed after the last review.'];
  if (lapsed === 'english') return ['CHANGED. The English and its translation changed after the last review.'];
  return lapsed === null ? [] : ['NEW. The last review did not see this section.'];
}

const STALE = {
  safety: 'The English changed for safety, and the sheet shows the English here.',
  meaning: 'The English changed in what it means.',
  wording: 'The English has other words, but means the same.',
};

/** How far a translation has come, for the head of the packet. */
export function describeState({ state, review }: TranslationStatus, formats: Formats): string {
  if (!review) {
    return state === 'humanDraft'
      ? 'A draft made by a person. Nobody has reviewed it yet.'
      : 'A draft made by a computer. Nobody has reviewed it yet.';
  }
  const by = `${review.name} (${review.qualification}) on ${formats.date(review.date)}`;
  return state === 'expired' ? `Reviewed by ${by}; some parts changed after that.` : `Reviewed by ${by}.`;
}
