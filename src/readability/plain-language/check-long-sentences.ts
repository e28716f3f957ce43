import { warning } from '../../problem.ts';
import type { PlainLanguageCheck } from './source-text.ts';

/**
 * Words of a sentence from which on it is called long. Plain English guides ask for 15 to 20 words on average (Cutts, Oxford
 * Guide to Plain English); for patients that is the most, not the average (NHS content style guide: up to 20 words).
 */
export const LONG_SENTENCE = 20;

/** Names every long sentence. PEMAT-P 3 asks for everyday language without naming a number. */
export const checkLongSentences: PlainLanguageCheck = ({ sentences }) =>
  sentences
    .filter(({ words }) => words.length > LONG_SENTENCE)
    .map(({ text, words, where }) => {
      const what = `A sentence of ${words.length} words: "${beginning(text)}".`;
      return warning(where, what, `keep to ${LONG_SENTENCE}: make two of it, or a list.`);
    });

/** The first words, enough to find the sentence by. */
function beginning(text: string): string {
  const words = text.split(/\s+/);
  return words.length > 8 ? `${words.slice(0, 8).join(' ')} …` : text;
}
