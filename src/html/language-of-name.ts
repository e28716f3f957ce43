import type { Language } from '../i18n/languages.ts';
import { findStranger, letterOf } from '../translation/scripts.ts';

const LETTER = /\p{L}/gu;

/**
 * The language that a name is read and drawn in. No record says it, and names of clinics and people are not translated:
 * so it is the source's unless all letters are those of another language of the press, as in a name in Arabic.
 */
export function languageOfName(name: string, languages: readonly Language[], source: Language): Language {
  const letters = name.match(LETTER) ?? [];
  const ofScript = [source, ...languages].filter(({ script }) => {
    const own = letterOf(script);
    return letters.every((letter) => own.test(letter));
  });
  // A Farsi name is better in Arabic than in English, where there is no Farsi.
  return ofScript.find(({ tag, script }) => !findStranger(name, tag, script)) ?? ofScript[0] ?? source;
}
