import { diffArrays } from 'diff';

/** A stretch of a text that stayed, came or went. */
export interface ChangedPart {
  text: string;
  change: 'same' | 'added' | 'removed';
}

/**
 * What has changed from one text to another, by the words of its language. ICU knows them in all scripts; the words of
 * the package `diff` are those of Latin and Cyrillic letters alone.
 */
export function wordChanges(before: string, after: string, locale: string): ChangedPart[] {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  const words = (text: string): string[] => [...segmenter.segment(text)].map(({ segment }) => segment);
  return diffArrays(words(before), words(after)).map(({ value, added, removed }) => {
    return { text: value.join(''), change: added ? 'added' : removed ? 'removed' : 'same' };
  });
}
