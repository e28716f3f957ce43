import type { Language } from '../i18n/languages.ts';
import { type LanguageTools, toolsFor } from '../i18n/language-tools.ts';
import { isPublished, type Settings } from '../settings.ts';
import { type BilingualPage, buildBilingualPages } from './build-bilingual.ts';
import { buildCodeEntries, type CodeEntry } from './build-code-entries.ts';
import { buildEditionPages, type EditionPage } from './build-edition-pages.ts';
import { buildFeeds, type Feed } from './build-feeds.ts';
import type { LanguagesPage } from './build-languages.ts';
import type { PrintList } from './build-print-lists.ts';
import type { PrintShopPage } from './build-print-shops.ts';
import { type SearchPlace, searchPlace } from './build-search-index.ts';
import type { Sheet } from './build-sheets.ts';
import { newestEditions } from './newest-editions.ts';
import { scriptJson } from './script-json.ts';
import { buildHeads, type Head, type Hreflang } from './page-heads.ts';
import type { StatusPage } from './build-status-page.ts';
import type { YoursPage } from './build-yours.ts';

/** A language's list of handouts. */
export interface StartPage {
  language: Language;
  url: string;
  sheets: Sheet[];
  /** Where its readers search these handouts. */
  search: SearchPlace;
}

/** All that the templates are given. */
export interface SiteData {
  tools: ReadonlyMap<string, LanguageTools>;
  press: {
    address: string;
    /** Path of the site on its host, with slashes at both ends. */
    basePath: string;
    /** False while no phone elsewhere can open the address: then no link is offered for sending it. */
    isPublished: boolean;
    source: { language: Language };
    /** Smallest and largest body text of the two-sided forms, in points. */
    bodySize: Settings['bodySize'];
    sheets: readonly Sheet[];
    bilingualPages: BilingualPage[];
    startPages: StartPage[];
    languages: LanguagesPage;
    printLists: PrintList[];
    /** The font a page asks for at once, by its set of fonts; path within the site. */
    preloads: Record<string, string>;
    editionPages: EditionPage[];
    codeEntries: CodeEntry[];
    /** JSON of what must be known to know every code. */
    newestEditions: string;
    feeds: Feed[];
    /** Who publishes the site. */
    clinicName: string;
    printShops: PrintShopPage[];
    yours: YoursPage;
    status: StatusPage;
    /** By page address within the site. */
    heads: Record<string, Head>;
    sitemap: { href: string; hreflangs: Hreflang[] }[];
  };
}

/** What of the pages is made before. */
export interface GivenPages {
  languages: LanguagesPage;
  printLists: PrintList[];
  printShops: PrintShopPage[];
  yours: YoursPage;
  status: StatusPage;
  /** The font a page asks for at once, by its set of fonts. */
  preloads: Record<string, string>;
}

/** Builds the data of all pages from the sheets. */
export function buildSiteData(
  sheets: readonly Sheet[],
  { languages, printLists, printShops, yours, status, preloads }: GivenPages,
  tools: ReadonlyMap<string, LanguageTools>,
  settings: Settings,
): SiteData {
  const { address, mainClinic, sourceLocale } = settings;
  const source = toolsFor(tools, sourceLocale);
  const mainSheets = sheets.filter(({ clinic }) => clinic.id === mainClinic);
  const startPages = [...tools.values()].flatMap(({ language }): StartPage[] => {
    const own = mainSheets.filter((sheet) => sheet.language.tag === language.tag);
    return own.length === 0
      ? []
      : [{ language, url: `/${language.tag}/`, sheets: own, search: searchPlace(language.tag) }];
  });
  const bilingualPages = buildBilingualPages(sheets);
  const editionPages = buildEditionPages(sheets, settings);
  const codeEntries = buildCodeEntries(startPages);
  const given = { sheets, startPages, languages, printLists, printShops, yours, status };
  const heads = buildHeads({ ...given, bilingualPages, editionPages, codeEntries }, tools, settings);
  const listed = [...startPages, ...mainSheets, ...codeEntries].map(({ url }) => url);
  const sitemap = ['/', languages.url, languages.cards.url, ...listed].map((url) => {
    return { href: new URL(url.slice(1), address).href, hreflangs: heads[url]?.hreflangs ?? [] };
  });
  return {
    tools,
    press: {
      address,
      basePath: new URL(address).pathname,
      isPublished: isPublished(settings),
      source: { language: source.language },
      bodySize: settings.bodySize,
      sheets,
      bilingualPages,
      startPages,
      languages,
      printLists,
      preloads,
      editionPages,
      codeEntries,
      newestEditions: scriptJson(newestEditions(startPages.flatMap(({ sheets: own }) => own))),
      feeds: buildFeeds(startPages, settings),
      clinicName: mainSheets[0]?.clinic.name ?? '',
      printShops,
      yours,
      status,
      heads,
      sitemap,
    },
  };
}
