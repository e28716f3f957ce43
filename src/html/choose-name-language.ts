import type { Language } from '../i18n/languages.ts';
import { letterOf } from '../translation/script-letters.ts';

const LETTER = /\p{L}/gu;

/** What is known of a language that a name may be in. */
export type NameLanguage = Pick<Language, 'tag' | 'dir' | 'script'>;

/**
 * The language that a name is read and drawn in. No record says it, and names of clinics and people are not translated:
 * so it is the source's unless all letters are those of another language of the press, as in a name in Arabic.
 * @param hasStranger tells whether a name has a letter that its script has but the language has not
 */
export function chooseNameLanguage<L extends NameLanguage>(
  name: string,
  { languages, source }: { languages: readonly L[]; source: L },
  hasStranger: (name: string, language: L) => boolean,
): L {
  const letters = name.match(LETTER) ?? [];
  const ofScript = [source, ...languages].filter(({ script }) => {
    const own = letterOf(script);
    return letters.every((letter) => own.test(letter));
  });
  // A Farsi name is better in Arabic than in English, where there is no Farsi.
  return ofScript.find((language) => !hasStranger(name, language)) ?? ofScript[0] ?? source;
}
