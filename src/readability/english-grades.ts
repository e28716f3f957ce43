import { fleschKincaid } from 'flesch-kincaid';
import { smogFormula } from 'smog-formula';
import { englishSyllables } from './english-syllables.ts';

/** School grades of the United States, by two formulas. */
export interface EnglishGrades {
  /**
   * 0.39 W/S + 11.8 Syl/W − 15.59 (Kincaid and others, 1975): readers of this grade understand about three quarters. May
   * be below 0 for very short words and sentences.
   */
  fleschKincaid: number;
  /**
   * 1.0430 √(30 P/S) + 3.1291, P the words of three or more syllables (McLaughlin, 1969): readers of this grade understand
   * all of it, so it is some two grades higher than the other.
   */
  smog: number;
}

/** SMOG was made for samples of thirty sentences and says little of fewer (McLaughlin, 1969). */
export const SMOG_SENTENCES = 30;

/** The grades of sentences given as their words; nothing for a text without words. */
export function gradeEnglish(sentences: readonly (readonly string[])[]): EnglishGrades | undefined {
  const spoken = sentences.filter((words) => words.length > 0);
  const syllables = spoken.flat().map(englishSyllables);
  if (syllables.length === 0) return undefined;
  const sentence = spoken.length;
  return {
    fleschKincaid: fleschKincaid({
      sentence,
      word: syllables.length,
      syllable: syllables.reduce((sum, count) => sum + count, 0),
    }),
    smog: smogFormula({ sentence, polysillabicWord: syllables.filter((count) => count >= 3).length }),
  };
}
