import type { Operand, Operation } from '../../src/pdf/content-stream.ts';
import { glyphCodes, type PdfFont } from '../../src/pdf/read-fonts.ts';

/** A glyph where a content stream draws it, in CSS pixels from the corner of the page, before any `cm`. */
export interface GlyphPlace {
  code: number;
  font: string;
  size: number;
  x: number;
  y: number;
  /** Marked content it stands in, outermost first. */
  marks: string;
}

type Matrix = [number, number, number, number, number, number];

/** Where each glyph of a content stream stands, by ISO 32000-1, 9.4: an interpreter of its own, small and slow. */
export function glyphPlaces(operations: readonly Operation[], fonts: ReadonlyMap<string, PdfFont>): GlyphPlace[] {
  const places: GlyphPlace[] = [];
  const marks: string[] = [];
  let [font, size] = ['', 0];
  /** Text line matrix, and how far along the line the pen is. */
  let [line, pen]: [Matrix, number] = [[1, 0, 0, 1, 0, 0], 0];
  const startLine = (matrix: Matrix) => ([line, pen] = [matrix, 0]);

  const show = (shown: Operand): void => {
    if (shown.type === 'array') shown.items.forEach(show);
    if (shown.type === 'number') pen -= (shown.value * size) / 1000;
    if (shown.type !== 'string') return;
    for (const code of glyphCodes(shown.bytes)) {
      const [a, b, , , e, f] = line;
      places.push({ code, font, size, x: a * pen + e, y: b * pen + f, marks: marks.join(' ') });
      pen += ((fonts.get(font)?.widthOf(Uint8Array.of(code >> 8, code & 255)) ?? 0) * size) / 1000;
    }
  };

  for (const { operator, operands } of operations) {
    const numbers = operands.map((operand) => (operand.type === 'number' ? operand.value : 0));
    const [x = 0, y = 0] = numbers;
    if (operator === 'BT') startLine([1, 0, 0, 1, 0, 0]);
    if (operator === 'Tm') startLine(numbers as Matrix);
    if (operator === 'Td') {
      const [a, b, c, d, e, f] = line;
      startLine([a, b, c, d, a * x + c * y + e, b * x + d * y + f]);
    }
    if (operator === 'Tf' && operands[0]?.type === 'name') [font, size] = [operands[0].value, numbers[1] ?? 0];
    if (operator === 'Tj' || operator === 'TJ') operands.forEach(show);
    if (operator === 'BDC' || operator === 'BMC') marks.push(operands.map(shownMark).join(' '));
    if (operator === 'EMC') marks.pop();
  }
  return places;
}

function shownMark(operand: Operand): string {
  if (operand.type === 'dictionary')
    return [...operand.entries].map(([key, value]) => `${key}=${shownMark(value)}`).join(' ');
  return operand.type === 'string' ? Buffer.from(operand.bytes).toString('hex') : String(Object.values(operand)[1]);
}

/** How far a glyph may move: a twentieth of a pixel; in letters larger than text, three thousandths of their size. */
const FURTHEST = (size: number): number => Math.max(0.05, (3 * size) / 1000);

/** Glyphs that stand elsewhere in the second list, or are another glyph there; none if both look the same. */
export function movedGlyphs(before: readonly GlyphPlace[], after: readonly GlyphPlace[]): string[] {
  const shown = (place: GlyphPlace | undefined): string =>
    place ? `${place.code} of ${place.font} ${place.size} at ${place.x} ${place.y} in "${place.marks}"` : 'nothing';
  return Array.from({ length: Math.max(before.length, after.length) }, (_, index) => index).flatMap((index) => {
    const [a, b] = [before[index], after[index]];
    const isSame =
      a &&
      b &&
      a.code === b.code &&
      a.font === b.font &&
      a.size === b.size &&
      a.marks === b.marks &&
      Math.hypot(a.x - b.x, a.y - b.y) <= FURTHEST(a.size);
    return isSame ? [] : [`${index}: ${shown(a)}, then ${shown(b)}`];
  });
}
