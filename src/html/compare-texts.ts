import { toLatinDigits } from '../i18n/digits.ts';
import { error, type Problem } from '../problem.ts';
import type { ExpectedText } from './expected-text.ts';

/** A finished page or sheet, and the words found on it in reading order. */
export interface FoundText {
  /** Path in the output, for problems. */
  path: string;
  text: string;
}

/** How problems are mended that no author can cause. */
export const FAULT_OF_THE_PRESS =
  'this is a fault of the press, not of your text: please report it with this message. Nothing was published.';

/**
 * Compares the words on a finished page or sheet with those that must be there: each block whole and in its place,
 * and no number that is in none of them. Text is compared without spaces and line breaks, Unicode-normalised.
 * @param otherFigures numbers that may stand there besides, such as those of steps
 */
export function compareTexts(
  found: FoundText,
  expected: readonly ExpectedText[],
  otherFigures: readonly string[] = [],
): Problem[] {
  return [...findMissingTexts(found, expected), ...findExtraFigures(found, expected, otherFigures)];
}

/**
 * Finds words that must not be there, such as those of a translation that could hurt somebody by now. Words without
 * letters are not looked for: they may be anywhere.
 */
export function findRefusedTexts({ path, text: all }: FoundText, refused: readonly ExpectedText[] = []): Problem[] {
  const found = comparable(all);
  return refused
    .filter(({ text }) => /\p{L}/u.test(text) && found.includes(comparable(text)))
    .map(({ text, where }) =>
      error(where, `This text is too old, and yet it stands on ${path}: "${text}"`, FAULT_OF_THE_PRESS),
    );
}

function findMissingTexts({ path, text: all }: FoundText, expected: readonly ExpectedText[]): Problem[] {
  const problems: Problem[] = [];
  const found = comparable(all);
  let position = 0;
  const wantedTexts = expected.map(({ text }) => comparable(text));
  for (const [index, { text, where }] of expected.entries()) {
    const wanted = wantedTexts[index] ?? '';
    const start = found.indexOf(wanted, position);
    if (start !== -1 && !isOvertaken(found, wantedTexts[index + 1], position, start)) {
      position = start + wanted.length;
      continue;
    }
    const what = found.includes(wanted) ? 'stands in another place on' : 'is missing from';
    problems.push(error(where, `This text ${what} ${path}: "${text}"`, FAULT_OF_THE_PRESS));
  }
  return problems;
}

/**
 * True if the next text stands before the place where this one was found, and nowhere after it: then this one has
 * moved, and all that stand between are in their places.
 */
function isOvertaken(found: string, next: string | undefined, position: number, start: number): boolean {
  if (next === undefined) return false;
  const place = found.indexOf(next, position);
  return place !== -1 && place < start && found.indexOf(next, start) === -1;
}

/** Numbers with what joins them, phone numbers among them. */
const FIGURE = /\d+(?:[.,:/–-]\d+)*/g;
/** Where a line breaks within one. */
const BROKEN_FIGURE = /(?<=\d[–-])\s+(?=\d)/g;

/** The facts gate once more: a number on paper that stands in no text of the content came from somewhere else. */
function findExtraFigures(
  { path, text }: FoundText,
  expected: readonly ExpectedText[],
  otherFigures: readonly string[],
): Problem[] {
  const known = new Set([...otherFigures, ...expected.flatMap((one) => figuresIn(one.text))]);
  return [...new Set(figuresIn(text))]
    .filter((figure) => !known.has(figure))
    .map((figure) => error(path, `The number ${figure} stands here, but in none of its texts.`, FAULT_OF_THE_PRESS));
}

function figuresIn(text: string): string[] {
  return toLatinDigits(text.replaceAll(INVISIBLE, '').replaceAll(BROKEN_FIGURE, '')).match(FIGURE) ?? [];
}

const INVISIBLE = /[\u00AD\u200B\u200E\u200F\u2060\u2066-\u2069\u202A-\u202E\uFEFF]/gu;

/** Without what extraction adds or drops: white space, bidirectional controls, and marks that steer line breaking. */
export function comparable(text: string): string {
  return text.normalize('NFC').replaceAll(INVISIBLE, '').replaceAll(/\s/g, '');
}
