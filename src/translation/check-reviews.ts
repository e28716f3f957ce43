import type { Handout, HandoutText } from '../handout/handout.ts';
import { listInWords } from '../list-in-words.ts';
import { error, type Problem, warning } from '../problem.ts';
import { nameUnit } from './check-editions.ts';
import { clinicalState, type Lapse, type LapseReason, translationState } from './review-state.ts';

/** Checks what a handout says of its reviews, and warns of each that no longer holds for all that was reviewed. */
export function checkReviews(handout: Handout): Problem[] {
  const translations = handout.texts.filter((text) => text !== handout.source);
  return [...checkClinical(handout), ...translations.flatMap((text) => checkTranslation(handout, text))];
}

function checkClinical(handout: Handout): Problem[] {
  const { source, review } = handout;
  if (review.state === 'unreviewed' || !source.isSound) return [];
  const command = reviewCommand(source.locale, handout.id);
  if (review.edition > handout.edition) return [editionToCome(source.file, review.edition, handout, command)];
  const { lapsed } = clinicalState(handout);
  if (lapsed.length === 0) return [];
  const what = `The review of ${review.name} (${review.date}) was of edition ${review.edition}. Since then ${namesOf(lapsed)} changed in what ${lapsed.length === 1 ? 'it says' : 'they say'}.`;
  return [warning(source.file, what, `let a clinician read that again, then run: ${command}`)];
}

function checkTranslation(handout: Handout, text: HandoutText): Problem[] {
  const { translation, file } = text;
  if (translation?.state !== 'reviewed') return [];
  const command = reviewCommand(text.locale, handout.id);
  if (!translation.texts) {
    const what = `The translation says that ${translation.name} has reviewed it, but not which words: nobody could tell later what has changed since.`;
    return [error(file, what, `run: ${command}`)];
  }
  if (translation.edition > handout.edition) return [editionToCome(file, translation.edition, handout, command)];
  if (!text.isSound || !handout.source.isSound) return [];
  const { lapsed } = translationState(handout, text);
  if (lapsed.length === 0) return [];
  const what = `The review of ${translation.name} (${translation.date}) no longer holds for all of this translation: ${describeLapses(lapsed)}.`;
  return [warning(file, what, `let a qualified person compare that with the English again, then run: ${command}`)];
}

function editionToCome(file: string, edition: number, { edition: newest }: Handout, command: string): Problem {
  const what = `The review is of edition ${edition}, but the source is only edition ${newest}.`;
  return error(file, what, `set its "edition" to that which was read, or run: ${command}`);
}

/** How a review is written down. */
export function reviewCommand(locale: string, handout: string): string {
  return `npx handouts review ${locale} ${handout} --name "…" --qualification "…" --date …`;
}

const REASONS: Record<LapseReason, string> = {
  english: 'the English changed after it',
  translation: 'the words were changed after it',
  missing: 'the translation does not have it',
  unread: 'it was not read',
};

/** Which parts a review no longer holds for, and why: `the section {#tests} (the English changed after it)`. */
export function describeLapses(lapsed: readonly Lapse[]): string {
  const reasons = [...new Set(lapsed.map(({ why }) => why))];
  return reasons.map((why) => `${namesOf(lapsed.filter((one) => one.why === why))} (${REASONS[why]})`).join('; ');
}

function namesOf(lapsed: readonly Lapse[]): string {
  return listInWords(lapsed.map(({ id }) => nameUnit(id)));
}
