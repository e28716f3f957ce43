import type { Operation } from './content-stream.ts';
import { decodeTextString } from './content-stream.ts';
import { glyphCodes, type PdfFont } from './read-fonts.ts';

/** A stretch of text drawn in one go, in reading order within itself. */
export interface Run {
  text: string;
  /** Height of its line on the page. */
  y: number;
  /** From its first glyph to the start of its last. */
  start: number;
  end: number;
  /** True for right-to-left text. */
  isReversed: boolean;
}

/** The text of one page's content stream, by the marked content it belongs to, in the order of drawing. */
export interface PageText {
  /** By MCID; the structure tree says where each belongs. */
  marked: Map<number, Run[]>;
  /** What no tag claims: on our sheets the footer. */
  unmarked: Run[];
  /** Glyphs that are the font's “missing” box. */
  missingGlyphs: number;
  /** Glyphs no text is known for. */
  unreadableGlyphs: number;
}

/**
 * Reads the text of a page the way ISO 32000-1 means it: `ActualText` (14.9.4) goes before glyph codes,
 * `ReversedChars` (14.8.2.3.3) marks right-to-left text drawn from its end. Many programs ignore both and get
 * Khmer and Arabic wrong, so this reader is the one that says whether anything was lost.
 */
export function readPageText(operations: readonly Operation[], fonts: ReadonlyMap<string, PdfFont>): PageText {
  const reader = new PageTextReader(fonts);
  for (const operation of operations) reader.read(operation);
  const { marked, unmarked, missingGlyphs, unreadableGlyphs } = reader;
  return { marked, unmarked, missingGlyphs, unreadableGlyphs };
}

/** An open marked-content sequence. */
interface Mark {
  id?: number;
  actualText?: string;
  reversed?: boolean;
  hasGlyphs?: boolean;
}

class PageTextReader {
  readonly marked = new Map<number, Run[]>();
  readonly unmarked: Run[] = [];
  missingGlyphs = 0;
  unreadableGlyphs = 0;
  readonly #marks: Mark[] = [];
  readonly #fonts: ReadonlyMap<string, PdfFont>;
  #font: PdfFont | undefined;
  #size = 0;
  /** Text of the run so far, in the order of drawing. */
  #pieces: string[] = [];
  /** Start of the line, and where the next letter will stand. */
  #x = 0;
  #pen = 0;
  #y = 0;
  /** Where the run so far was drawn. */
  #drawn: number[] = [];

  constructor(fonts: ReadonlyMap<string, PdfFont>) {
    this.#fonts = fonts;
  }

  read({ operator, operands }: Operation): void {
    if (operator === 'BDC' || operator === 'BMC') this.#open(operands);
    else if (operator === 'EMC') this.#close();
    else if (operator === 'Tf' && operands[0]?.type === 'name') {
      this.#font = this.#fonts.get(operands[0].value);
      this.#size = numberAt(operands, 1);
    } else if (operator === 'Tm') {
      [this.#x, this.#y] = [numberAt(operands, 4), numberAt(operands, 5)];
      this.#pen = this.#x;
    } else if (operator === 'Td') {
      this.#x += numberAt(operands, 0);
      this.#pen = this.#x;
    } else if (operator === 'Tj' || operator === 'TJ') {
      operands.forEach((operand) => this.#show(operand));
    } else if (operator === 'ET') this.#endRun();
  }

  #open(operands: Operation['operands']): void {
    const [tag, properties] = operands;
    const mark: Mark = {};
    if (properties?.type === 'dictionary') {
      const [id, actualText] = [properties.entries.get('MCID'), properties.entries.get('ActualText')];
      if (id?.type === 'number') mark.id = id.value;
      if (actualText?.type === 'string') mark.actualText = decodeTextString(actualText.bytes);
    }
    if (tag?.type === 'name' && tag.value === 'ReversedChars') mark.reversed = true;
    this.#marks.push(mark);
  }

  #close(): void {
    const mark = this.#marks.pop();
    // ActualText around no glyph at all is the ghost of a line whose ink only touches the next page: not text.
    if (mark?.actualText !== undefined && mark.hasGlyphs) this.#pieces.push(mark.actualText);
    if (mark?.reversed) this.#endRun(true);
  }

