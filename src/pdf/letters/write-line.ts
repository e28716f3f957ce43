import type { Operand, Operation } from '../content-stream.ts';
import type { Stretch } from '../reading-order.ts';
import { type CodedLetter, codeLetters } from './letter-codes.ts';
import type { Letter, LetterRun } from './letter.ts';
import type { MergedFont } from './merged-font.ts';

/** Fonts of a page: which one draws a letter, and the name the page has for it. */
export interface PageFonts {
  fontOf(letter: Letter): MergedFont;
  nameOf(font: MergedFont): string;
}

/** Places are written in hundredths of a CSS pixel, and sums of them without what computers add. */
const round = (value: number, steps: number): number => Math.round(value * steps) / steps || 0;

/**
 * Writes a line as one text object, in the order of reading. Right-to-left letters stand from their end, as ISO 32000-1,
 * 14.8.2.3.3, has them: all that is read in one go within one mark.
 *
 * Before: a text object for each word, from the left of the page to the right, and a space in a font of its own
 * After: `BT`, `/F5 12 Tf`, `1 0 0 -1 305.2 96 Tm`, `/ReversedChars BMC`, the letters, `EMC`, `-60 0 Td`, a number, `ET`
 * @param stretches of one line, in the order of reading
 */
export function writeLine(stretches: readonly Stretch<LetterRun>[], fonts: PageFonts): Operation[] {
  const writer = new LineWriter(fonts);
  for (const piece of stretches.flatMap(piecesOf)) writer.write(piece);
  return writer.finish();
}

/** Letters of a line that are shown in one direction. */
interface Piece {
  runs: LetterRun[];
  isReversed: boolean;
}

/** A sign between right-to-left words is turned round with them; a word in another script keeps its direction. */
function piecesOf({ runs, isReversed }: Stretch<LetterRun>): Piece[] {
  const pieces: Piece[] = [];
  for (const run of runs) {
    const isTurned = run.isReversed || (isReversed && run.letters.length === 1);
    const last = pieces.at(-1);
    if (last?.isReversed === isTurned) last.runs.push(run);
    else pieces.push({ runs: [run], isReversed: isTurned });
  }
  return isReversed ? pieces.reverse() : pieces;
}

class LineWriter {
  readonly #operations: Operation[] = [{ operator: 'BT', operands: [] }];
  readonly #fonts: PageFonts;
  #font = '';
  /** Where the last step led. */
  #x = 0;
  #y: number | undefined;

  constructor(fonts: PageFonts) {
    this.#fonts = fonts;
  }

  write({ runs, isReversed }: Piece): void {
    const letters = runs.flatMap((run) => run.letters);
    const coded = codeLetters(letters, isReversed, (letter) => this.#fonts.fontOf(letter));
    const [first] = coded;
    const [run] = runs;
    if (!first || !run) return;
    this.#setFont(first);
    if (this.#y === undefined) this.#start(run, first.x);
    const isMarked = isReversed && (letters.length > 1 || run.isReversed);
    if (isMarked) this.#operations.push({ operator: 'BMC', operands: [name('ReversedChars')] });
    for (const one of coded) this.#show(one, run.matrix);
    if (isMarked) this.#operations.push({ operator: 'EMC', operands: [] });
  }

  finish(): Operation[] {
    return this.#y === undefined ? [] : [...this.#operations, { operator: 'ET', operands: [] }];
  }

  #setFont({ font, size }: CodedLetter): void {
    const wanted = `${this.#fonts.nameOf(font)} ${size}`;
    if (wanted === this.#font) return;
    this.#operations.push({ operator: 'Tf', operands: [name(this.#fonts.nameOf(font)), number(size)] });
    this.#font = wanted;
  }

  #start({ matrix: [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] }: LetterRun, x: number): void {
    this.#x = round(x, 100);
    this.#y = f;
    const place = [a, b, c, d, round(e + a * this.#x, 1e4), round(f + b * this.#x, 1e4)];
    this.#operations.push({ operator: 'Tm', operands: place.map(number) });
  }

  #show(one: CodedLetter, [, b = 0, , d = 1, , f = 0]: readonly number[]): void {
    this.#setFont(one);
    // Lines whose letters are turned are of one run.
    const down = b === 0 ? round((f - (this.#y ?? f)) / d, 1e4) : 0;
    const step = round(one.x - this.#x, 1e6);
    if (step !== 0 || down !== 0) this.#operations.push({ operator: 'Td', operands: [number(step), number(down)] });
    this.#operations.push({ operator: 'Tj', operands: [{ type: 'string', bytes: bytesOf(one.codes) }] });
    this.#x += step;
    this.#y = f;
  }
}

const name = (value: string): Operand => ({ type: 'name', value });
const number = (value: number): Operand => ({ type: 'number', value });

function bytesOf(codes: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(2 * codes.length);
  for (let index = 0; index < codes.length; index++) {
    const code = codes[index] ?? 0;
    bytes[2 * index] = code >> 8;
    bytes[2 * index + 1] = code & 255;
  }
  return bytes;
}
