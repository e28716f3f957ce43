/** Scripts written from right to left (Unicode, Bidi_Class R and AL). */
const RTL_SCRIPTS = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Syrc', 'Thaa']);

/**
 * The direction of any language, by the script it is usually written in.
 * @returns nothing if the tag is no language tag
 */
export function directionOf(tag: string): 'ltr' | 'rtl' | undefined {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    if (script === undefined || new Intl.DisplayNames('en', { type: 'language' }).of(language) === language)
      return undefined;
    return RTL_SCRIPTS.has(script) ? 'rtl' : 'ltr';
  } catch {
    return undefined;
  }
}
