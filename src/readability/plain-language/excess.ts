import { splitSentences } from '../split-sentences.ts';
import { splitWords } from '../split-words.ts';

/** Says what a text has too much of, sentences before words: `9 sentences`. Nothing for one that keeps both limits. */
export function findExcess(
  text: string,
  locale: string,
  most: { sentences: number; words: number },
): string | undefined {
  const sentences = splitSentences(text, locale).length;
  if (sentences > most.sentences) return `${sentences} sentences`;
  const words = splitWords(text, locale).length;
  return words > most.words ? `${words} words` : undefined;
}
