import type { Handout, HandoutText } from '../handout/handout.ts';
import { error, type Problem, warning } from '../problem.ts';

/** What keeps a sheet from being final; each has a notice `notice.<name>` for the reader. */
export type Reservation = 'machineTranslation' | 'humanDraft' | 'notReviewed' | 'stale';

/**
 * Says what is still open about one language of a handout, the gravest first.
 *
 * A machine translation of text on which accuracy depends must be reviewed by a qualified human
 * (45 CFR 92.201(c)(3)), so it stays a draft until its reviewer is named.
 */
export function reservationsOf(text: HandoutText, handout: Handout): Reservation[] {
  const reservations: Reservation[] = [];
  if (text.translation?.state === 'machine-draft') reservations.push('machineTranslation');
  if (text.translation?.state === 'human-draft') reservations.push('humanDraft');
  if (handout.review.state === 'unreviewed') reservations.push('notReviewed');
  if (text.edition < handout.edition) reservations.push('stale');
  return reservations;
}

/** True while a sheet may not be handed out as final. */
export function isDraft(text: HandoutText, handout: Handout): boolean {
  return reservationsOf(text, handout).length > 0;
}

/** Warns of translations made from an older edition of the source, and of editions that do not exist yet. */
export function checkEditions(handout: Handout): Problem[] {
  if (!handout.source.isSound) return [];
  return handout.texts
    .filter(({ edition }) => edition !== handout.edition)
    .map(({ file, edition }) => {
      if (edition > handout.edition) {
        const what = `This translation names edition ${edition}, but the source is only edition ${handout.edition}.`;
        return error(file, what, `set "edition" to that of ${handout.source.file} it was made from.`);
      }
      const what = `This translation was made from edition ${edition}; the source is edition ${handout.edition}. The sheet says so to its readers.`;
      const fix = `bring it up to date with ${handout.source.file}, then set "edition: ${handout.edition}".`;
      return warning(file, what, fix);
    });
}
