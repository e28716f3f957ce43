import type { Place } from '../problem.ts';
import type { Sentence } from './read-sentences.ts';

/** How long the sentences of a text are. */
export interface SentenceLengths {
  /** What was counted: a block is a whole paragraph or item, in a script that has no full stop. */
  unit: 'sentence' | 'block';
  count: number;
  /** Without figures. */
  words: number;
  /** Words for each of them, on average; 0 in a text without words. */
  average: number;
  /** The first of the longest; missing in a text without words. */
  longest?: { text: string; words: number; where: Place };
}

/** Counts the sentences of a text and their words. */
export function measureSentences(sentences: readonly Sentence[], unit: SentenceLengths['unit']): SentenceLengths {
  const words = sentences.reduce((sum, sentence) => sum + sentence.words.length, 0);
  const count = sentences.length;
  const lengths: SentenceLengths = { unit, count, words, average: count === 0 ? 0 : words / count };
  const longest = sentences.toSorted((a, b) => b.words.length - a.words.length)[0];
  if (longest) lengths.longest = { text: longest.text, words: longest.words.length, where: longest.where };
  return lengths;
}
