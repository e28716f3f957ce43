import type { Letter } from './letter.ts';
import type { MergedFont, SourcePart } from './merged-font.ts';

/** Codes that draw a letter, and where. */
export interface CodedLetter {
  codes: number[];
  font: MergedFont;
  size: number;
  x: number;
}

/**
 * Width, in units, of the blank glyphs that say what the glyph of a cluster does not. Not 0: PDFium drops a sign that is
 * said twice in the same place, and poppler takes letters in one place for one printed twice to look bold.
 */
const BLANK_WIDTH = 10;

/** Units between two letters, well below those that readers take for a space: poppler from 100 of 1,000 on. */
const LOOSE = 60;
/** Units that the next letter may reach over this one before readers take it for a step back. */
const TIGHT = 120;
/** Further away, the next letter has nothing to do with this one. */
const FAR = 500;

/**
 * Said by what has no text of its own, such as the second part of a cluster drawn in two fonts: every code must say
 * something (ISO 14289-1, 7.21.7), and this sign is not seen and ends no word.
 */
const WORD_JOINER = '\u2060';
const NON_JOINER = '\u200c';

/**
 * Gives letters codes whose ToUnicode says their text, so that no `ActualText` is needed: pdf.js and many others do not
 * know it.
 *
 * Input: a letter `ប្រ` of two glyphs
 * Output: a code for a glyph of both parts, which says `ប`, and one for a blank, which says `្រ`
 * @param letters of one line, from left to right
 * @param isReversed true if they are read from right to left
 */
export function codeLetters(
  letters: readonly Letter[],
  isReversed: boolean,
  fontOf: (letter: Letter) => MergedFont,
): CodedLetter[] {
  const placed = (isReversed ? withNonJoiners(letters) : letters).map((letter) => placeLetter(letter, isReversed));
  // What is not seen changes no font: Chromium takes isolates from whichever has them.
  const seen = placed.find(({ letter }) => !isUnseen(letter))?.letter;
  return placed.map((one, index) => {
    const next = placed[index + 1];
    const room = next && Math.round(((next.x - one.x) / one.letter.size) * one.letter.font.trueType.unitsPerEm);
    const drawn = isUnseen(one.letter) ? (seen ?? one.letter) : one.letter;
    return codeLetter(one, { room, isReversed, font: fontOf(drawn), size: drawn.size });
  });
}

/**
 * Gives each zero-width non-joiner to the letter that is read before it, and so drawn after it: pdf.js leaves out a code
 * that says nothing else.
 */
function withNonJoiners(letters: readonly Letter[]): Letter[] {
  const joined: Letter[] = [];
  let prefix = '';
  for (const [index, letter] of letters.entries()) {
    if (letter.text === NON_JOINER && isBlank(letter) && index + 1 < letters.length) prefix = letter.text;
    else {
      joined.push(prefix === '' ? letter : { ...letter, text: letter.text + prefix });
      prefix = '';
    }
  }
  return joined;
}

/** A letter by the place of its base, and how wide it is by its glyphs, in units. */
interface PlacedLetter {
  letter: Letter;
  x: number;
  width: number;
}

/**
 * A letter stands where its base stands: right-to-left, the glyph that is drawn last, behind its dots; left-to-right,
 * the glyphs on the line that have a width, since signs above and below it may have one too.
 */
function placeLetter(letter: Letter, isReversed: boolean): PlacedLetter {
  const { glyphs, font, size } = letter;
  const { trueType } = font;
  const last = glyphs.at(-1);
  if (last && (isReversed || glyphs.length === 1)) return { letter, x: last.x, width: trueType.advanceOf(last.glyph) };
  const onLine = glyphs.filter(({ y }) => Math.abs(y) < 1e-3);
  const wide = (onLine.length > 0 ? onLine : glyphs).filter(({ glyph }) => trueType.advanceOf(glyph) > 0);
  const bases = wide.length > 0 ? wide : glyphs.slice(0, 1);
  const x = Math.min(...bases.map((base) => base.x));
  const ends = bases.map((base) => ((base.x - x) / size) * trueType.unitsPerEm + trueType.advanceOf(base.glyph));
  return { letter, x, width: Math.round(Math.max(...ends)) };
}

function isBlank({ glyphs, font }: Letter): boolean {
  return glyphs.every(({ glyph }) => font.trueType.outlineOf(glyph).length === 0);
}

function codeLetter(
  { letter, x, width }: PlacedLetter,
  {
    room,
    isReversed,
    font,
    size,
  }: Omit<CodedLetter, 'codes' | 'x'> & { room: number | undefined; isReversed: boolean },
): CodedLetter {
  // An isolate or joiner is drawn as a space that takes no room.
  if (isUnseen(letter)) return { codes: [font.codeFor([], 0, letter.text)], font, size, x };
  const [said, ...rest] = sharesOf(letter.text || WORD_JOINER, isReversed);
  const end = fittedWidth(width, room, rest.length > 0);
  const share = Math.min(BLANK_WIDTH, Math.floor(end / (rest.length + 1)));
  const blanks = rest.map((more) => font.codeFor([], share, more));
  // Right-to-left the blanks come first, and take their room from the left of the glyph.
  const shift = isReversed ? share * rest.length : 0;
  const glyph = font.codeFor(partsOf(letter, { x, shift, isReversed }), end - share * rest.length, said);
  return { codes: isReversed ? [...blanks.reverse(), glyph] : [glyph, ...blanks], font, size, x };
}

/**
 * What the glyph of a letter says, and what the blanks beside it say. Right-to-left each code says one character, since
 * readers turn the codes round, and some of them what each says. Left-to-right one code says all, but for combining
 * marks: pdf.js takes a code that says one for a code without width.
 */
function sharesOf(text: string, isReversed: boolean): [string, ...string[]] {
  if (text.length === 1) return [text];
  const [first = '', ...others] = isReversed ? (text.match(VISIBLE_RTL) ?? [text]) : [...text];
  if (isReversed) return [turned(first), ...others.map(turned)];
  return others.length > 0 && /\p{Mn}/u.test(text) ? [first, others.join('')] : [text];
}

/** True for a sign that steers others and is not seen itself, such as an isolate. */
function isUnseen(letter: Letter): boolean {
  const { text } = letter;
  return text.length === 1 && text > '\u007f' && /\p{Cf}/u.test(text) && isBlank(letter);
}

/** A character with the non-joiner behind it. */
const VISIBLE_RTL = /[^]\u200c?/gu;

/** Characters as they stand from left to right, as all of a right-to-left string does. */
function turned(text: string): string {
  return [...text].reverse().join('');
}

/** The width of a letter: its own, or the room it has, if readers would take the difference for a space or a step back. */
function fittedWidth(width: number, room: number | undefined, hasBlanks: boolean): number {
  if (room === undefined || room < 0 || Math.abs(room - width) > FAR) return width;
  // The blanks at its end must not come to stand behind the start of the next letter.
  return hasBlanks || room > width + LOOSE || room < width - TIGHT ? room : width;
}

function partsOf(
  { glyphs, font, size }: Letter,
  { x, shift, isReversed }: { x: number; shift: number; isReversed: boolean },
): SourcePart[] {
  const scale = font.trueType.unitsPerEm / size;
  const parts = glyphs.map((one) => {
    const [dx, dy] = [Math.round((one.x - x) * scale) - shift, Math.round(one.y * scale)];
    return { font, glyph: one.glyph, dx, dy };
  });
  return isReversed ? parts.reverse() : parts;
}
