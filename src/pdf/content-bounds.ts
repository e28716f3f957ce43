import type { Operand, Operation } from './content-stream.ts';
import { mcidOf } from './mark-artifacts.ts';
import { IDENTITY, type Matrix, movePoint, multiply } from './matrix.ts';

/** Least x, least y, greatest x, greatest y, in points from the lower left corner of the page. */
export type Box = [number, number, number, number];

/**
 * Where on the page the shapes and images of each marked content lie, by MCID. Curves count with the points that
 * steer them, and the width of lines not at all: the box is for finding a drawing, not for cutting it out.
 */
export function boundsByMark(operations: readonly Operation[]): Map<number, Box> {
  const boxes = new Map<number, Box>();
  const saved: Matrix[] = [];
  const marks: (number | undefined)[] = [];
  let matrix = IDENTITY;
  const include = (x: number, y: number) => {
    const mcid = marks.findLast((mark) => mark !== undefined);
    if (mcid === undefined) return;
    const [px, py] = movePoint(matrix, x, y);
    const [left, low, right, high] = boxes.get(mcid) ?? [px, py, px, py];
    boxes.set(mcid, [Math.min(left, px), Math.min(low, py), Math.max(right, px), Math.max(high, py)]);
  };
  for (const operation of operations) {
    const { operator, operands } = operation;
    const numbers = operands.map(numberOf);
    if (operator === 'q') saved.push(matrix);
    else if (operator === 'Q') matrix = saved.pop() ?? IDENTITY;
    else if (operator === 'cm') matrix = multiply(numbers as Matrix, matrix);
    else if (operator === 'BDC' || operator === 'BMC') marks.push(mcidOf(operation));
    else if (operator === 'EMC') marks.pop();
    else for (const [x, y] of pointsOf(operator, numbers)) include(x, y);
  }
  return boxes;
}

function pointsOf(operator: string, numbers: readonly number[]): [number, number][] {
  const [x = 0, y = 0, width = 0, height = 0] = numbers;
  if (operator === 're') return corners(x, y, width, height);
  // An image fills the unit square (8.9.5).
  if (operator === 'Do') return corners(0, 0, 1, 1);
  if (!['m', 'l', 'c', 'v', 'y'].includes(operator)) return [];
  return numbers.flatMap((value, index): [number, number][] =>
    index % 2 === 0 ? [[value, numbers[index + 1] ?? 0]] : [],
  );
}

function corners(x: number, y: number, width: number, height: number): [number, number][] {
  return [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height],
  ];
}

function numberOf(operand: Operand): number {
  return operand.type === 'number' ? operand.value : 0;
}
