import type { Provenance } from './provenance.ts';

/** Whether a translation may be listed by MedlinePlus, as far as it says itself. */
export interface MedlinePlusListing {
  meets: boolean;
  /** What is missing, a sentence each. */
  missing: string[];
}

/**
 * Compares a translation with the criteria by which MedlinePlus lists health information in other languages
 * (medlineplus.gov/languages/criteria.html): an English equivalent, the translation process and the translator's
 * credentials, and a statement that language and culture were reviewed.
 * @param hasEnglish whether the English is published beside it
 */
export function checkListing(
  { madeBy, translator, review }: Provenance,
  { hasEnglish }: { hasEnglish: boolean },
): MedlinePlusListing {
  const missing: string[] = [];
  if (!hasEnglish) missing.push('There is no English equivalent beside it.');
  if (madeBy === 'person' && !translator) missing.push('The credentials of its translator are not stated.');
  // A computer has no credentials: those of the person who answers for its draft stand for them.
  if (madeBy === 'computer' && !review) {
    missing.push('A computer translated it, and no qualified person answers for the translation.');
  }
  if (!review) missing.push('No qualified person has reviewed its language.');
  else if (!review.isValid) missing.push('Its words or the English changed after its language was reviewed.');
  if (!review?.culture) missing.push('There is no statement that it was reviewed for its readers’ culture.');
  return { meets: missing.length === 0, missing };
}
