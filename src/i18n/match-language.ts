/** Codes of single languages that the press has under a wider or older one (ISO 639-3; BCP 47 registry). */
const OTHER_CODES: Record<string, string> = { cmn: 'zh', fil: 'tl', mww: 'hmn', prs: 'fa', yue: 'zh-Hant' };

/** What decides whether two tags are one language to a reader: the language, and the script it is written in. */
interface WrittenLanguage {
  language: string;
  script: string | undefined;
}

/**
 * Finds the first language that a reader would choose among those there are. A tag of another region is the same
 * language, one in another script is not: Punjabi of Pakistan is written in Arabic letters. Which script a region
 * writes is known to `Intl.Locale` (CLDR likely subtags, UTS #35 4.3); a browser that lacks it gets by on Chinese
 * regions alone.
 * @param wanted BCP 47 tags, best first, such as `navigator.languages`
 * @param offered tags as the press has them
 */
export function matchLanguage<Tag extends string>(wanted: readonly string[], offered: readonly Tag[]): Tag | undefined {
  for (const tag of wanted) {
    const own = writtenLanguage(tag);
    const found = offered.find((candidate) => isSame(writtenLanguage(candidate), own));
    if (found !== undefined) return found;
  }
  return undefined;
}

function isSame(one: WrittenLanguage, other: WrittenLanguage): boolean {
  if (one.language !== other.language) return false;
  return one.script === undefined || other.script === undefined || one.script === other.script;
}

function writtenLanguage(tag: string): WrittenLanguage {
  const [language = '', ...rest] = tag.replace(/_/g, '-').split('-');
  const known = [OTHER_CODES[language.toLowerCase()] ?? language, ...rest].join('-');
  try {
    const { language: base, script } = new Intl.Locale(known).maximize();
    return { language: OTHER_CODES[base] ?? base, script };
  } catch {
    // No such engine, or no such tag: some phones name a voice or a language in a form of their own.
    const script = /^zh-.*(hant|tw|hk|mo)/i.test(known) ? 'Hant' : /^zh/i.test(known) ? 'Hans' : undefined;
    return { language: (known.split('-')[0] ?? '').toLowerCase(), script };
  }
}
