import type { Handout, HandoutText } from '../handout/handout.ts';
import { type LapseReason, translationState } from '../translation/review-state.ts';
import type { Review, TranslationState } from './status.ts';

/** How far a translation has come, and who has checked it. */
export interface ReviewOfTranslation {
  state: Exclude<TranslationState, 'notTranslated'>;
  review: Review | null;
  /** Why the check no longer holds for a unit, by the id of the unit; empty unless the state is expired. */
  lapsed: ReadonlyMap<string, LapseReason>;
}

/** Says how far a translation has come and who has checked it. */
export function reviewOf(handout: Handout, text: HandoutText): ReviewOfTranslation {
  const { state, lapsed } = translationState(handout, text);
  if (state === 'original') throw new Error(`${text.file} is the source, which is no translation.`);
  const reasons = new Map(lapsed.map(({ id, why }) => [id, why]));
  const { translation } = text;
  if (translation?.state !== 'reviewed') return { state, review: null, lapsed: reasons };
  const { name, qualification, date, edition, culture = false } = translation;
  return { state, review: { name, qualification, date, edition, culture }, lapsed: reasons };
}
