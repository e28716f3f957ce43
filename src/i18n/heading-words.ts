import type { Language } from './languages.ts';

/** Languages written without spaces for which browsers have no dictionary: they break Chinese anywhere. */
const WITHOUT_WORD_BREAKS = new Set(['Hans', 'Hant']);

/**
 * Splits a heading where it may break between lines; other languages than Chinese give one piece. Punctuation stays
 * with the word before it, an opening bracket with the word after it.
 *
 * Input: `鈣化防禦症是什麼？`
 * Output: `['鈣化', '防禦', '症', '是', '什麼？']`
 */
export function headingWords(text: string, { tag, script }: Language): string[] {
  if (!WITHOUT_WORD_BREAKS.has(script)) return [text];
  const pieces: string[] = [];
  for (const { segment, isWordLike } of new Intl.Segmenter(tag, { granularity: 'word' }).segment(text)) {
    const last = pieces.at(-1);
    if (last === undefined || (isWordLike && !/[\p{Ps}\p{Pi}]$/u.test(last))) pieces.push(segment);
    else pieces[pieces.length - 1] = last + segment;
  }
  return pieces;
}
