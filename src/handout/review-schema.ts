import { z } from 'zod';

const text = z.string().trim().min(1, 'empty');
const isoDate = z.iso.date('not a date such as 2026-11-23');

/** Who has reviewed something, and when. */
const reviewer = {
  name: text.describe('the reviewer’s full name.'),
  qualification: text.describe(
    'what makes this person qualified, such as "certified medical interpreter" or "nephrologist".',
  ),
  date: isoDate.describe('the day of the review, such as 2026-11-23.'),
};

const reviewedEdition = z
  .int('not a whole number')
  .min(1)
  .describe('the edition of the English that was reviewed, a whole number; written by: npx handouts review.');

const hash = z.string().regex(/^[0-9a-f]{12}$/, 'not twelve digits or letters from a to f');

/** Hashes by what they are of: sections, or kinds of words. */
export const HashesSchema = z.record(z.string(), hash);

const translator = z
  .strictObject({
    name: text.describe('the translator’s full name.'),
    qualification: text.describe('what makes this person qualified, such as "certified translator".'),
  })
  .optional()
  .describe('who translated it, if a person did: name and qualification.');

/** The clinician's review of a source. It lapses for each section that later editions change in what it means. */
export const ClinicalReviewSchema = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('unreviewed').describe('unreviewed, or reviewed with name, qualification, date and edition.'),
  }),
  z.strictObject({ state: z.literal('reviewed'), ...reviewer, edition: reviewedEdition }),
]);

const machineDraft = z.strictObject({
  state: z.literal('machine-draft').describe('machine-draft, human-draft or reviewed.'),
});
const humanDraft = z.strictObject({
  state: z.literal('human-draft').describe('machine-draft, human-draft or reviewed.'),
  translator,
});
const reviewed = z.strictObject({
  state: z.literal('reviewed'),
  ...reviewer,
  culture: z
    .literal(true, 'not true; leave it out where nobody judged it')
    .optional()
    .describe('true if the reviewer also judged that it fits its readers’ way of life.'),
  translator,
  madeBy: z
    .literal('machine', 'not machine; leave it out where a person translated')
    .optional()
    .describe('machine, if a computer made the draft that was reviewed.'),
  texts: HashesSchema.optional().describe('the words that were reviewed; written by: npx handouts review.'),
});

/** A first draft is made once. */
function isMadeOnce({ translator, madeBy }: { translator?: unknown; madeBy?: unknown }): boolean {
  return translator === undefined || madeBy === undefined;
}
const MADE_TWICE = { path: ['madeBy'], error: 'a translator is named too, and only one of them made the first draft' };

/** How far a translation of a handout has come. */
export const TranslationStateSchema = z.discriminatedUnion('state', [
  machineDraft,
  humanDraft,
  reviewed.extend({ edition: reviewedEdition }).refine(isMadeOnce, MADE_TWICE),
]);

/** How far the words around the handouts have come in a language: `locales/<tag>/review.yaml`. */
export const WordsStateSchema = z.discriminatedUnion('state', [
  machineDraft,
  humanDraft,
  reviewed.refine(isMadeOnce, MADE_TWICE),
]);

/** Checked {@link TranslationStateSchema}. */
export type TranslationRecord = z.infer<typeof TranslationStateSchema>;
/** Checked {@link ClinicalReviewSchema}. */
export type ClinicalRecord = z.infer<typeof ClinicalReviewSchema>;
/** Checked {@link WordsStateSchema}. */
export type WordsRecord = z.infer<typeof WordsStateSchema>;
