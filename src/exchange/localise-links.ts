import { escapePattern } from '../translation/escape-pattern.ts';

/**
 * Leads the links of a text to the files of another language: a translation of a handout links to that of the other.
 *
 * Input: `[free checks](../free-screening/en.md#start)`, from `en` to `es`
 * Output: `[free checks](../free-screening/es.md#start)`
 */
export function localiseLinks(text: string, from: string, to: string): string {
  const link = new RegExp(`(\\]\\(\\.\\./[^/()#\\s]+/)${escapePattern(from)}(\\.md[#)])`, 'g');
  return text.replaceAll(link, `$1${to}$2`);
}
