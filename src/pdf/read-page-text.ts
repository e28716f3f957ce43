import type { Operation } from './content-stream.ts';
import { decodeTextString } from './content-stream.ts';
import { glyphCodes, type PdfFont } from './read-fonts.ts';
import { areNeighbours, type Drawn, linesOf, stretchesOf } from './reading-order.ts';

/** A stretch of text drawn in one go, in reading order within itself. */
export type Run = Drawn;

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
    if (tag?.type === 'name' && tag.value === 'ReversedChars') {
      // What was drawn before the mark is not turned round with it.
      this.#endRun();
      mark.reversed = true;
    }
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
    const { bytes } = operand;
    const actual = this.#marks.findLast((mark) => mark.actualText !== undefined);
    this.#drawn.push(this.#pen, this.#pen + this.#widthOf(bytes.slice(0, -2)));
    this.#pen += this.#widthOf(bytes);
    if (actual && bytes.length > 1) actual.hasGlyphs = true;
    for (const code of glyphCodes(bytes)) {
      if (code === 0) this.missingGlyphs++;
      if (!actual) this.#read(this.#font?.textOf(code));
    }
  }

  #widthOf(string: Uint8Array): number {
    return ((this.#font?.widthOf(string) ?? 0) * this.#size) / 1000;
  }

  #read(text: string | undefined): void {
    if (text === undefined) this.unreadableGlyphs++;
    else if (text.length === 1) this.#pieces.push(text);
    // What a code says is turned round with all else: several characters stand in it as they do on the line.
    else this.#pieces.push(...text);
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

/**
 * Joins runs into text in reading order: a space stands between lines and between boxes. Right-to-left lines may be
 * drawn from either end.
 * @param isRtl direction of the paragraph the runs are from
 */
export function joinRuns(runs: readonly Run[], isRtl: boolean): string {
  let text = '';
  let last: Run | undefined;
  for (const line of linesOf(runs)) {
    const ordered = stretchesOf(line, isRtl).flatMap((stretch) =>
      stretch.isReversed ? stretch.runs.toReversed() : stretch.runs,
    );
    const [first] = ordered;
    if (last && first && !areNeighbours(last, first)) text += ' ';
    text += ordered.map((run) => run.text).join('');
    last = ordered.at(-1);
  }
  return text;
}
