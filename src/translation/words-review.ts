import { createHash } from 'node:crypto';
import type { WordsRecord } from '../handout/review-schema.ts';
import { listInWords } from '../list-in-words.ts';
import { error, type Problem, warning } from '../problem.ts';
import type { TextPair } from './text-pair.ts';

/** The words around the handouts: the strings of pages and sheets, and what clinics and programs say. */
export const WORDS = ['strings', 'records'] as const;
/** One of {@link WORDS}. */
export type Words = (typeof WORDS)[number];

/** What authors call them. */
export const WORDS_NAMES: Record<Words, string> = {
  strings: 'the interface strings (ui.json)',
  records: 'the texts of clinics and programs',
};

/** How far the words around the handouts have come in one language; those of the source are its authors' own. */
export interface WordsReview {
  locale: string;
  file: string;
  /** As the file says; a machine draft if there is none. */
  record: WordsRecord;
  state: 'machineDraft' | 'humanDraft' | 'reviewed' | 'expired';
  /** What changed after the review, in either language. */
  lapsed: Words[];
  /** Of the words as they are now. */
  hashes: Record<Words, string>;
}

/** Where it stands, from the project's root. */
export const wordsReviewFile = (locale: string): string => `locales/${locale}/review.yaml`;

/** Compares the words as they are with those that were reviewed. */
export function reviewWords(
  locale: string,
  record: WordsRecord,
  pairs: Readonly<Record<Words, readonly TextPair[]>>,
): WordsReview {
  const ofLocale = (kind: Words) => pairs[kind].filter((pair) => pair.locale === locale);
  const hashes = { strings: hashPairs(ofLocale('strings')), records: hashPairs(ofLocale('records')) };
  const found = { locale, file: wordsReviewFile(locale), record, hashes };
  if (record.state === 'machine-draft') return { ...found, state: 'machineDraft', lapsed: [] };
  if (record.state === 'human-draft') return { ...found, state: 'humanDraft', lapsed: [] };
  const lapsed = WORDS.filter((kind) => record.texts?.[kind] !== hashes[kind]);
  return { ...found, state: lapsed.length > 0 ? 'expired' : 'reviewed', lapsed };
}

/** Both sides count: nobody says of a change of these words how grave it is. Their order does not. */
function hashPairs(pairs: readonly TextPair[]): string {
  const words = pairs.map(({ name, source, translated }) =>
    JSON.stringify([name, source.text.normalize('NFC'), translated.text.normalize('NFC')]),
  );
  return createHash('sha256').update(words.sort().join('\n')).digest('hex').slice(0, 12);
}

/** Warns of reviews that no longer hold, and refuses those that do not say what was read. @param options see `Settings` */
export function checkWordsReviews(
  reviews: Iterable<WordsReview>,
  options: { isBeingWritten?: boolean } = {},
): Problem[] {
  return [...reviews].flatMap(({ locale, file, record, lapsed }): Problem[] => {
    if (record.state !== 'reviewed') return [];
    const fix = `run: ${wordsCommand(locale)}`;
    if (!record.texts) {
      const what = `The file says that ${record.name} has reviewed these words, but not which: nobody could tell later what has changed since.`;
      return [(options.isBeingWritten ? warning : error)(file, what, fix)];
    }
    if (lapsed.length === 0) return [];
    const changed = listInWords(lapsed.map((kind) => WORDS_NAMES[kind]));
    const what = `The review of ${record.name} (${record.date}) no longer holds: ${changed} changed after it, here or in the source.`;
    return [warning(file, what, `let a qualified person read them again, then ${fix}`)];
  });
}

/** How a review of these words is written down. */
export function wordsCommand(locale: string): string {
  return `npx handouts review ${locale} words --name "…" --qualification "…" --date …`;
}
