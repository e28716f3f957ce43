import { I18nPlugin } from '@11ty/eleventy';
import { headingWords } from '../i18n/heading-words.ts';
import type { LanguageTools } from '../i18n/language-tools.ts';
import { fileSizePlaceholder } from './file-size-placeholder.ts';
import { escapeHtml } from '../markup/inline-text.ts';
import { moveHtml } from './move-html.ts';
import { relativeUrl } from './relative-url.ts';
import type { SiteData } from './build-site-data.ts';

/** The part of Eleventy's configuration object that is used here; the package ships no types for it. */
export interface EleventyConfig {
  addPlugin(plugin: unknown, options?: object): void;
  addFilter(name: string, filter: (this: { page?: { url: string } }, ...values: never[]) => string): void;
  addGlobalData(name: string, data: unknown): void;
  setNunjucksEnvironmentOptions(options: object): void;
  setTemplateFormats(formats: string[]): void;
  benchmarkManager: { setVerboseOutput(isVerbose: boolean): void };
}

/** Folders as Eleventy names them. */
export const ELEVENTY_FOLDERS = { input: 'templates', layouts: 'layouts', includes: 'partials' } as const;

/**
 * Sets Eleventy up for the press: its bundled i18n plugin, our filters, and the typed data all pages are
 * made of. Escaping is left to Nunjucks alone; an undefined value in a template stops the build.
 */
export function configureEleventy(config: EleventyConfig, site: SiteData): void {
  const toolsOf = (locale: string): LanguageTools => {
    const tools = site.tools.get(locale);
    if (!tools) throw new Error(`A template asked for the unknown language "${locale}".`);
    return tools;
  };
  config.addPlugin(I18nPlugin, { defaultLanguage: site.press.source.language.tag, errorMode: 'allow-fallback' });
  config.setTemplateFormats(['njk']);
  config.benchmarkManager.setVerboseOutput(false);
  config.setNunjucksEnvironmentOptions({ autoescape: true, throwOnUndefined: true });
  config.addGlobalData('press', site.press);
  config.addFilter('t', (key: string, locale: string, values?: Record<string, string | number>) =>
    toolsOf(locale).t(key, values),
  );
  config.addFilter('date', (isoDate: string, locale: string) => toolsOf(locale).formats.date(isoDate));
  config.addFilter('number', (value: number, locale: string) => toolsOf(locale).formats.number(value));
  config.addFilter('headingWords', (text: string, locale: string) =>
    headingWords(text, toolsOf(locale).language).map(escapeHtml).join('<wbr>'),
  );
  // Sentences of Chinese and Japanese follow each other without a space.
  config.addFilter('sentenceGap', (locale: string) =>
    ['Hans', 'Hant', 'Jpan'].includes(toolsOf(locale).language.script) ? '' : ' ',
  );
  config.addFilter('moveHtml', (html: string, from: string, to: string, ending: string) =>
    moveHtml(html, { from, to, ending }),
  );
  config.addFilter('fileSizePlaceholder', fileSizePlaceholder);
  // The base path comes from the page's data: Eleventy keeps compiled layouts, with the filters of the first site they
  // served, for the whole process.
  config.addFilter('relative', relativeUrl);
}
