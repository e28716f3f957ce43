import type { Language } from '../i18n/languages.ts';
import { type LanguageTools, toolsFor } from '../i18n/language-tools.ts';
import { isPublished, type Settings } from '../settings.ts';
import { type BilingualPage, buildBilingualPages } from './build-bilingual.ts';
import { buildCodeEntries, buildNewestEditions, type CodeEntry } from './build-code-entries.ts';
import { buildEditionPages, type EditionPage } from './build-edition-pages.ts';
import { buildFeeds, type Feed } from './build-feeds.ts';
import { footerCss } from './build-footer.ts';
import type { LanguagesPage } from './build-languages.ts';
import type { PrintList } from './build-print-lists.ts';
import { buildReviews, type ReviewLine } from './build-reviews.ts';
import type { PrintShopPage } from './build-print-shops.ts';
import { type SearchPlace, searchPlace } from './build-search-index.ts';
import type { Sheet } from './build-sheets.ts';
import { scriptJson } from './script-json.ts';
import { toldBySheet, toldByStart, type ToldToPrograms } from './told-to-programs.ts';
import type { YoursPage } from './build-yours.ts';

/** A link to the same page in another language, for search engines; only real translations are listed. */
interface Hreflang {
  locale: string;
  href: string;
}

/** What stands in the `head` of a page. */
interface Head extends Partial<ToldToPrograms> {
  locale: string;
  dir: 'ltr' | 'rtl';
  /** The Unicode numbering system in which it writes dates. */
  digits: string;
  /** Names the style sheet of fonts the page needs; a language tag, or `all`. */
  fontSet: string;
  title: string;
  description?: string;
  canonical?: string;
  hreflangs: Hreflang[];
  css?: string;
  /** Scripts the page loads, by the names of their files in `src/client/`; it can be read without them. */
  scripts: string[];
  /** What search engines are asked not to do with the page. */
  robots?: 'noindex';
}

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
    sheets: (Sheet & { reviews: ReviewLine[] })[];
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
  /** The font a page asks for at once, by its set of fonts. */
  preloads: Record<string, string>;
}

/** Builds the data of all pages from the sheets. */
export function buildSiteData(
  sheets: readonly Sheet[],
  { languages, printLists, printShops, yours, preloads }: GivenPages,
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
  const absolute = (url: string): string => new URL(url.slice(1), address).href;
  const startLinks = startPages.map(({ language, url }) => ({ locale: language.tag, href: absolute(url) }));
  const heads = sourceHeads(source, languages, startLinks, absolute);
  for (const page of startPages) {
    const tool = toolsFor(tools, page.language.tag);
    const told = toldByStart(page, tools, absolute);
    heads[page.url] = { ...headOf(tool), canonical: absolute(page.url), hreflangs: startLinks, ...told };
    heads[page.search.url] = searchHead(tool, absolute(page.search.url));
    if (page.language === source.language)
      Object.assign(heads['/'] ?? {}, toldByStart({ ...page, url: '/' }, tools, absolute));
  }
  heads[yours.url] = yoursHead(source);
  for (const list of printLists) heads[list.url] = printListHead(list, source);
  for (const shop of printShops) heads[shop.url] = printShopHead(shop, source, absolute(shop.url));
  for (const sheet of sheets) {
    const own = sheetHead(sheet, toolsFor(tools, sheet.language.tag), absolute);
    heads[sheet.url] = { ...own, ...toldBySheet(sheet, tools, absolute) };
  }
  const bilingualPages = buildBilingualPages(sheets);
  for (const page of bilingualPages)
    heads[page.url] = bilingualHead(page, toolsFor(tools, page.sheet.language.tag), absolute);
  const editionPages = buildEditionPages(sheets, settings);
  for (const page of editionPages) heads[page.url] = editionHead(page, tools, absolute);
  const codeEntries = buildCodeEntries(startPages);
  Object.assign(heads, codeEntryHeads(codeEntries, tools, absolute));
  const listed = [...startPages, ...mainSheets, ...codeEntries].map(({ url }) => url);
  const sitemap = ['/', languages.url, languages.cards.url, ...listed].map((url) => {
    return { href: absolute(url), hreflangs: heads[url]?.hreflangs ?? [] };
  });
  return {
    tools,
    press: {
      address,
      basePath: new URL(address).pathname,
      isPublished: isPublished(settings),
      source: { language: source.language },
      bodySize: settings.bodySize,
      sheets: sheets.map((sheet) => withReviews(sheet, tools)),
      bilingualPages,
      startPages,
      languages,
      printLists,
      preloads,
      editionPages,
      codeEntries,
      newestEditions: scriptJson(buildNewestEditions(startPages)),
      feeds: buildFeeds(startPages, settings),
      clinicName: mainSheets[0]?.clinic.name ?? '',
      printShops,
      yours,
      heads,
      sitemap,
    },
  };
}

function withReviews(sheet: Sheet, tools: ReadonlyMap<string, LanguageTools>): SiteData['press']['sheets'][number] {
  return { ...sheet, reviews: buildReviews(sheet, toolsFor(tools, sheet.language.tag)) };
}

