import type { PDFPage } from '@cantoo/pdf-lib';
import { type Operation, parseContentStream } from '../../src/pdf/content-stream.ts';
import { mcidOf } from '../../src/pdf/mark-artifacts.ts';
import { IDENTITY, type Matrix, multiply } from '../../src/pdf/matrix.ts';
import { contentOf } from '../../src/pdf/page-content.ts';

/** Where something of a page belongs, and its paint: red, green and blue from 0 to 1. */
interface Painted {
  colour: string;
  mcid?: number;
  /** The tag it stands in, such as `P` or `Artifact`. */
  tag?: string;
}

/** Letters drawn in one go; lengths in points. */
export interface DrawnText extends Painted {
  size: number;
  /** Of its baseline, from the lower left corner of the page. */
  x: number;
  y: number;
}

/** A shape that is filled or stroked; lengths in points. */
export interface DrawnShape extends Painted {
  isFilled: boolean;
  width: number;
  height: number;
}

/** What a page shows, as a reader of its content stream sees it (ISO 32000-1, 8.4 and 9.4): small, slow, and apart from `src`. */
export function drawnPage(page: PDFPage): { texts: DrawnText[]; shapes: DrawnShape[] } {
  const drawer = new PageDrawer();
  for (const operation of parseContentStream(contentOf(page))) drawer.read(operation);
  const { texts, shapes } = drawer;
  return { texts, shapes };
}

interface State {
  matrix: Matrix;
  fill: string;
  stroke: string;
  size: number;
}

const BLACK = '0 0 0';
const FILLS = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*']);
const STROKES = new Set(['S', 's', 'B', 'B*', 'b', 'b*']);

class PageDrawer {
  readonly texts: DrawnText[] = [];
  readonly shapes: DrawnShape[] = [];
  #state: State = { matrix: IDENTITY, fill: BLACK, stroke: BLACK, size: 0 };
  readonly #saved: State[] = [];
  readonly #marks: { tag?: string; mcid?: number }[] = [];
  #line: Matrix = IDENTITY;
  /** Corners of the path so far, on the page. */
  #path: [number, number][] = [];

  read(operation: Operation): void {
    const { operator, operands } = operation;
    const numbers = operands.map((operand) => (operand.type === 'number' ? operand.value : 0));
    const [x = 0, y = 0, width = 0, height = 0] = numbers;
    if (operator === 'q') this.#saved.push({ ...this.#state });
    if (operator === 'Q') this.#state = this.#saved.pop() ?? this.#state;
    if (operator === 'cm') this.#state.matrix = multiply(numbers as Matrix, this.#state.matrix);
    if (operator === 'rg') this.#state.fill = numbers.join(' ');
    if (operator === 'RG') this.#state.stroke = numbers.join(' ');
    if (/^(g|G|k|K|sc|SC|scn|SCN|cs|CS|sh)$/.test(operator)) throw new Error(`A page paints with ${operator}.`);
    if (operator === 'BDC' || operator === 'BMC') this.#open(operation);
    if (operator === 'EMC') this.#marks.pop();
    if (operator === 'BT') this.#line = IDENTITY;
    if (operator === 'Tm') this.#line = numbers as Matrix;
    if (operator === 'Td') this.#line = multiply([1, 0, 0, 1, x, y], this.#line);
    if (operator === 'Tf') this.#state.size = y;
    if (operator === 'Tj' || operator === 'TJ') this.#show();
    if (operator === 'm' || operator === 'l') this.#corner(x, y);
    if (operator === 'c') for (let index = 0; index < 6; index += 2) this.#corner(numbers[index], numbers[index + 1]);
    if (operator === 're') {
      this.#corner(x, y);
      this.#corner(x + width, y + height);
    }
    if (FILLS.has(operator)) this.#paint(true, this.#state.fill);
    if (STROKES.has(operator)) this.#paint(false, this.#state.stroke);
    if (FILLS.has(operator) || STROKES.has(operator) || operator === 'n') this.#path = [];
  }

  #open(operation: Operation): void {
    const [tag] = operation.operands;
    const mcid = mcidOf(operation);
    this.#marks.push({ ...(tag?.type === 'name' && { tag: tag.value }), ...(mcid !== undefined && { mcid }) });
  }

  /** The mark an element claims, or the outermost one. */
  #mark(): { tag?: string; mcid?: number } {
    return this.#marks.findLast(({ mcid }) => mcid !== undefined) ?? this.#marks[0] ?? {};
  }

  #show(): void {
    const [, , c, d, x, y] = multiply(this.#line, this.#state.matrix);
    this.texts.push({ ...this.#mark(), colour: this.#state.fill, size: this.#state.size * Math.hypot(c, d), x, y });
  }

  #corner(x = 0, y = 0): void {
    const [a, b, c, d, e, f] = this.#state.matrix;
    this.#path.push([a * x + c * y + e, b * x + d * y + f]);
  }

  #paint(isFilled: boolean, colour: string): void {
    const [xs, ys] = [this.#path.map(([x]) => x), this.#path.map(([, y]) => y)];
    const size = (all: number[]) => Math.max(...all) - Math.min(...all);
    this.shapes.push({ ...this.#mark(), colour, isFilled, width: size(xs), height: size(ys) });
  }
}
