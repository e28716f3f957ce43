import { I18nPlugin } from '@11ty/eleventy';
import type { SiteData } from './build-site-data.ts';
import { templateFilters } from './template-filters.ts';

/** The part of Eleventy's configuration object that is used here; the package ships no types for it. */
export interface EleventyConfig {
  addPlugin(plugin: unknown, options?: object): void;
  addFilter(name: string, filter: (...values: never[]) => string): void;
  addGlobalData(name: string, data: unknown): void;
  setNunjucksEnvironmentOptions(options: object): void;
  setTemplateFormats(formats: string[]): void;
  benchmarkManager: { setVerboseOutput(isVerbose: boolean): void };
}

/** Folders as Eleventy names them. */
export const ELEVENTY_FOLDERS = { input: 'templates', layouts: 'layouts', includes: 'partials' } as const;

/** Escaping is left to Nunjucks alone; an undefined value in a template stops the build. */
export const NUNJUCKS_OPTIONS = { autoescape: true, throwOnUndefined: true };

/**
 * Sets Eleventy up for the press: its bundled i18n plugin, our filters, and the typed data all pages are
 * made of. Escaping is left to Nunjucks alone; an undefined value in a template stops the build.
 */
export function configureEleventy(config: EleventyConfig, site: SiteData): void {
  config.addPlugin(I18nPlugin, { defaultLanguage: site.press.source.language.tag, errorMode: 'allow-fallback' });
  config.setTemplateFormats(['njk']);
  config.benchmarkManager.setVerboseOutput(false);
  config.setNunjucksEnvironmentOptions(NUNJUCKS_OPTIONS);
  config.addGlobalData('press', site.press);
  for (const [name, filter] of templateFilters(site.tools)) config.addFilter(name, filter);
}
