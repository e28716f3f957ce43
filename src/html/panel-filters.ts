import { headingWords } from '../i18n/heading-words.ts';
import type { LanguageTools } from '../i18n/language-tools.ts';
import { escapeHtml } from '../markup/escape-html.ts';
import type { TemplateFilter } from './template-filters.ts';

/** The part of a language's tools that panels are rendered with. */
export type PanelTools = Pick<LanguageTools, 'language' | 't'>;

/** The filters of a panel's template but for that of links, by name; they also run in a browser. */
export function panelFilters(toolsOf: (locale: string) => PanelTools): [string, TemplateFilter][] {
  return [
    ['t', (key: string, locale: string, values?: Record<string, string | number>) => toolsOf(locale).t(key, values)],
    [
      'headingWords',
      (text: string, locale: string) => headingWords(text, toolsOf(locale).language).map(escapeHtml).join('<wbr>'),
    ],
    // Sentences of Chinese and Japanese follow each other without a space.
    [
      'sentenceGap',
      (locale: string) => (['Hans', 'Hant', 'Jpan'].includes(toolsOf(locale).language.script) ? '' : ' '),
    ],
  ];
}
