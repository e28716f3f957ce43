import type { Language } from '../i18n/languages.ts';
import type { LanguageTools } from '../i18n/language-tools.ts';
import { isBehind } from '../translation/told-changes.ts';
import type { Sheet } from './build-sheets.ts';

/** A line that says who checked a sheet, in pieces: name and qualification are in the language of the records. */
export type ReviewLine = { text: string; language?: Language }[];

/** Somebody who has checked a sheet, as the front matter says. */
export interface Reviewer {
  name: string;
  qualification: string;
  date: string;
}

/** Stand for the words of the records while the message is put together; from the private use area, so no text has them. */
const PLACES = { name: '\uE000', qualification: '\uE001' };

/**
 * Who has checked the text of a sheet: the clinician, then the translator. A clinician has read the source; so of a
 * translation it is said only once somebody qualified has found that it says the same.
 */
export function reviewersOf({ handout, text }: Pick<Sheet, 'handout' | 'text'>): {
  clinician?: Reviewer;
  translator?: Reviewer;
} {
  const { review } = handout;
  const { translation } = text;
  const isFaithful = text === handout.source || (translation?.state === 'reviewed' && !isBehind(handout, text));
  return {
    ...(review.state === 'reviewed' && isFaithful && { clinician: review }),
    ...(translation?.state === 'reviewed' && { translator: translation }),
  };
}

/** Says who has checked a sheet, one line each; nothing that the records do not say. */
export function buildReviews(sheet: Sheet, { t, formats }: LanguageTools): ReviewLine[] {
  const { clinician, translator } = reviewersOf(sheet);
  const { language: source } = sheet.source;
  return [clinician, translator].flatMap((reviewer): ReviewLine[] => {
    if (!reviewer) return [];
    const message = t('handout.reviewedBy', { ...PLACES, date: formats.date(reviewer.date) });
    const pieces = message.split(/([\uE000\uE001])/).filter((piece) => piece !== '');
    return [
      pieces.map((piece) => {
        if (piece === PLACES.name) return { text: reviewer.name, language: source };
        return piece === PLACES.qualification ? { text: reviewer.qualification, language: source } : { text: piece };
      }),
    ];
  });
}
