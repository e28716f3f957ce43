import type { Language } from '../i18n/languages.ts';
import type { StartPage } from './build-site-data.ts';

/** The page of a language where a reader types the code at the foot of a sheet. */
export interface CodeEntry {
  url: string;
  language: Language;
  /** The newest sheets in this language, for browsers in which nothing can be looked up. */
  sheets: StartPage['sheets'];
}

/** Where the readers of a language ask about a code. */
export function codeEntryUrl(locale: string): string {
  return `/${locale}/code/`;
}

/** Builds one page a language. */
export function buildCodeEntries(startPages: readonly StartPage[]): CodeEntry[] {
  return startPages.map(({ language, sheets }) => ({ url: codeEntryUrl(language.tag), language, sheets }));
}
