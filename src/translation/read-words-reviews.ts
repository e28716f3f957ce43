import { join } from 'node:path';
import type { Records } from '../clinic/read-records.ts';
import { type WordsRecord, WordsStateSchema } from '../handout/review-schema.ts';
import type { Language } from '../i18n/languages.ts';
import type { Catalogue } from '../i18n/messages.ts';
import { type Checked, error, type Problem } from '../problem.ts';
import { parseRecord } from '../read-record.ts';
import { readOptionalText } from '../read-text.ts';
import { pairCatalogues, pairRecords } from './pair-records.ts';
import { reviewWords, type WordsReview, wordsReviewFile } from './words-review.ts';

/** Reads how far the words around the handouts have come in each language but the source, by language. */
export async function readWordsReviews(
  settings: { root: string; sourceLocale: string },
  languages: readonly Language[],
  { catalogues, records }: { catalogues: ReadonlyMap<string, Catalogue>; records: Records },
): Promise<Checked<Map<string, WordsReview>>> {
  const { sourceLocale } = settings;
  const pairs = { strings: pairCatalogues(catalogues, sourceLocale), records: pairRecords(records, sourceLocale) };
  const read = await Promise.all(
    languages.map(async ({ tag }) => ({ tag, ...(await readWordsRecord(settings, tag)) })),
  );
  const problems = read.flatMap((one) => one.problems);
  const reviews = read.flatMap(({ tag, value }) => (value ? [reviewWords(tag, value, pairs)] : []));
  return { value: new Map(reviews.map((review) => [review.locale, review])), problems };
}

/** A language without the file has a machine draft: that is what everything is until a person says otherwise. */
async function readWordsRecord(
  { root, sourceLocale }: { root: string; sourceLocale: string },
  tag: string,
): Promise<Checked<WordsRecord>> {
  const file = wordsReviewFile(tag);
  const text = await readOptionalText(join(root, file), file);
  if (tag === sourceLocale) {
    const what = 'The words of the source language are no translation.';
    const problems: Problem[] = text.value === undefined ? [] : [error(file, what, 'delete this file.')];
    return { problems: [...text.problems, ...problems] };
  }
  const parsed = text.value === undefined ? undefined : parseRecord(text.value, WordsStateSchema, file);
  return {
    value: parsed?.value ?? { state: 'machine-draft' },
    problems: [...text.problems, ...(parsed?.problems ?? [])],
  };
}
