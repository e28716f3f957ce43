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
  let mcid: number | undefined;
  let matrix = IDENTITY;
  for (const operation of operations) {
    const { operator, operands } = operation;
    if (operator === 'q') saved.push(matrix);
    else if (operator === 'Q') matrix = saved.pop() ?? IDENTITY;
    else if (operator === 'cm') matrix = multiply(operands.map(numberOf) as Matrix, matrix);
    else if (operator === 'BDC' || operator === 'BMC') {
      // The innermost mark that an element can claim has what is drawn.
      marks.push(mcid);
      mcid = mcidOf(operation) ?? mcid;
    } else if (operator === 'EMC') mcid = marks.pop();
    else if (mcid !== undefined && POINTS.has(operator)) {
      const points = pointsOf(operator, operands.map(numberOf));
      boxes.set(
        mcid,
        boxAround(
          points.map(([x, y]) => movePoint(matrix, x, y)),
          boxes.get(mcid),
        ),
      );
    }
  }
  return boxes;
}

/** Operators that draw to points, each an x and a y. */
const POINTS = new Set(['m', 'l', 'c', 'v', 'y', 're', 'Do']);

function pointsOf(operator: string, numbers: readonly number[]): [number, number][] {
  const [x = 0, y = 0, width = 0, height = 0] = numbers;
  if (operator === 're') return corners(x, y, width, height);
  // An image fills the unit square (8.9.5).
  if (operator === 'Do') return corners(0, 0, 1, 1);
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

function boxAround(points: readonly [number, number][], box: Box = [Infinity, Infinity, -Infinity, -Infinity]): Box {
  let [left, low, right, high] = box;
  for (const [x, y] of points) {
    left = Math.min(left, x);
    low = Math.min(low, y);
    right = Math.max(right, x);
    high = Math.max(high, y);
  }
  return [left, low, right, high];
}

function numberOf(operand: Operand): number {
  return operand.type === 'number' ? operand.value : 0;
}
