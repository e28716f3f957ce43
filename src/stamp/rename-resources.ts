import type { Operand, Operation } from '../pdf/content-stream.ts';

/** Operators that name a resource of the page (ISO 32000-1, 7.8.3), and where among their operands. */
const NAMING: Record<string, 'first' | 'second' | 'last'> = {
  Tf: 'first',
  gs: 'first',
  Do: 'first',
  sh: 'first',
  cs: 'first',
  CS: 'first',
  scn: 'last',
  SCN: 'last',
  BDC: 'second',
  DP: 'second',
};

/** Colour spaces that have their names from the standard (8.6.3), not from the page. */
const STANDARD_SPACES = new Set(['DeviceGray', 'DeviceRGB', 'DeviceCMYK', 'Pattern']);

/**
 * Gives all resources that content names names of another form.
 *
 * Input: `/F4 12 Tf`, renamed by putting `Panel` before
 * Output: `/PanelF4 12 Tf`
 */
export function renameResources(operations: readonly Operation[], rename: (name: string) => string): Operation[] {
  return operations.map((operation) => {
    const { operator, operands } = operation;
    const place = NAMING[operator];
    if (place === undefined) return operation;
    const index = { first: 0, second: 1, last: operands.length - 1 }[place];
    const operand = operands[index];
    if (operand?.type !== 'name' || STANDARD_SPACES.has(operand.value)) return operation;
    const other: Operand = { type: 'name', value: rename(operand.value) };
    return { operator, operands: operands.map((one, at) => (at === index ? other : one)) };
  });
}
