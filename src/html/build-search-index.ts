import MiniSearch from 'minisearch';
import { allSections, type HandoutText, type Section } from '../handout/handout.ts';
import { segmenterOf } from '../i18n/split-words.ts';
import { wordForms } from '../i18n/word-forms.ts';
import type { Sheet } from './build-sheets.ts';
import { relativeUrl } from './relative-url.ts';
import { INDEX_OPTIONS, type SearchRecord } from './search-record.ts';

/** Where readers of a language search, and what in. */
export interface SearchPlace {
  /** Address of the page within the site. */
  url: string;
  /** Path of the index within the output. */
  index: string;
}

/** The place of a language's search. */
export function searchPlace(locale: string): SearchPlace {
  return { url: `/${locale}/search/`, index: `assets/search/${locale}.json` };
}

/**
 * The words of a language's sheets and where they stand, as the JSON of MiniSearch. Which words there are in a language
 * without spaces is for the ICU of Node.js to say: ICU 75 to 78 (Node 20.19 to 24) give the same bytes for the shipped
 * texts, but no version promises that of the next.
 * @param sheets those of one clinic in that language
 */
export function buildSearchIndex(locale: string, sheets: readonly Sheet[]): string {
  const split = segmenterOf(locale);
  if (!split) throw new Error('This Node.js was built without the dictionaries of ICU; use the one of nodejs.org.');
  const index = new MiniSearch<SearchRecord>({
    ...INDEX_OPTIONS,
    tokenize: (text) => split(text).flatMap(wordForms),
  });
  index.addAll(buildSearchRecords(locale, sheets));
  return JSON.stringify(index);
}

/** Everything that can be found in a language, in the order of the handouts and their sections. */
export function buildSearchRecords(locale: string, sheets: readonly Sheet[]): SearchRecord[] {
  const { url: from } = searchPlace(locale);
  const records = sheets.flatMap(({ url, text, source }) => {
    const address = relativeUrl(url, from);
    const { tag, dir } = source.language;
    const borrowed = { tag, dir };
    return [recordOfHandout(text, address, borrowed), ...recordsOfSections(text, address, borrowed)];
  });
  return records.map((record, id) => ({ id, ...record }));
}

function recordOfHandout(
  { title, summary }: HandoutText,
  url: string,
  source: SearchRecord['language'],
): Omit<SearchRecord, 'id'> {
  const language = summary.locale === undefined ? {} : { language: source };
  return { title: '', heading: title.text, text: summary.text, url, ...language, isDanger: false };
}

function recordsOfSections(
  { title, sections }: HandoutText,
  url: string,
  source: SearchRecord['language'],
): Omit<SearchRecord, 'id'>[] {
  const isDanger = ({ kind }: Section): boolean => kind === 'danger' || kind === 'emergency' || kind === 'urgent';
  return allSections(sections).map((section) => ({
    title: title.text,
    heading: section.heading.text,
    text: section.blocks
      .filter(({ kind }) => kind !== 'heading')
      .map(({ text }) => text)
      .join('\n'),
    url: `${url}#${section.id}`,
    ...(section.locale !== undefined && { language: source }),
    isDanger: isDanger(section),
  }));
}
