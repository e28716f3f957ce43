import { fontPackage } from '../i18n/font-faces.ts';
import { directionOf } from '../i18n/direction.ts';
import { catalogueFile } from '../i18n/messages.ts';
import { isKnownToIntl, type Language, LANGUAGES_FILE } from '../i18n/languages.ts';
import { placeholder } from '../placeholder.ts';
import { quoted, type Scaffold } from './scaffold.ts';
import { scriptFont } from './script-fonts.ts';

/** What is known of a language before it is translated into. */
export interface NewLanguage {
  /** BCP 47 tag in its usual form. */
  tag: string;
  /** What its speakers call it. */
  name: string;
  english: string;
  /** The font family to use instead of the Noto family of its script. */
  font?: string;
  known: readonly Language[];
  isInstalled: (family: string) => boolean;
}

/** The names of a language, where the Unicode data of Node.js has them. */
export function namesOf(tag: string): { name?: string; english?: string } {
  const nameIn = (locale: string) =>
    new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' }).of(tag) ?? undefined;
  return { name: isKnownToIntl(tag) ? nameIn(tag) : undefined, english: nameIn('en') };
}

/**
 * A language that is listed, but marked as unfinished: the press leaves it out until somebody has translated its
 * interface strings and takes the mark away. A list of strings in English under its name would be the untruth that the
 * check of untranslated strings is there to find.
 */
export function newLanguage({ tag, name, english, font, known, isInstalled }: NewLanguage): Scaffold {
  const script = new Intl.Locale(tag).maximize().script ?? 'Latn';
  const like = known.find((language) => language.script === script);
  const family = font ?? scriptFont(script);
  const entry = `${tag}:
  # Take this line away when ${catalogueFile(tag)} is complete. Until then no page, sheet or list has the language.
  unfinished: true
  name: ${quoted(name)}
  english: ${quoted(english)}
  dir: ${directionOf(tag) ?? 'ltr'}
  script: ${script}
  fonts: [${[...new Set([family, 'Noto Sans'])].join(', ')}]
  # Latin digits, where its readers write them; else its Unicode numbering system, such as arab or deva.
  digits: latn
${isKnownToIntl(tag) ? '' : datesEntry()}  # Room for its tallest marks, and letter size against Latin: look at a printed sheet before you keep them.
  lineHeight: ${like?.lineHeight ?? 1.4}
  scale: ${like?.scale ?? 1}
`;
  const install = isInstalled(family) ? [] : [`Install its font: npm install ${fontPackage(family)}`];
  return {
    files: [{ path: catalogueFile(tag), text: '{}\n' }],
    append: { path: LANGUAGES_FILE, text: entry },
    next: [
      ...install,
      `Read its entry at the end of ${LANGUAGES_FILE}: the names, the script and the digits are those of the Unicode data.`,
      `Hand the texts to a translator: npx handouts translate export ${tag}`,
      `When ${catalogueFile(tag)} is complete, take away "unfinished: true" in ${LANGUAGES_FILE}.`,
      'Check it: npx handouts check',
    ],
  };
}

/** For a language whose dates the Unicode data of Node.js does not know. */
function datesEntry(): string {
  const names = (count: number, type: 'month' | 'weekday') =>
    Array.from({ length: count }, (_, index) => {
      // A year that begins on a Monday.
      const day = type === 'month' ? new Date(Date.UTC(2024, index, 15)) : new Date(Date.UTC(2024, 0, 1 + index));
      const format = new Intl.DateTimeFormat('en', { timeZone: 'UTC', [type]: 'long' });
      return quoted(placeholder(format.format(day)));
    });
  return `  # Node.js does not know how this language writes dates.
  dates:
    pattern: "{day} {month} {year}"
    months: [${names(12, 'month').join(', ')}]
    weekdays: [${names(7, 'weekday').join(', ')}]
`;
}
