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
  const marks: (number | undefined)[] = [];
  let page = IDENTITY;
  let line = IDENTITY;
  for (const [index, operation] of operations.entries()) {
    const { operator, operands } = operation;
    if (operator === 'q') saved.push(page);
    else if (operator === 'Q') page = saved.pop() ?? IDENTITY;
    else if (operator === 'cm') page = multiply(numbersOf(operands) as Matrix, page);
    else if (operator === 'BDC' || operator === 'BMC') marks.push(mcidOf(operation));
    else if (operator === 'EMC') marks.pop();
    else if (operator === 'BT') line = IDENTITY;
    else if (operator === 'Tm') line = numbersOf(operands) as Matrix;
    else if (operator === 'Td') {
      const [x = 0, y = 0] = numbersOf(operands);
      line = multiply([1, 0, 0, 1, x, y], line);
    } else if (operator === 'Tj' || operator === 'TJ') {
      const isTagged = marks.some((mark) => mark !== undefined);
      if (isTagged) found.push({ index, height: movePoint(multiply(line, page), 0, 0)[1] });
    }
  }
  return found;
}

function numbersOf(operands: readonly Operand[]): number[] {
  return operands.map((operand) => (operand.type === 'number' ? operand.value : 0));
}
