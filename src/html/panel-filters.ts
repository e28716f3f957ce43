import type { LanguageTools } from '../i18n/language-tools.ts';
import { headingHtml } from './heading-html.ts';
import type { TemplateFilter } from './template-filters.ts';

/** The part of a language's tools that panels are rendered with. */
export type PanelTools = Pick<LanguageTools, 'language' | 't'>;

/** The filters of a panel's template but for that of links, by name; they also run in a browser. */
export function panelFilters(toolsOf: (locale: string) => PanelTools): [string, TemplateFilter][] {
  return [
    ['t', (key: string, locale: string, values?: Record<string, string | number>) => toolsOf(locale).t(key, values)],
    ['headingWords', (text: string, locale: string) => headingHtml(text, toolsOf(locale).language)],
    // Sentences of Chinese and Japanese follow each other without a space.
    [
      'sentenceGap',
      (locale: string) => (['Hans', 'Hant', 'Jpan'].includes(toolsOf(locale).language.script) ? '' : ' '),
    ],
  ];
}
