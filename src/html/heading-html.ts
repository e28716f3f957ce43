import { headingWords } from '../i18n/heading-words.ts';
import type { Language } from '../i18n/languages.ts';
import { escapeHtml } from '../markup/escape-html.ts';

/** A heading of plain words as HTML, with the places where a language without spaces may break it. */
export function headingHtml(text: string, language: Language): string {
  return headingWords(text, language).map(escapeHtml).join('<wbr>');
}
