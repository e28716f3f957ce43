import type { Revision } from '../handout/handout.ts';
import type { Language } from '../i18n/languages.ts';
import { compareText } from '../problem.ts';
import { newestFirst } from './build-edition-pages.ts';
import { sheetCode } from './build-footer.ts';
import type { Sheet } from './build-sheets.ts';
import type { StartPage } from './build-site-data.ts';
import { codePageUrl } from './code-page-url.ts';

/** The changes to the handouts of one language, for feed readers (Atom, RFC 4287). */
export interface Feed {
  url: string;
  language: Language;
  /** Page that it is the feed of. */
  startUrl: string;
  /** Day of its newest entry. */
  updated: string;
  entries: { url: string; sheet: Sheet; revision: Revision }[];
}

/**
 * Builds one feed a language, the newest entries first. An edition that a translation does not have yet is not in it:
 * there is no sheet to read.
 */
export function buildFeeds(startPages: readonly StartPage[], settings: { mainClinic: string }): Feed[] {
  return startPages.map(({ language, url: startUrl, sheets }) => {
    const entries = sheets.flatMap((sheet) =>
      newestFirst(sheet.handout)
        .filter(({ edition }) => edition <= sheet.text.edition)
        .map((revision) => {
          const code = sheetCode(sheet.handout, { ...sheet.text, edition: revision.edition });
          return { url: codePageUrl(sheet.clinic.id, code, settings), sheet, revision };
        }),
    );
    // Entries of one day stay in the order of the handouts.
    entries.sort((a, b) => compareText(b.revision.date, a.revision.date));
    const days =
      entries.length > 0 ? entries.map(({ revision }) => revision.date) : sheets.map(({ handout }) => handout.date);
    const updated = [...days].sort().at(-1) ?? '';
    return { url: feedUrl(language.tag), language, startUrl, updated, entries };
  });
}

/** Where the feed of a language is. */
export function feedUrl(locale: string): string {
  return `/${locale}/feed.xml`;
}
