import type { Handout, HandoutText } from '../handout/handout.ts';
import { clinicalState, expiredUnits, translationState } from './review-state.ts';
import { toldChanges } from './told-changes.ts';

/** What keeps a sheet from being final; each has a notice `notice.<name>` for the reader. */
export type Reservation =
  'machineTranslation' | 'humanDraft' | 'notReviewed' | 'staleSafety' | 'staleMeaning' | 'expired';

/**
 * Says what is still open about one language of a handout, the gravest first.
 *
 * A machine translation of text on which accuracy depends must be reviewed by a qualified human
 * (45 CFR 92.201(c)(3)), so it stays a draft until its reviewer is named.
 */
export function reservationsOf(text: HandoutText, handout: Handout): Reservation[] {
  const reservations: Reservation[] = [];
  const { state } = translationState(handout, text);
  if (state === 'machineDraft') reservations.push('machineTranslation');
  if (state === 'humanDraft') reservations.push('humanDraft');
  const clinical = clinicalState(handout).state;
  // A draft cannot say that it was checked and has changed since, so of a lapsed review it says that there is none.
  const isUnchecked = clinical === 'unreviewed' || (clinical === 'expired' && reservations.length > 0);
  if (isUnchecked) reservations.push('notReviewed');
  const told = new Set(toldChanges(handout, text).map(({ change }) => change));
  if (told.has('safety')) reservations.push('staleSafety');
  if (told.has('meaning')) reservations.push('staleMeaning');
  if (expiredUnits(handout, text).length > 0) reservations.push('expired');
  return reservations;
}

/** True while a sheet may not be handed out as final. */
export function isDraft(text: HandoutText, handout: Handout): boolean {
  return reservationsOf(text, handout).length > 0;
}
