import { plainForm } from './word-forms.ts';

/** Takes a text apart: its words in their order, each as it stands in the text; no spaces, no punctuation. */
export type SplitWords = (text: string) => string[];

const HAS_LETTERS = /[\p{L}\p{N}]/u;

/** Letters of scripts that are written without spaces between words. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;

/**
 * Splits texts of a language by the rules and dictionaries of ICU, which has those of Chinese, Japanese, Thai, Lao,
 * Khmer and Burmese. Nothing where there is no such splitter: Chrome before 87, Safari before 14.1, Firefox before 125.
 *
 * Not every ICU splits alike: on the shipped texts Node 20.19 to 24 (ICU 75 to 78) do, while browsers need not. So a word
 * that is split otherwise in a query than in the index is also looked for inside the text (`client/find-sections.ts`).
 */
export function segmenterOf(locale: string): SplitWords | undefined {
  if (typeof Intl === 'undefined' || typeof Intl.Segmenter === 'undefined') return undefined;
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  return (text) => {
    const words: string[] = [];
    // Not `isWordLike`: engines disagree whether a number is like a word.
    for (const { segment } of segmenter.segment(text)) if (HAS_LETTERS.test(segment)) words.push(segment);
    return words;
  };
}

/** True for a text in which words follow each other without spaces, at least in part. */
export function isUnspaced(text: string): boolean {
  return UNSPACED.test(text);
}

/**
 * Splits without any dictionary: at spaces and punctuation, and where a script has no spaces by known words, the
 * longest first. What is not known stays in one piece, and so does the beginning of a known word at the end.
 *
 * Input: `ปวดผิวหนัง`, where `ปวด` and `ผิวหนัง` are known
 * Output: `['ปวด', 'ผิวหนัง']`
 * @param known words in their plain form (`word-forms.ts`)
 */
export function splitByKnownWords(known: Iterable<string>): SplitWords {
  const words = new Set(known);
  const longest = [...words].reduce((most, { length }) => Math.max(most, length), 0);
  const isBeginning = (piece: string): boolean => [...words].some((word) => word.startsWith(piece));
  return (text) =>
    (text.match(RUN) ?? []).reduce<string[]>((all, run) => {
      return all.concat(isUnspaced(run) ? splitRun(run, { words, longest, isBeginning }) : run);
    }, []);
}

/** Letters and digits up to the next space or punctuation, with apostrophes, the question mark inside Armenian words and the half-space of Persian. */
const RUN = /[\p{L}\p{M}\p{N}]+(?:['’\u055B\u055C\u055E\u200C\u200D]+[\p{L}\p{M}\p{N}]+)*/gu;

function splitRun(
  run: string,
  known: { words: ReadonlySet<string>; longest: number; isBeginning: (piece: string) => boolean },
): string[] {
  const pieces: string[] = [];
  let unknown = '';
  for (let start = 0; start < run.length;) {
    const word = knownWordAt(run, start, known);
    if (word === '') unknown += run[start];
    if (word !== '' && unknown !== '') {
      pieces.push(unknown);
      unknown = '';
    }
    if (word !== '') pieces.push(word);
    start += word.length || 1;
  }
  return unknown === '' ? pieces : [...pieces, unknown];
}

/** All the rest if a known word is it or begins like it; else the longest known word that stands there, or nothing. */
function knownWordAt(
  run: string,
  start: number,
  {
    words,
    longest,
    isBeginning,
  }: { words: ReadonlySet<string>; longest: number; isBeginning: (piece: string) => boolean },
): string {
  const rest = run.slice(start);
  if (isBeginning(plainForm(rest))) return rest;
  for (let length = Math.min(longest, rest.length); length > 0; length--) {
    const piece = rest.slice(0, length);
    if (words.has(plainForm(piece))) return piece;
  }
  return '';
}
