import type { LanguageTools } from '../i18n/language-tools.ts';
import type { Sheet } from './build-sheets.ts';

/**
 * What is said of a sheet elsewhere, in lists of results and beside links: its summary, or what the site is about where
 * that summary is not in the language of the page. There is no place there to say that it is not, or why.
 */
export function describeSheet({ text: { summary } }: Pick<Sheet, 'text'>, { t }: Pick<LanguageTools, 't'>): string {
  return summary.locale === undefined ? summary.text : t('site.intro');
}
