import { Converter } from 'opencc-js';

/** Unicode scripts (property `Script`) that the text of an ISO 15924 script code is written in, beside Latin names. */
const SCRIPTS: Record<string, string[]> = {
  Hans: ['Han', 'Bopomofo'],
  Hant: ['Han', 'Bopomofo'],
  Jpan: ['Han', 'Hiragana', 'Katakana'],
  Kore: ['Hangul', 'Han'],
};

/** Scripts as Unicode names them, for codes whose name is not the code itself. */
const NAMES: Record<string, string> = { Laoo: 'Lao' };

/** A pattern of one letter of a script, such as `\p{sc=Khmr}`. */
export function letterOf(script: string): RegExp {
  const scripts = SCRIPTS[script] ?? [NAMES[script] ?? script];
  return new RegExp(`[${scripts.map((name) => `\\p{sc=${name}}`).join('')}]`, 'u');
}

/**
 * Letters that look at home in a script but belong to another of its languages: a sign of a text taken from there, or
 * of a keyboard of the wrong language.
 */
const STRANGERS: Record<string, { pattern: RegExp; of: string }> = {
  // Persian yeh and kaf are letters of their own (U+06CC, U+06A9); the Arabic ones have other forms in print.
  fa: { pattern: /[\u064A\u0643\u0629\u0649\u0660-\u0669]/u, of: 'Arabic' },
  ar: { pattern: /[\u06CC\u06A9\u067E\u0686\u0698\u06AF\u06C0\u06F0-\u06F9]/u, of: 'Farsi' },
  ru: { pattern: /[ґєії]/iu, of: 'Ukrainian' },
  uk: { pattern: /[ёъыэ]/iu, of: 'Russian' },
};

/** Finds the first letter of a related language's own alphabet in a text. */
export function findStranger(text: string, tag: string, script: string): { letter: string; of: string } | undefined {
  const known = STRANGERS[tag];
  const letter = known?.pattern.exec(text)?.[0];
  if (known && letter !== undefined) return { letter, of: known.of };
  if (script !== 'Hant' && script !== 'Hans') return undefined;
  const { simplified, traditional, toSimplified, toTraditional } = (chinese ??= readChinese());
  const [own, convert] = script === 'Hant' ? [traditional, toTraditional] : [simplified, toSimplified];
  const wrong = [...text].find((character) => !own.has(character) && convert(character) !== character);
  return wrong === undefined
    ? undefined
    : { letter: wrong, of: script === 'Hant' ? 'Simplified Chinese' : 'Traditional Chinese' };
}

/** The package's own types import each other in a way TypeScript cannot follow. */
type Convert = (text: string) => string;

let chinese: ReturnType<typeof readChinese> | undefined;

/**
 * What tells the two ways of writing Chinese apart: the characters of the two national standards, GB 2312 (simplified)
 * and Big5 (traditional), and OpenCC's tables. Many characters are in both standards (干, 里), so a conversion alone
 * would find fault with good text; and some are in one only without having another form (萘), so the standards alone
 * would too.
 */
function readChinese() {
  return {
    simplified: decodeRows('gbk', 0xb0, 0xf7, [[0xa1, 0xfe]]),
    traditional: decodeRows('big5', 0xa4, 0xf9, [
      [0x40, 0x7e],
      [0xa1, 0xfe],
    ]),
    toSimplified: Converter({ from: 't', to: 'cn' }) as Convert,
    toTraditional: Converter({ from: 'cn', to: 't' }) as Convert,
  };
}

function decodeRows(encoding: string, first: number, last: number, columns: [number, number][]): Set<string> {
  const bytes: number[] = [];
  for (let row = first; row <= last; row++)
    for (const [from, to] of columns) for (let column = from; column <= to; column++) bytes.push(row, column);
  const text = new TextDecoder(encoding).decode(Uint8Array.from(bytes));
  return new Set([...text].filter((character) => /\p{sc=Han}/u.test(character)));
}
