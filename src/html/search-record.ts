import type { Options } from 'minisearch';

/** A part of a handout that can be found: a section, a part of one, or the handout itself by its title and summary. */
export interface SearchRecord {
  id: number;
  /** Of the handout; empty where that is the heading. */
  title: string;
  heading: string;
  /** Paragraphs, items and cells, one a line; empty where all stands in parts. */
  text: string;
  /** Address of its place, from the search page. */
  url: string;
  /** Of the text, and of the heading of a section, where that is not the language of the page. */
  language?: { tag: string; dir: 'ltr' | 'rtl' };
  /** True for danger signs, which come first among results that are about as good. */
  isDanger: boolean;
}

/**
 * What the press and the reader's browser must agree on about an index. Words are split and brought into their forms
 * before they are handed over, so that MiniSearch takes them as they are.
 */
export const INDEX_OPTIONS: Options<SearchRecord> = {
  fields: ['heading', 'text'],
  storeFields: ['title', 'heading', 'text', 'url', 'language', 'isDanger'],
  processTerm: (word) => word,
  searchOptions: {
    tokenize: (word) => [word],
    boost: { heading: 2 },
    boostDocument: (_id, _word, stored) => (stored?.isDanger === true ? 1.25 : 1),
  },
};
