import type { Language } from './languages.ts';

/** The marks of most languages, those that are not listed below among them. */
const USUAL_MARKS = ['“', '”'] as const;

/**
 * The quotation marks of languages that have others: those of the Unicode CLDR (48, delimiters), but of Arabic and Khmer
 * those that the press's own texts in these languages have. A pair that few languages have is left out.
 */
const OTHER_MARKS: readonly (readonly [open: string, close: string, tags: string])[] = [
  ['«', '»', 'am ar be ca el eu fa fr ht hy it kk km ky mg nb nn no oc pt-PT ru rw ti uk'],
  ['「', '」', 'ja yue zh-Hant'],
  ['„', '“', 'bg cs de et hr is ka lb lt mk sk sl'],
  ['„', '”', 'bs ff hu pl ro sr'],
];

/** What stands between items of a list that ends with no “and”, by script. */
const COMMAS: Readonly<Record<string, string>> = { Arab: '، ', Hans: '、', Hant: '、', Jpan: '、' };

/**
 * Lists names in quotation marks, with commas between them. Not by `Intl.ListFormat`: its “and” takes another form before
 * some sounds, which it looks for in the sign that stands first, and that is a quotation mark here.
 *
 * Input (Russian): `Тесты`, `Раны`
 * Output: `«Тесты», «Раны»`
 */
export function quotedList(names: readonly string[], { tag, script }: Pick<Language, 'tag' | 'script'>): string {
  const [open, close] = OTHER_MARKS.find(([, , tags]) => tags.split(' ').includes(tag)) ?? USUAL_MARKS;
  return names.map((name) => `${open}${name}${close}`).join(COMMAS[script] ?? ', ');
}
