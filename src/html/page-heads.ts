import type { Settings } from '../settings.ts';
import { type LanguageTools, toolsFor } from '../i18n/language-tools.ts';
import type { BilingualPage } from './build-bilingual.ts';
import { cardPath } from './card-path.ts';
import type { CodeEntry } from './build-code-entries.ts';
import type { EditionPage } from './build-edition-pages.ts';
import { footerCss } from './build-footer.ts';
import type { LanguagesPage } from './build-languages.ts';
import type { PrintList } from './build-print-lists.ts';
import type { PrintShopPage } from './build-print-shops.ts';
import type { Sheet } from './build-sheets.ts';
import type { StartPage } from './build-site-data.ts';
import type { StatusPage } from './build-status-page.ts';
import type { YoursPage } from './build-yours.ts';
import { describeSheet } from './describe-sheet.ts';
import { toldBySheet, toldByStart, type ToldToPrograms } from './told-to-programs.ts';

/** A link to the same page in another language, for search engines; only real translations are listed. */
export interface Hreflang {
  locale: string;
  href: string;
}

/** What stands in the `head` of a page. */
export interface Head extends Partial<ToldToPrograms> {
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
  /**
   * What stands around every page. Not asked for by the layout itself: Eleventy keeps compiled layouts, with the filters
   * of the first site they served, for the whole process.
   */
  words: { privacy: string; changes: string; kept: string };
  /** Where it is said for programs where the text comes from. */
  card?: string;
  /** What search engines are asked not to do with the page. */
  robots?: 'noindex';
}

/** Every page that has a head. */
export interface PagesWithHeads {
  sheets: readonly Sheet[];
  startPages: readonly StartPage[];
  languages: LanguagesPage;
  printLists: readonly PrintList[];
  printShops: readonly PrintShopPage[];
  yours: YoursPage;
  status: StatusPage;
  bilingualPages: readonly BilingualPage[];
  editionPages: readonly EditionPage[];
  codeEntries: readonly CodeEntry[];
}

/** Builds the heads of all pages, by page address within the site. */
export function buildHeads(
  pages: PagesWithHeads,
  tools: ReadonlyMap<string, LanguageTools>,
  { address, sourceLocale }: Pick<Settings, 'address' | 'sourceLocale'>,
): Record<string, Head> {
  const source = toolsFor(tools, sourceLocale);
  const absolute = (url: string): string => new URL(url.slice(1), address).href;
  const startLinks = pages.startPages.map(({ language, url }) => ({ locale: language.tag, href: absolute(url) }));
  const heads = sourceHeads(source, pages.languages, startLinks, absolute);
  for (const page of pages.startPages) {
    const tool = toolsFor(tools, page.language.tag);
    const told = toldByStart(page, tools, absolute);
    heads[page.url] = { ...headOf(tool), canonical: absolute(page.url), hreflangs: startLinks, ...told };
    heads[page.search.url] = searchHead(tool, absolute(page.search.url));
    if (page.language === source.language) {
      Object.assign(heads['/'] ?? {}, toldByStart({ ...page, url: '/' }, tools, absolute));
    }
  }
  heads[pages.yours.url] = { ...yoursHead(source), canonical: absolute(pages.yours.url) };
  heads[pages.status.url] = { ...statusHead(source), canonical: absolute(pages.status.url) };
  for (const list of pages.printLists) heads[list.url] = printListHead(list, source);
  for (const shop of pages.printShops) heads[shop.url] = printShopHead(shop, source, absolute(shop.url));
  for (const sheet of pages.sheets) {
    const own = sheetHead(sheet, toolsFor(tools, sheet.language.tag), absolute);
    heads[sheet.url] = { ...own, ...toldBySheet(sheet, tools, absolute) };
  }
  for (const page of pages.bilingualPages) {
    heads[page.url] = bilingualHead(page, toolsFor(tools, page.sheet.language.tag), absolute);
  }
  for (const page of pages.editionPages) heads[page.url] = editionHead(page, tools, absolute);
  return { ...heads, ...codeEntryHeads(pages.codeEntries, tools, absolute) };
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
    words: {
      ...{ privacy: t('site.privacy'), changes: t('site.changes') },
      // A day that the worker replaces by its own (client/stamp-kept.ts).
      kept: t('offline.kept', { date: '0000-00-00' }),
    },
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
    description: describeSheet(sheet, tools),
    canonical: absolute(sheet.url),
    hreflangs: all.length > 1 ? all.map(({ language, url }) => ({ locale: language.tag, href: absolute(url) })) : [],
    css: footerCss(sheet.footer, sheet.language),
    card: `/${cardPath(sheet.language.tag, sheet.handout.id)}`,
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
  return { ...headOf(tools), title, description: describeSheet(sheet, tools), canonical: absolute(sheet.url), css };
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

/** For staff and translators, who are led here: a search would lead patients to it. */
function statusHead(source: LanguageTools): Head {
  const [title, description] = [source.t('staff.status'), source.t('staff.statusIntro')];
  return { ...headOf(source), fontSet: 'all', title, description, robots: 'noindex' };
}
