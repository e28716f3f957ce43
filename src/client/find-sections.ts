import MiniSearch, { type Query, type SearchOptions, type SearchResult } from 'minisearch';
import type { SearchRecord } from '../html/search-record.ts';
import { isUnspaced, type SplitWords } from '../i18n/split-words.ts';
import { plainForm, unmarkedForm } from '../i18n/word-forms.ts';

/** A record that was found. */
export interface Found extends Omit<SearchRecord, 'id'> {
  /** The words it was found by, in one of their forms, as they stand in the text. */
  words: string[];
}

/** One way of looking for words. */
type Attempt = (index: MiniSearch<SearchRecord>, words: readonly string[]) => Found[];

/** From strict to lenient: the first that finds anything is the answer, so that exact words are never lost among others. */
const ATTEMPTS: readonly Attempt[] = [
  (index, words) => search(index, allOf(words), {}),
  (index, words) => search(index, allOf(words.map(unmarkedForm)), {}),
  findInside,
  (index, words) => search(index, allOf(words.map(unmarkedForm)), ALMOST),
  (index, words) => search(index, { ...allOf(words.map(unmarkedForm)), combineWith: 'OR' }, ALMOST),
];

/** One letter in five may be wrong, in words long enough to be known nevertheless. */
const ALMOST: SearchOptions = { fuzzy: (word) => (word.length > 4 ? 0.2 : false) };

/**
 * The sections that hold what a reader looks for, best first: all words or the beginnings of words; then without their
 * marks; then inside other words; then with a letter wrong; then any of the words.
 */
export function findSections(index: MiniSearch<SearchRecord>, query: string, split: SplitWords): Found[] {
  const words = split(query).map(plainForm);
  if (words.length === 0) return [];
  for (const attempt of ATTEMPTS) {
    const found = attempt(index, words);
    if (found.length > 0) return found;
  }
  return [];
}

function allOf(words: readonly string[]): Query & object {
  return { combineWith: 'AND', queries: [...words] };
}

function search(index: MiniSearch<SearchRecord>, query: Query, options: SearchOptions): Found[] {
  return index.search(query, { prefix: true, ...options }).map((result) => foundBy(result, result.terms));
}

/** For words that stand inside longer ones, or that the index has split otherwise. Spaces do not count. */
function findInside(index: MiniSearch<SearchRecord>, words: readonly string[]): Found[] {
  const wanted = unmarkedForm(words.join(''));
  const holds = ({ heading, text }: SearchResult): boolean =>
    [heading, text].some((part) => unmarkedForm(String(part)).replace(/\s+/g, '').includes(wanted));
  const shown = isUnspaced(wanted) ? [wanted] : [];
  return index.search(MiniSearch.wildcard, { filter: holds }).map((result) => foundBy(result, shown));
}

function foundBy(result: SearchResult, words: string[]): Found {
  const { title, heading, text, url, language, isDanger } = result as unknown as SearchRecord;
  return { title, heading, text, url, isDanger, words, ...(language && { language }) };
}
