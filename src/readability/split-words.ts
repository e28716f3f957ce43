import { isUnspaced, segmenterOf } from '../i18n/split-words.ts';

/**
 * Letters and digits up to the next space or punctuation. Hyphens, apostrophes, the marks inside Armenian words and the
 * half-space of Persian hold a word together: formulas of readability count "net-like" as one (McLaughlin 1969).
 */
const RUN = /[\p{L}\p{M}\p{N}]+(?:[-‐‑'’.\u055B\u055C\u055E\u200C\u200D]+[\p{L}\p{M}\p{N}]+)*/gu;

const LETTER = /\p{L}/u;

/**
 * The words of a text. Figures and phone numbers are none: Flesch advises to leave them out, since how they are read
 * aloud says nothing of how hard the text is. Words of scripts without spaces are found by the dictionaries of ICU.
 *
 * Input: `Call 911: X-rays don’t hurt.`
 * Output: `['Call', 'X-rays', 'don’t', 'hurt']`
 */
export function splitWords(text: string, locale: string): string[] {
  return (text.match(RUN) ?? [])
    .flatMap((run) => (isUnspaced(run) ? (segmenterOf(locale)?.(run) ?? run) : run))
    .filter((word) => LETTER.test(word));
}