  #show(operand: Operation['operands'][number]): void {
    if (operand.type === 'array') operand.items.forEach((item) => this.#show(item));
    if (operand.type === 'number') this.#pen -= (operand.value * this.#size) / 1000;
    if (operand.type !== 'string') return;
    const codes = glyphCodes(operand.bytes);
    const actual = this.#marks.findLast((mark) => mark.actualText !== undefined);
    const width = (string: Uint8Array) => ((this.#font?.widthOf(string) ?? 0) * this.#size) / 1000;
    this.#drawn.push(this.#pen, this.#pen + width(operand.bytes.subarray(0, -2)));
    this.#pen += width(operand.bytes);
    this.missingGlyphs += codes.filter((code) => code === 0).length;
    if (actual) {
      actual.hasGlyphs ||= codes.length > 0;
      return;
    }
    this.unreadableGlyphs += codes.filter((code) => this.#font?.textOf(code) === undefined).length;
    this.#pieces.push(...codes.map((code) => this.#font?.textOf(code) ?? ''));
  }

  /** A text object (BT … ET) is one run in one direction. */
  #endRun(isReversed = false): void {
    const pieces = isReversed ? this.#pieces.reverse() : this.#pieces;
    const run = {
      text: pieces.join(''),
      y: this.#y,
      start: Math.min(...this.#drawn),
      end: Math.max(...this.#drawn),
      isReversed,
    };
    this.#pieces = [];
    this.#drawn = [];
    if (run.text === '') return;
    const id = this.#marks.findLast((mark) => mark.id !== undefined)?.id;
    if (id === undefined) this.unmarked.push(run);
    else this.marked.set(id, [...(this.marked.get(id) ?? []), run]);
  }
}

function numberAt(operands: Operation['operands'], index: number): number {
  const operand = operands[index];
  return operand?.type === 'number' ? operand.value : 0;
}

/** Wider, in CSS pixels, than a wide letter of a title and a space: what follows is another box, such as the next part of a footer. */
const BOX_GAP = 60;

/**
 * Joins runs into text in reading order.
 * @param isRtl direction of the paragraph the runs are from
 */
export function joinRuns(runs: readonly Run[], isRtl: boolean): string {
  const lines: Run[][] = [];
  for (const run of runs) {
    const last = lines.at(-1)?.at(-1);
    const continues =
      last && Math.abs(last.y - run.y) < 0.5 && run.start >= last.start - 1 && run.start - last.end < BOX_GAP;
    if (continues) lines.at(-1)?.push(run);
    else lines.push([run]);
  }
  return lines.map((line) => (isRtl ? toLogicalOrder(line) : line).map(({ text }) => text).join('')).join(' ');
}

/**
 * Puts the runs of a right-to-left line, drawn from left to right, into the order of reading: all turned
 * round, but for left-to-right stretches, which keep theirs. Those are numbers and Latin words, and whatever
 * stands in a left-to-right isolate (U+2066 … U+2069), which the PDF keeps as text.
 */
function toLogicalOrder(line: readonly Run[]): Run[] {
  const ordered: Run[] = [];
  let forward: Run[] = [];
  let isIsolated = false;
  const flush = () => {
    ordered.push(...forward);
    forward = [];
  };
  for (const [index, run] of [...line.entries()].reverse()) {
    if (run.text.includes('\u2069')) isIsolated = false;
    const joinsNumbers = /^[.,:/]$/.test(run.text) && [line[index - 1], line[index + 1]].every(endsInNumber);
    if (isIsolated || joinsNumbers || (!run.isReversed && /[\p{L}\p{N}]/u.test(run.text))) {
      forward.unshift(run);
    } else {
      flush();
      ordered.push(run);
    }
    if (run.text.includes('\u2066')) isIsolated = true;
  }
  flush();
  return ordered;
}

/** Unicode UAX #9, W4: a single sign between two numbers is part of them. */
function endsInNumber(run: Run | undefined): boolean {
  return run !== undefined && /^\p{Nd}+$/u.test(run.text);
}
