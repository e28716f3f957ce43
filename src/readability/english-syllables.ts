import { syllable } from 'syllable';

/** An abbreviation that cannot be read as a word, such as HPV. */
const SPELLED_OUT = /^[B-DF-HJ-NP-TV-XZ]{2,6}s?$/;

/**
 * Counts the syllables of an English word, at least one. Abbreviations without a vowel are read letter by letter, as
 * McLaughlin (1969) counts what is heard; the library takes them for one syllable.
 */
export function englishSyllables(word: string): number {
  if (SPELLED_OUT.test(word)) return [...word].reduce((sum, letter) => sum + (LETTER_SYLLABLES[letter] ?? 1), 0);
  return Math.max(1, syllable(word));
}

/** "Double-u" is the only name of a letter with more than one syllable; a plural s is none. */
const LETTER_SYLLABLES: Record<string, number> = { W: 3, s: 0 };
