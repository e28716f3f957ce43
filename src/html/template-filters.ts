import { type LanguageTools, toolsFor } from '../i18n/language-tools.ts';
import { fileSizePlaceholder } from './file-size-placeholder.ts';
import { languageAttributes } from './language-attributes.ts';
import { moveHtml } from './move-html.ts';
import { panelFilters } from './panel-filters.ts';
import { relativeUrl } from './relative-url.ts';
import { shareLink } from './share-link.ts';

/** A filter of the templates: the first value is what stands before the bar. */
export type TemplateFilter = (...values: never[]) => string;

/** The filters that all templates may use, by name, for pages and for panels that are printed without a page. */
export function templateFilters(tools: ReadonlyMap<string, LanguageTools>): [string, TemplateFilter][] {
  const toolsOf = (locale: string): LanguageTools => toolsFor(tools, locale);
  return [
    ['date', (isoDate: string, locale: string) => toolsOf(locale).formats.date(isoDate)],
    ['number', (value: number, locale: string) => toolsOf(locale).formats.number(value)],
    ...panelFilters(toolsOf),
    ['moveHtml', (html: string, from: string, to: string, ending: string) => moveHtml(html, { from, to, ending })],
    [
      'languageAttributes',
      (own: string | undefined, around: string, page = around) =>
        languageAttributes(own ?? page, around, (tag) => toolsOf(tag).language),
    ],
    ['fileSizePlaceholder', fileSizePlaceholder],
    ['shareLink', shareLink],
    // The base path comes from the page's data: Eleventy keeps compiled layouts, with the filters of the first site they
    // served, for the whole process.
    ['relative', relativeUrl],
  ];
}