/** Heads of the pages that are in the source language only. */
function sourceHeads(
  source: LanguageTools,
  languages: LanguagesPage,
  startLinks: readonly Hreflang[],
  absolute: (url: string) => string,
): Record<string, Head> {
  return {
    '/': {
      ...headOf(source),
      fontSet: 'all',
      canonical: absolute('/'),
      hreflangs: [...startLinks, { locale: 'x-default', href: absolute('/') }],
    },
    [languages.url]: {
      ...headOf(source),
      fontSet: 'all',
      title: source.t('languages.title'),
      description: source.t('languages.intro'),
      canonical: absolute(languages.url),
    },
    [languages.cards.url]: {
      ...headOf(source),
      fontSet: 'all',
      title: languages.cards.title,
      description: source.t('cards.point'),
      canonical: absolute(languages.cards.url),
      css: footerCss(languages.cards.footer, source.language),
    },
    '/404.html': {
      ...headOf(source),
      fontSet: 'all',
      title: source.t('site.notFoundTitle'),
      scripts: ['page', 'edition'],
    },
  };
}

function headOf({ language, t }: LanguageTools): Head {
  const { tag, dir, digits } = language;
  return {
    locale: tag,
    dir,
    digits,
    fontSet: tag,
    title: t('site.name'),
    description: t('site.intro'),
    hreflangs: [],
    scripts: ['page'],
  };
}

/** Search engines are led to the page of the sheet, which says all that lasts. */
function editionHead(
  { sheet, code }: EditionPage,
  tools: ReadonlyMap<string, LanguageTools>,
  absolute: (url: string) => string,
): Head {
  const own = toolsFor(tools, sheet.language.tag);
  return {
    ...headOf(own),
    title: `${own.t('edition.title')} ${code}`,
    description: sheet.text.title.text,
    canonical: absolute(sheet.url),
    robots: 'noindex',
  };
}

function codeEntryHeads(
  entries: readonly CodeEntry[],
  tools: ReadonlyMap<string, LanguageTools>,
  absolute: (url: string) => string,
): Record<string, Head> {
  const hreflangs = entries.map(({ language, url }) => ({ locale: language.tag, href: absolute(url) }));
  return Object.fromEntries(
    entries.map(({ language, url }) => {
      const own = toolsFor(tools, language.tag);
      const head = headOf(own);
      const scripts = [...head.scripts, 'edition'];
      return [url, { ...head, title: own.t('edition.title'), canonical: absolute(url), hreflangs, scripts }];
    }),
  );
}

function searchHead(tools: LanguageTools, canonical: string): Head {
  const title = `${tools.t('search.label')} – ${tools.t('site.name')}`;
  return { ...headOf(tools), title, canonical, scripts: ['page', 'search'] };
}

function sheetHead(sheet: Sheet, tools: LanguageTools, absolute: (url: string) => string): Head {
  const all = [{ language: sheet.language, url: sheet.url }, ...sheet.alternates];
  const head = headOf(tools);
  return {
    ...head,
    scripts: [...head.scripts, 'print'],
    title: sheet.text.title.text,
    description: sheet.text.summary.text,
    canonical: absolute(sheet.url),
    hreflangs: all.length > 1 ? all.map(({ language, url }) => ({ locale: language.tag, href: absolute(url) })) : [],
    css: footerCss(sheet.footer, sheet.language),
  };
}

/** A bilingual page says nothing that its sheet's page does not: search engines are led to that one. */
function bilingualHead(
  { sheet, original }: BilingualPage,
  tools: LanguageTools,
  absolute: (url: string) => string,
): Head {
  const title = `${sheet.text.title.text} – ${original.text.title.text}`;
  const css = footerCss(sheet.footer, sheet.language);
  return { ...headOf(tools), title, description: sheet.text.summary.text, canonical: absolute(sheet.url), css };
}

/** A print list is for a clinic's staff, not for search engines: it is in no sitemap. */
function printListHead({ pack, footer }: PrintList, source: LanguageTools): Head {
  const title = `${source.t('staff.printList')}: ${pack.name}`;
  return { ...headOf(source), fontSet: 'all', title, css: footerCss(footer, source.language) };
}

/** Like a print list, the print shop is in no sitemap. */
function printShopHead({ clinic }: PrintShopPage, source: LanguageTools, canonical: string): Head {
  const title = `${source.t('staff.printShop')}: ${clinic.name}`;
  const description = source.t('staff.printShopIntro');
  return { ...headOf(source), fontSet: 'all', title, description, canonical, scripts: ['page', 'print-shop'] };
}

/** A tool for staff: no search engine need know it, and it is in no sitemap. */
function yoursHead(source: LanguageTools): Head {
  const head = headOf(source);
  return {
    ...head,
    title: source.t('staff.yoursTitle'),
    description: source.t('staff.yoursIntro'),
    scripts: [...head.scripts, 'yours'],
  };
}
