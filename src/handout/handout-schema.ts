import { z } from 'zod';
import { ClinicalReviewSchema, HashesSchema, TranslationStateSchema } from './review-schema.ts';

const text = z.string().trim().min(1, 'empty');
const isoDate = z.iso.date('not a date such as 2026-11-23');
const edition = z
  .int('not a whole number')
  .min(1)
  .describe('a whole number, 1 or more; it grows when the English changes.');

const change = z
  .enum(['safety', 'meaning', 'wording'])
  .describe(
    'safety (a danger sign, a dose, a warning), meaning (another fact) or wording (nothing a reader would do differently).',
  );

const heading = {
  title: text.describe('the title of the handout, as its readers see it.'),
  summary: text.describe('two or three sentences that sum the handout up.'),
};

/** Front matter of a handout in its source language. */
export const SourceFrontMatterSchema = z.strictObject({
  ...heading,
  code: z
    .string()
    .regex(/^[A-Z][A-Z0-9]{1,5}$/, 'not two to six capital letters or digits')
    .describe('a short code printed on every page, such as CAL; two to six capital letters or digits.'),
  edition,
  revisions: z
    .array(
      z.strictObject({
        edition,
        date: isoDate.describe('the day of this edition, such as 2026-11-23.'),
        change,
        sections: z
          .record(z.string(), change)
          .optional()
          .describe('sections whose change is of another kind: id and kind, such as {tests: wording}.'),
        note: text.describe('what changed, in a sentence.'),
      }),
    )
    .min(1)
    .describe('one entry per edition, the newest first: edition, date, change and note.'),
  sources: z.array(text).min(1).describe('where the facts are from, one line each.'),
  review: ClinicalReviewSchema.describe(
    'state: unreviewed, or state: reviewed with name, qualification, date and edition of the clinician’s review.',
  ),
});

/** Front matter of a translation. What all languages share stands in the source only. */
export const TranslationFrontMatterSchema = z.strictObject({
  ...heading,
  edition: edition.describe('the edition of the English this was translated from, a whole number.'),
  translation: TranslationStateSchema.describe(
    'state: machine-draft; human-draft, with its translator if you like; or reviewed with name, qualification, date and edition, written by: npx handouts review.',
  ),
  madeFrom: HashesSchema.optional().describe(
    'for each section the English it was made from; written by: npx handouts translate accept.',
  ),
  notes: z.array(text).optional().describe('doubts for the human reviewer; never printed.'),
});

/** Checked front matter of a source. */
export type SourceFrontMatter = z.infer<typeof SourceFrontMatterSchema>;
/** Checked front matter of a translation. */
export type TranslationFrontMatter = z.infer<typeof TranslationFrontMatterSchema>;
