import { stringify } from 'yaml';
import type { WordsRecord } from '../handout/review-schema.ts';
import type { NewReview } from './record-review.ts';
import type { WordsReview } from './words-review.ts';

const HEADING = `# How far the words around the handouts have come in this language: what pages and sheets say beside the
# handouts themselves, and what clinics and programs say. Written by: npx handouts review <language> words
`;

/**
 * Writes down that somebody has read the words around the handouts in a language.
 * @param file `locales/<tag>/review.yaml` as it is; nothing if there is none. Comments at its top are kept.
 * @returns the file with the review
 */
export function recordWordsReview(
  file: string | undefined,
  { record, hashes }: Pick<WordsReview, 'record' | 'hashes'>,
  { name, qualification, date, culture }: Omit<NewReview, 'sections'>,
): string {
  const translator = record.state === 'machine-draft' ? undefined : record.translator;
  const isMachine = record.state === 'machine-draft' || (record.state === 'reviewed' && record.madeBy !== undefined);
  const value: WordsRecord = {
    ...{ state: 'reviewed', name, qualification, date },
    ...(culture && { culture: true }),
    ...(translator && { translator }),
    ...(isMachine && { madeBy: 'machine' }),
    texts: { ...hashes },
  };
  const heading = file === undefined ? HEADING : (/^(?:[ \t]*(?:#.*)?\r?\n)*/.exec(file)?.[0] ?? '');
  return heading + stringify(value, { lineWidth: 0 });
}
