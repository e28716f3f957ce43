import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Records } from '../clinic/read-records.ts';
import type { Handout } from '../handout/handout.ts';
import type { FontLibrary } from '../i18n/font-faces.ts';
import type { Language } from '../i18n/languages.ts';
import type { Catalogue } from '../i18n/messages.ts';
import { type LanguageTools, toolsFor } from '../i18n/language-tools.ts';
import type { WantedLanguage } from '../i18n/wanted-languages.ts';
import type { References } from '../markup/inline-text.ts';
import type { Checked, Problem } from '../problem.ts';
import { NO_PRINT_CACHE, type PrintCache } from '../print-cache.ts';
import type { Settings } from '../settings.ts';
import { buildStatus } from '../status/build-status.ts';
import type { WordsReview } from '../translation/words-review.ts';
import { STATUS_JSON } from '../status/status.ts';
import { footerText } from './build-footer.ts';
import { logoPath } from './build-panel.ts';
import { checkPages } from './check-pages.ts';
import { checkTagging } from './check-tagging.ts';
import { buildSiteData } from './build-site-data.ts';
import { readFormStyles } from './form-page.ts';
import { deviceFontRules, lineMetrics } from './device-fonts.ts';
import { buildLanguages, type CardSheet } from './build-languages.ts';
import { buildPrintLists, type PrintList } from './build-print-lists.ts';
import { buildShareImages, type ShareImage } from './build-share-images.ts';
import { buildPrintShops } from './build-print-shops.ts';
import { buildSearchIndex } from './build-search-index.ts';
import type { Sheet } from './build-sheets.ts';
import { hasBorrowed } from './sheet-text.ts';
import { contactCard, contactCardPath } from './contact-card.ts';
import {
  addCharacters,
  addListNumbers,
  type CharactersByLanguage,
  choosePageFonts,
  collectCharacters,
  cutForScreens,
  fontSetOf,
  fontStylesheet,
  preloadedFonts,
  readFontFile,
} from './page-fonts.ts';
import { bundleScripts, bundleWorker } from './bundle-scripts.ts';
import { type RenderedFile, renderSite } from './render-site.ts';
import { buildStylesheet, STYLESHEET, YOURS_STYLE_FILE } from './stylesheet.ts';
import { WORKER_FILE } from './worker-file.ts';
import { buildStatusPage } from './build-status-page.ts';
import { buildYours, buildYoursFiles } from './build-yours.ts';

/** The whole website in memory: pages (PDF sizes still to be filled in) and everything they load. */
export interface Site {
  pages: RenderedFile[];
  /** Bytes by path within the output. */
  assets: Map<string, Uint8Array>;
  /** The characters of each set of fonts, by its name: those of a language's pages, or of all. */
  fontSets: ReadonlyMap<string, CharactersByLanguage>;
  /** Styles of the forms other than the standard one, for printing. */
  formStyles: string;
  /** The cards to print beside the sheets. */
  cards: CardSheet;
  /** What is in the packs, to print too. */
  printLists: PrintList[];
  /** Pictures to draw of pages, which are shown beside links to them. */
  shareImages: ShareImage[];
}

/** What a site is built from beside its sheets. */
export interface SiteContent {
  tools: ReadonlyMap<string, LanguageTools>;
  languages: readonly Language[];
  fonts: FontLibrary;
  handouts: readonly Handout[];
  wanted: readonly WantedLanguage[];
  records: Pick<Records, 'programs'>;
  catalogues: ReadonlyMap<string, Catalogue>;
  words: ReadonlyMap<string, WordsReview>;
  referencesOf: (locale: string) => References;
}

/**
 * Renders the website of all sheets.
 * @param cache of what earlier builds have made: cutting its fonts takes longer than all else
 */
