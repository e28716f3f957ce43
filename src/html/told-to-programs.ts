import { toolsFor, type LanguageTools } from '../i18n/language-tools.ts';
import { feedUrl } from './build-feeds.ts';
import { shareImagePath } from './build-share-images.ts';
import type { Sheet } from './build-sheets.ts';
import type { StartPage } from './build-site-data.ts';
import { describeSheet } from './describe-sheet.ts';
import { scriptJson } from './script-json.ts';
import { type ShareTag, shareTags } from './share-tags.ts';
import { clinicThing, graphOf, sheetThing } from './structured-data.ts';

/** What a page tells programs, beside what it tells its readers. */
export interface ToldToPrograms {
  /** How a link to the page is shown elsewhere. */
  shareTags: ShareTag[];
  /** Address within the site of the feed of changes in the page's language. */
  feed: string;
  /** JSON-LD for search engines, ready to stand in a script element. */
  structuredData?: string;
}

type Absolute = (url: string) => string;

/** What the start page of a language tells: of the site and of the clinic behind it. */
export function toldByStart(
  { language: { tag }, url, sheets: [sheet] }: StartPage,
  tools: ReadonlyMap<string, LanguageTools>,
  absolute: Absolute,
): ToldToPrograms {
  const { t } = toolsFor(tools, tag);
  const title = t('site.name');
  const image = { address: absolute(`/${shareImagePath(tag)}`), alt: title };
  const page = { siteName: title, title, description: t('site.intro'), url: absolute(url), locale: tag, image };
  return {
    shareTags: shareTags({ type: 'website', ...page }),
    feed: feedUrl(tag),
    ...(sheet && { structuredData: scriptJson(graphOf(clinicThing(sheet.clinic))) }),
  };
}

/** What the page of a sheet tells. Its picture shows no clinic, so that all clinics have that of the main one. */
export function toldBySheet(
  sheet: Sheet,
  tools: ReadonlyMap<string, LanguageTools>,
  absolute: Absolute,
): ToldToPrograms {
  const { language, handout, text } = sheet;
  const own = toolsFor(tools, language.tag);
  const siteName = own.t('site.name');
  const title = text.title.text;
  const image = { address: absolute(`/${shareImagePath(language.tag, handout.id)}`), alt: title };
  const page = {
    siteName,
    title,
    description: describeSheet(sheet, own),
    url: absolute(sheet.url),
    locale: language.tag,
    image,
  };
  return {
    shareTags: shareTags({ type: 'article', ...page }),
    feed: feedUrl(language.tag),
    structuredData: scriptJson(graphOf(sheetThing(sheet, absolute))),
  };
}
