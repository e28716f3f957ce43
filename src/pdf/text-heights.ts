import type { Operand, Operation } from './content-stream.ts';
import { mcidOf } from './mark-artifacts.ts';
import { IDENTITY, type Matrix, movePoint, multiply } from './matrix.ts';

/** Where an operation draws tagged text. */
export interface TextHeight {
  /** Of the operation. */
  index: number;
  /** Its baseline above the lower edge of the page, in points. */
  height: number;
}

/** The heights at which the tagged text of a page is drawn, one for each operation that draws. */
export function textHeights(operations: readonly Operation[]): TextHeight[] {
  const found: TextHeight[] = [];
  const saved: Matrix[] = [];
  const marks: boolean[] = [];
  let tags = 0;
  let page = IDENTITY;
  let line = IDENTITY;
  for (let index = 0; index < operations.length; index++) {
    const { operator, operands } = operations[index] as Operation;
    // Most common first: a page has thousands of steps and letters.
    if (operator === 'Td') line = stepped(line, numberAt(operands, 0), numberAt(operands, 1));
    else if (operator === 'Tj' || operator === 'TJ') {
      if (tags > 0) found.push({ index, height: movePoint(page, line[4], line[5])[1] });
    } else if (operator === 'q') saved.push(page);
    else if (operator === 'Q') page = saved.pop() ?? IDENTITY;
    else if (operator === 'cm') page = multiply(matrixOf(operands), page);
    else if (operator === 'BDC' || operator === 'BMC') {
      const isTag = mcidOf(operations[index] as Operation) !== undefined;
      marks.push(isTag);
      if (isTag) tags++;
    } else if (operator === 'EMC') {
      if (marks.pop()) tags--;
    } else if (operator === 'BT') line = IDENTITY;
    else if (operator === 'Tm') line = matrixOf(operands);
  }
  return found;
}

/** A step within the space of a line. */
function stepped([a, b, c, d, e, f]: Matrix, x: number, y: number): Matrix {
  return [a, b, c, d, x * a + y * c + e, x * b + y * d + f];
}

function matrixOf(operands: readonly Operand[]): Matrix {
  return [0, 1, 2, 3, 4, 5].map((index) => numberAt(operands, index)) as Matrix;
}

function numberAt(operands: readonly Operand[], index: number): number {
  const operand = operands[index];
  return operand?.type === 'number' ? operand.value : 0;
}
