import type { Operation } from './content-stream.ts';

/** What may stand between the start of a text object and its position. */
const BEFORE_POSITION = new Set(['Tf', 'BDC', 'BMC']);

/**
 * Joins text objects that start from the same place: Chromium opens a new one whenever the font changes, which in
 * Vietnamese is every few letters. Right-to-left text stays as it is, because there each object is drawn in a
 * direction of its own.
 *
 * Input: `… ET`, `BT`, `/F5 12 Tf`, `1 0 0 -1 0 705 Tm`, `182 0 Td`
 * Output: `…`, `/F5 12 Tf`, a step back to the start of the line, `182 0 Td`
 */
export function joinTextObjects(operations: readonly Operation[]): Operation[] {
  if (operations.some(({ operands: [tag] }) => tag?.type === 'name' && tag.value === 'ReversedChars')) {
    return [...operations];
  }
  const written: Operation[] = [];
  let place = '';
  let steps = [0, 0];
  for (let index = 0; index < operations.length; index++) {
    const operation = operations[index] as Operation;
    const start = operation.operator === 'ET' ? continuationAt(operations, index, place) : undefined;
    if (start !== undefined) {
      written.push(...operations.slice(index + 2, start), stepBack(steps));
      steps = [0, 0];
      index = start;
      continue;
    }
    if (operation.operator === 'BT') place = '';
    if (operation.operator === 'Tm') {
      place = placeOf(operation);
      steps = [0, 0];
    }
    if (operation.operator === 'Td') steps = steps.map((step, axis) => step + numberAt(operation, axis));
    written.push(operation);
  }
  return written;
}

/** Index of the `Tm` that starts the next text object from the same place, if it does. */
function continuationAt(operations: readonly Operation[], end: number, place: string): number | undefined {
  if (operations[end + 1]?.operator !== 'BT') return undefined;
  let index = end + 2;
  while (BEFORE_POSITION.has(operations[index]?.operator ?? '')) index++;
  const position = operations[index];
  return position?.operator === 'Tm' && placeOf(position) === place ? index : undefined;
}

function placeOf({ operands }: Operation): string {
  return operands.map((operand) => (operand.type === 'number' ? operand.value : '')).join(' ');
}

function stepBack(steps: readonly number[]): Operation {
  return { operator: 'Td', operands: steps.map((step) => ({ type: 'number', value: step === 0 ? 0 : -step })) };
}

function numberAt({ operands }: Operation, index: number): number {
  const operand = operands[index];
  return operand?.type === 'number' ? operand.value : 0;
}