export async function buildSite(
  sheets: readonly Sheet[],
  content: SiteContent,
  settings: Settings,
  cache: PrintCache = NO_PRINT_CACHE,
): Promise<{ value: Site; problems: Problem[] }> {
  const { tools, languages, fonts, handouts, wanted, records, referencesOf, words } = content;
  const languagesPage = buildLanguages({ handouts, tools, wanted, sourceLocale: settings.sourceLocale, words });
  const printLists = buildPrintLists(sheets, tools, settings);
  const preloads = preloadedFonts(languages, fonts);
  const printShops = buildPrintShops(sheets, settings, [...tools.keys()]);
  const yoursContext = { sheets, programs: records.programs, tools, referencesOf, settings };
  const status = buildStatus(content, settings.sourceLocale);
  const staffPages = { yours: buildYours(yoursContext), status: buildStatusPage(status) };
  const given = { languages: languagesPage, printLists, printShops, ...staffPages, preloads };
  const siteData = buildSiteData(sheets, given, tools, settings);
  const pages = await renderSite(siteData, settings.templates);
  const fontSets = collectFontSets(pages, sheets, languages);
  const fontFiles = await collectFonts(fontSets, languages, fonts, cache);
  const text = new TextEncoder();
  const formStyles = await readFormStyles(settings.templates);
  const scripts = new Set(Object.values(siteData.press.heads).flatMap((head) => head.scripts));
  const assets = new Map<string, Uint8Array>([
    [STYLESHEET, text.encode(await buildStylesheet(settings.templates, languages))],
    ...(await readAssets(settings.templates)),
    [WORKER_FILE, await bundleWorker(settings.templates)],
    ...(await bundleScripts(scripts, settings.templates)),
    ['assets/yours.css', await readFile(join(settings.templates, 'styles', YOURS_STYLE_FILE))],
    ...buildYoursFiles(yoursContext, formStyles).map(([path, file]): [string, Uint8Array] => [path, text.encode(file)]),
    ...siteData.press.startPages.map(({ language, sheets: found, search }): [string, Uint8Array] => [
      search.index,
      text.encode(buildSearchIndex(language.tag, found)),
    ]),
    [STATUS_JSON, text.encode(`${JSON.stringify(status, undefined, 2)}\n`)],
    ...(fontFiles.value ?? []),
  ]);
  const { t } = toolsFor(tools, settings.sourceLocale);
  for (const { clinic } of sheets) {
    if (clinic.logoImage) assets.set(logoPath(clinic), clinic.logoImage.bytes);
    assets.set(contactCardPath(clinic), text.encode(contactCard(clinic, t)));
  }
  const printedUrls = new Set([
    languagesPage.cards.url,
    ...printLists.map(({ url }) => url),
    ...sheets.flatMap(({ files }) => files.map(({ url }) => url)),
  ]);
  const printedPages = pages.filter(({ url }) => printedUrls.has(url));
  const problems = [...fontFiles.problems, ...checkPages(sheets, pages, tools), ...checkTagging(printedPages)];
  const shareImages = buildShareImages(siteData.press.startPages, tools, settings);
  return {
    value: { pages, assets, fontSets, formStyles, cards: languagesPage.cards, printLists, shareImages },
    problems,
  };
}

/** The files that lie ready beside the templates, such as icons. */
async function readAssets(templates: string): Promise<[path: string, bytes: Uint8Array][]> {
  const folder = join(templates, 'assets');
  const names = (await readdir(folder)).sort();
  return Promise.all(
    names.map(async (name): Promise<[string, Uint8Array]> => [`assets/${name}`, await readFile(join(folder, name))]),
  );
}

/** The characters of each set of pages that share their fonts: those of a language, or `all`. */
function collectFontSets(
  pages: readonly RenderedFile[],
  sheets: readonly Sheet[],
  languages: readonly Language[],
): Map<string, CharactersByLanguage> {
  const sets = new Map<string, CharactersByLanguage>();
  const footers = new Map(sheets.map((sheet) => [sheet.url, sheet]));
  for (const { url, content } of pages) {
    const name = fontSetOf(content);
    if (name === undefined) continue;
    const characters: CharactersByLanguage = sets.get(name) ?? new Map<string, Set<string>>();
    collectCharacters(content, characters, name === 'all');
    for (const language of languages) if (language.tag === name) addListNumbers(language, characters);
    const sheet = footers.get(url);
    if (sheet) addCharacters(footerText(sheet.footer), sheet.language.tag, characters);
    if (sheet && hasBorrowed(sheet)) addListNumbers(sheet.source.language, characters);
    sets.set(name, characters);
  }
  return sets;
}

/** One style sheet of fonts for each set, and the font files. */
async function collectFonts(
  sets: ReadonlyMap<string, CharactersByLanguage>,
  languages: readonly Language[],
  library: FontLibrary,
  cache: PrintCache,
): Promise<Checked<[string, Uint8Array][]>> {
  const files = new Map<string, Uint8Array>();
  const chosen = [...sets].map(([name, characters]) => {
    return { name, ...choosePageFonts(characters, languages, library, name) };
  });
  for (const { name, css, files: chosenFiles } of chosen) {
    const shown = await cutForScreens(css, chosenFiles, name, cache);
    const drawn = languages.filter(({ tag }) => tag === name || (name === 'all' && sets.get(name)?.has(tag)));
    const ofDevices = drawn.map((language) => deviceFontRules(language, lineMetrics(language, library)));
    const rules = [shown.css, ...ofDevices].filter((rule) => rule !== '').join('\n');
    files.set(fontStylesheet(name), new TextEncoder().encode(rules));
    for (const [file, bytes] of shown.files) files.set(`assets/fonts/${file}`, bytes);
    for (const file of chosenFiles) files.set(`assets/fonts/${file.name}`, await readFontFile(file, cache));
  }
  return { value: [...files], problems: chosen.flatMap(({ problems }) => problems) };
}
