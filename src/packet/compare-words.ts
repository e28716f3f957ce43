import { diffWords } from 'diff';
import type { DiffRun } from './packet.ts';

/** Compares two texts word by word, by the words of their language. */
export function compareWords(before: string, after: string, locale: string): DiffRun[] {
  const intlSegmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  return diffWords(before, after, { intlSegmenter }).map(({ value, added, removed }) => {
    return { kind: added ? 'added' : removed ? 'removed' : 'same', text: value };
  });
}
