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
export const STRANGERS: Record<string, { pattern: RegExp; of: string }> = {
  // Persian yeh and kaf are letters of their own (U+06CC, U+06A9); the Arabic ones have other forms in print.
  fa: { pattern: /[\u064A\u0643\u0629\u0649\u0660-\u0669]/u, of: 'Arabic' },
  ar: { pattern: /[\u06CC\u06A9\u067E\u0686\u0698\u06AF\u06C0\u06F0-\u06F9]/u, of: 'Farsi' },
  ru: { pattern: /[ґєії]/iu, of: 'Ukrainian' },
  uk: { pattern: /[ёъыэ]/iu, of: 'Russian' },
};
