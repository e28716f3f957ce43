import { spanishSyllables } from './spanish-syllables.ts';

/** The bands of INFLESZ (Barrio-Cantalejo and others, An Sist Sanit Navar 2008;31(2):135-152), from the lowest score. */
const BANDS = [
  [80, 'very easy'],
  [65, 'quite easy'],
  [55, 'normal'],
  [40, 'somewhat hard'],
  [-Infinity, 'very hard'],
] as const;

/** What a score on the INFLESZ scale is called. */
export type InfleszBand = (typeof BANDS)[number][1];

/** From here on a text for patients is quite easy by INFLESZ. */
export const INFLESZ_TARGET = 65;

/** How easy a Spanish text is, by two formulas on scales to about 100; neither is a grade. */
export interface SpanishEase {
  /**
   * 206.84 − 60 Syl/W − 1.02 W/S (Fernández Huerta, 1959). He counted syllables for 100 words, with 0.60; many copies kept
   * the 0.60 and count for one word, which makes every text look easy (G. Law, 2011).
   */
  fernandezHuerta: number;
  /** 206.835 − 62.3 Syl/W − W/S (Szigriszt-Pazos, 1993). */
  szigriszt: number;
  /** What the second is called on the INFLESZ scale. */
  band: InfleszBand;
}

/** The ease of sentences given as their words; nothing for a text without words. */
export function scoreSpanish(sentences: readonly (readonly string[])[]): SpanishEase | undefined {
  const spoken = sentences.filter((words) => words.length > 0);
  const words = spoken.flat();
  if (words.length === 0) return undefined;
  const syllablesPerWord = words.reduce((sum, word) => sum + spanishSyllables(word), 0) / words.length;
  const wordsPerSentence = words.length / spoken.length;
  const szigriszt = 206.835 - 62.3 * syllablesPerWord - wordsPerSentence;
  return {
    fernandezHuerta: 206.84 - 60 * syllablesPerWord - 1.02 * wordsPerSentence,
    szigriszt,
    band: bandOf(szigriszt),
  };
}

/** The INFLESZ band of a score; its lower end belongs to it. */
export function bandOf(score: number): InfleszBand {
  return BANDS.find(([from]) => score >= from)?.[1] ?? 'very hard';
}
