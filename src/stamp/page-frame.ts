import type { Operand, Operation } from '../pdf/content-stream.ts';
import { IDENTITY, type Matrix, movePoint, multiply } from '../pdf/matrix.ts';
import { isSlotPoint } from '../pdf/repair/slot.ts';
import { UnrepairableError } from '../pdf/repair/unrepairable.ts';
import type { Edges } from './compiled.ts';

/** A CSS pixel in points, on a page that is as large as its style sheet has it. */
const PIXEL = 0.75;

/**
 * Reads from what a page draws where its content area is: Chromium first cuts everything to that. The `MediaBox` of a
 * page without margins is not it, but rounded to whole points and then to 300ths of an inch (headless shell 147: 250
 * pixels are 187.5 points, and the page has 187.92).
 *
 * Input: `.24 0 0 -.24 0 187.92 cm`, `q`, `0 0 1562.5 781.25 re`, `W* n`, `q`, `3.125 0 0 3.125 0 0 cm`
 * Output: `{ left: 0, bottom: 0.42, top: 187.92 }`
 * @throws {UnrepairableError} for content that does not begin so, or that Chromium made smaller because a part of it
 * was too wide for the page: a panel is then no longer of the size it was measured in
 */
export function pageFrame(operations: readonly Operation[]): Edges {
  let matrix = IDENTITY;
  let edges: Edges | undefined;
  const outer: Matrix[] = [];
  for (const [index, { operator, operands }] of operations.entries()) {
    if (operator === 'q') outer.push(matrix);
    else if (operator === 'Q') matrix = outer.pop() ?? matrix;
    else if (operator === 'cm') {
      matrix = multiply(numbersIn(operands) as Matrix, matrix);
      if (edges) break;
    } else if (operator === 're' && isClip(operations[index + 1])) edges = edgesOf(matrix, numbersIn(operands));
    else if (edges && !['W', 'W*', 'n'].includes(operator)) break;
  }
  if (!edges) throw new UnrepairableError('The PDF has a page that does not begin with its edges.');
  if (Math.abs(Math.abs(matrix[0]) - PIXEL) > 0.001) {
    throw new UnrepairableError('The PDF has a panel that was made smaller, because something in it is too wide.');
  }
  return edges;
}

/**
 * Tells how much smaller a page with a slot is than its style sheet has it: Chromium shrinks pages on which something is
 * a little too wide, and a panel must shrink with them.
 *
 * Input: `.24 0 0 -.24 0 792 cm`, `q`, `3.1 0 0 3.1 115.6 96.9 cm`, `/Slot MP`
 * Output: 0.992
 */
export function slotScale(operations: readonly Operation[]): number {
  const saved: Matrix[] = [];
  let matrix = IDENTITY;
  for (const operation of operations) {
    const { operator, operands } = operation;
    if (isSlotPoint(operation)) break;
    if (operator === 'q') saved.push(matrix);
    else if (operator === 'Q') matrix = saved.pop() ?? IDENTITY;
    else if (operator === 'cm') matrix = multiply(numbersIn(operands) as Matrix, matrix);
  }
  return Math.round((Math.abs(matrix[0]) / PIXEL) * 100_000) / 100_000;
}

const isClip = (operation: Operation | undefined): boolean => /^W\*?$/.test(operation?.operator ?? '');

function edgesOf(matrix: Matrix, [x = 0, y = 0, width = 0, height = 0]: readonly number[]): Edges {
  const [[left, oneEdge], [, other]] = [movePoint(matrix, x, y), movePoint(matrix, x + width, y + height)];
  return { left, bottom: Math.min(oneEdge, other), top: Math.max(oneEdge, other) };
}

function numbersIn(operands: readonly Operand[]): number[] {
  return operands.map((operand) => (operand.type === 'number' ? operand.value : 0));
}
