import { codePointName } from '../i18n/code-point.ts';
import type { Language } from '../i18n/languages.ts';
import { error, formatPlace, type Problem } from '../problem.ts';
import { letterOf } from './script-letters.ts';
import { findStranger } from './scripts.ts';
import type { TextPair } from './text-pair.ts';

/** So many words in a row are a sentence that was forgotten, not a name. */
const FORGOTTEN_WORDS = 4;

/** Checks that a translated text is in its language, as far as letters can tell. */
export type LanguageCheck = (pair: TextPair, language: Language) => Problem[];

const LATIN = /\p{sc=Latin}/u;

/** No letter of a script that the language is not written in; names in Latin letters may stand anywhere. */
const staysInScript: LanguageCheck = ({ name, translated }, { script, english }) => {
  const own = letterOf(script);
  const letter = [...translated.own].find(
    (character) =>
      /\p{L}/u.test(character) &&
      !own.test(character) &&
      !LATIN.test(character) &&
      !/\p{sc=Common}|\p{sc=Inherited}/u.test(character),
  );
  if (letter === undefined) return [];
  const what = `${name} has the letter "${letter}" (${codePointName(letter)}), which is not of the script of ${english}.`;
  return [error(translated.where, what, 'write the word in the letters of this language.')];
};

/** No letter that a related language has and this one has not. */
const hasNoStrangers: LanguageCheck = ({ name, translated }, { tag, script, english }) => {
  const found = findStranger(translated.own, tag, script);
  if (!found) return [];
  const what = `${name} has the letter "${found.letter}" (${codePointName(found.letter)}) of ${found.of}; this text is ${english}.`;
  return [error(translated.where, what, 'write the word with the letters of this language.')];
};

/** No word of two alphabets: `a` and `а` look alike, but no search and no voice takes one for the other. */
const hasNoMixedWords: LanguageCheck = ({ name, translated }, { script }) => {
  if (!['Cyrl', 'Armn'].includes(script)) return [];
  const own = letterOf(script);
  const mixed = (translated.own.match(/\p{L}+/gu) ?? []).find((word) => LATIN.test(word) && own.test(word));
  if (mixed === undefined) return [];
  const what = `${name} has the word "${mixed}", which mixes Latin letters with others that look like them.`;
  return [error(translated.where, what, 'type the whole word again in one alphabet.')];
};

/** No sentence of the source left as it was. */
const hasNothingForgotten: LanguageCheck = ({ name, source, translated }) => {
  const words = wordsOf(source.own);
  const runs = new Set(words.map((_, start) => words.slice(start, start + FORGOTTEN_WORDS).join(' ')));
  const own = wordsOf(translated.own);
  const copied = copiedLine(source.own, translated.own);
  const start = own.findIndex((_, index) => {
    const run = own.slice(index, index + FORGOTTEN_WORDS);
    return run.length === FORGOTTEN_WORDS && run.some((word) => word.length > 2) && runs.has(run.join(' '));
  });
  if (start === -1 && copied === undefined) return [];
  const left = copied ?? `${own.slice(start, start + FORGOTTEN_WORDS).join(' ')} …`;
  const what = `${name} still has words of the source: "${left}" (${formatPlace(source.where)}).`;
  return [error(translated.where, what, 'translate them; words that must stay are written [so](lang:en).')];
};

/** A heading, item or cell of two words or more that is letter for letter that of the source. */
function copiedLine(source: string, translated: string): string | undefined {
  const originals = new Set(source.split('\n'));
  return translated.split('\n').find((line) => originals.has(line) && (line.match(/\p{L}{2,}/gu) ?? []).length > 1);
}

/** Each line of a text in another script has letters of that script. */
const isWrittenInItsScript: LanguageCheck = ({ name, source, translated }, { script, english }) => {
  if (script === 'Latn') return [];
  const own = letterOf(script);
  const originals = new Set(source.own.split('\n'));
  const line = translated.own
    .split('\n')
    .find((words) => /\p{L}{3}/u.test(words) && !own.test(words) && originals.has(words));
  if (line === undefined) return [];
  const what = `${name} has "${line}", which has no letter of ${english}.`;
  return [error(translated.where, what, 'translate it.')];
};

/** Signs of Latin typing that have a form of their own beside the letters of a script. */
const LATIN_SIGNS: Record<string, RegExp> = {
  Hans: /\p{sc=Han}[,.;:?!()]|[(]\p{sc=Han}/u,
  Hant: /\p{sc=Han}[,.;:?!()]|[(]\p{sc=Han}/u,
  Jpan: /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}][,.;:?!]/u,
  Arab: /\p{sc=Arab}\p{M}*[,;?]/u,
  // The Armenian full stop is ։ (U+0589), its question mark ՞ stands within the word.
  Armn: /\p{sc=Armn}\p{M}*[:;?]/u,
};

/** Punctuation of the language itself. */
const hasOwnPunctuation: LanguageCheck = ({ name, translated }, { script, english }) => {
  const found = LATIN_SIGNS[script]?.exec(translated.own)?.[0];
  if (found === undefined) return [];
  const what = `${name} has Latin punctuation beside its letters: "${found}".`;
  return [error(translated.where, what, `use the punctuation of ${english}.`)];
};

const CHECKS: [string, LanguageCheck][] = [
  ['script', staysInScript],
  ['letters of a related language', hasNoStrangers],
  ['mixed words', hasNoMixedWords],
  ['forgotten sentences', hasNothingForgotten],
  ['untranslated lines', isWrittenInItsScript],
  ['punctuation', hasOwnPunctuation],
];

/** Finds what is not in the language of a translation: forgotten sentences, wrong letters and wrong signs. */
export function checkLanguage(pairs: readonly TextPair[], languages: readonly Language[]): Problem[] {
  return pairs.flatMap((pair) => {
    const language = languages.find(({ tag }) => tag === pair.locale);
    return language ? CHECKS.flatMap(([, check]) => check(pair, language)) : [];
  });
}

function wordsOf(text: string): string[] {
  // Web addresses and numbers are the same in every language.
  const words = text.toLowerCase().replaceAll(/(?:https?:\/\/|www\.)\S+/g, ' ');
  return words.match(/\p{L}[\p{L}\p{M}\p{N}'’]*/gu) ?? [];
}
