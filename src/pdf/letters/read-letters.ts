import { decodeTextString, type Operand, type Operation } from '../content-stream.ts';
import { glyphCodes } from '../read-fonts.ts';
import type { Letter, LetterRun } from './letter.ts';
import type { SourceFont } from './source-font.ts';

/** What Chromium writes within a text object, and what may come of it when it is shortened. */
const KNOWN_OPERATORS = new Set(['BT', 'ET', 'Tf', 'Tm', 'Td', 'Tj', 'TJ', 'BDC', 'BMC', 'EMC']);

/** True if {@link readLetters} understands an operation of a text object. */
export function isKnownInText({ operator, operands }: Operation): boolean {
  if (operator !== 'BDC' && operator !== 'BMC') return KNOWN_OPERATORS.has(operator);
  const properties = operands[1];
  return operator === 'BMC' || (properties?.type === 'dictionary' && !properties.entries.has('MCID'));
}

/**
 * Reads the letters of a text object. Chromium puts the text of a cluster, which several glyphs draw, into a span around
 * them (`ActualText`, ISO 32000-1, 14.9.4), and draws the dots and signs of a right-to-left letter before it.
 *
 * Input: `/Span <</ActualText <FEFF0628>>> BDC`, `<0122> Tj`, `-1.06 .03 Td`, `<0010> Tj`, `EMC`
 * Output: `{text: 'ب', glyphs: [{glyph: 0x122, …}, {glyph: 0x10, …}]}`
 * @param operations from `BT` to `ET`
 */
export function readLetters(operations: readonly Operation[], fonts: ReadonlyMap<string, SourceFont>): LetterRun[] {
  const reader = new LetterReader(fonts);
  for (const operation of operations) reader.read(operation);
  return reader.runs;
}

type Mark = { isReversed: boolean } | { text: string; letters: Letter[] };

class LetterReader {
  readonly runs: LetterRun[] = [];
  readonly #fonts: ReadonlyMap<string, SourceFont>;
  readonly #marks: Mark[] = [];
  #letters: Letter[] = [];
  #matrix: number[] = [1, 0, 0, 1, 0, 0];
  #font: SourceFont | undefined;
  #size = 0;
  /** Start of the line, and where the pen stands on it. */
  #x = 0;
  #y = 0;
  #pen = 0;

  constructor(fonts: ReadonlyMap<string, SourceFont>) {
    this.#fonts = fonts;
  }

  read({ operator, operands }: Operation): void {
    const first = operands[0];
    if (operator === 'BDC' || operator === 'BMC') this.#open(operands);
    else if (operator === 'EMC') this.#close();
    else if (operator === 'Tf' && first?.type === 'name') {
      this.#font = this.#fonts.get(first.value);
      this.#size = numberAt(operands, 1);
    } else if (operator === 'Tm') {
      this.#matrix = operands.map((_, index) => numberAt(operands, index));
      [this.#x, this.#y, this.#pen] = [0, 0, 0];
    } else if (operator === 'Td') {
      this.#x += numberAt(operands, 0);
      this.#y += numberAt(operands, 1);
      this.#pen = this.#x;
    } else if (operator === 'Tj' || operator === 'TJ') operands.forEach((operand) => this.#show(operand));
    else if (operator === 'ET') this.#endRun(false);
  }

  #open([tag, properties]: readonly Operand[]): void {
    const actual = properties?.type === 'dictionary' ? properties.entries.get('ActualText') : undefined;
    if (actual?.type === 'string') {
      this.#marks.push({ text: decodeTextString(actual.bytes), letters: [] });
      return;
    }
    const isReversed = tag?.type === 'name' && tag.value === 'ReversedChars';
    if (isReversed) this.#endRun(false);
    this.#marks.push({ isReversed });
  }

  #close(): void {
    const mark = this.#marks.pop();
    if (!mark) return;
    // A span without glyphs is the ghost of a line whose ink only touches this page: not text.
    if ('text' in mark) {
      const [first] = mark.letters;
      if (first) first.text = mark.text;
      this.#letters.push(...mark.letters);
    } else if (mark.isReversed) this.#endRun(true);
  }

  #show(operand: Operand): void {
    if (operand.type === 'array') operand.items.forEach((item) => this.#show(item));
    if (operand.type === 'number') this.#pen -= (operand.value * this.#size) / 1000;
    if (operand.type !== 'string' || !this.#font) return;
    const span = this.#marks.findLast((mark) => 'text' in mark);
    for (const glyph of glyphCodes(operand.bytes)) {
      const { trueType, texts } = this.#font;
      if (span && 'text' in span) this.#addTo(span.letters, glyph, '');
      else this.#letters.push(this.#letter(glyph, texts.get(glyph) ?? ''));
      this.#pen += (trueType.advanceOf(glyph) * this.#size) / trueType.unitsPerEm;
    }
  }

  /** One letter has the glyphs of one font; of a cluster drawn in two fonts, the first part has the text. */
  #addTo(letters: Letter[], glyph: number, text: string): void {
    const last = letters.at(-1);
    const letter = this.#letter(glyph, text);
    if (last?.font === letter.font && last.size === letter.size) last.glyphs.push(...letter.glyphs);
    else letters.push(letter);
  }

  #letter(glyph: number, text: string): Letter {
    const font = this.#font as SourceFont;
    return { text, font, size: this.#size, glyphs: [{ glyph, x: this.#pen, y: this.#y }] };
  }

  #endRun(isReversed: boolean): void {
    const letters = this.#letters;
    this.#letters = [];
    if (letters.length === 0) return;
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = this.#matrix;
    const isUpright = a === 1 && b === 0 && c === 0;
    let [start, end] = [Infinity, -Infinity];
    for (const { glyphs } of letters) {
      for (const glyph of glyphs) {
        // Upright letters are measured from the corner of the page, so that those of several text objects can be joined.
        if (isUpright) glyph.x += e;
        start = Math.min(start, glyph.x);
        end = Math.max(end, glyph.x);
      }
    }
    this.runs.push({
      letters,
      matrix: isUpright ? [a, b, c, d, 0, f] : this.#matrix,
      isUpright,
      isReversed,
      text: (isReversed ? letters.toReversed() : letters).map(({ text }) => text).join(''),
      y: f,
      start,
      end,
    });
  }
}

function numberAt(operands: readonly Operand[], index: number): number {
  const operand = operands[index];
  return operand?.type === 'number' ? operand.value : 0;
}
