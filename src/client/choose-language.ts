/** Where Chinese is written in traditional signs. */
const TRADITIONAL = /hant|tw|hk|mo/i;

/**
 * Finds the first language of a reader that there is.
 *
 * Input: `['es-MX', 'en']`, of `en`, `es`, `zh-Hant`
 * Output: `es`
 * @param wanted BCP 47 tags as a browser gives them, the one liked most first
 */
export function chooseLanguage(wanted: readonly string[], offered: readonly string[]): string | undefined {
  for (const tag of wanted.map(asOurs)) {
    const found =
      offered.find((one) => one.toLowerCase() === tag) ??
      offered.find((one) => one.toLowerCase() === tag.split('-')[0]);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Browsers tell Chinese by country, and call Tagalog Filipino. */
function asOurs(tag: string): string {
  const [language = ''] = tag.toLowerCase().split('-');
  if (language === 'zh') return TRADITIONAL.test(tag.slice(3)) ? 'zh-hant' : 'zh-hans';
  return language === 'fil' ? 'tl' : tag.toLowerCase();
}
