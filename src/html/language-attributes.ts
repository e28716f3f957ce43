import type { Language } from '../i18n/languages.ts';

/**
 * The attributes of an element whose words may be in another language than those around it: both language and direction,
 * which also turns its borders and markers, or nothing.
 *
 * Input: `en` within `ar`
 * Output: ` lang="en" dir="ltr"`
 */
export function languageAttributes(own: string, around: string, languageOf: (tag: string) => Language): string {
  return own === around ? '' : ` lang="${own}" dir="${languageOf(own).dir}"`;
}
