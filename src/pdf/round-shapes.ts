import type { Operation } from './content-stream.ts';

/** Operators that build a path (ISO 32000-1, 8.5.2). */
const PATH_OPERATORS = new Set(['m', 'l', 'c', 'v', 'y', 're']);

/**
 * Rounds the corners of shapes to hundredths: Chromium draws in steps of a 96th of an inch or finer, and writes nine
 * digits of each.
 *
 * Input: `6.5 16.5 2.5 13 2.5 8.6999998 c`
 * Output: `6.5 16.5 2.5 13 2.5 8.7 c`
 */
export function roundShapes(operations: readonly Operation[]): Operation[] {
  return operations.map((operation) =>
    PATH_OPERATORS.has(operation.operator)
      ? {
          ...operation,
          operands: operation.operands.map((operand) =>
            operand.type === 'number' ? { ...operand, value: Math.round(operand.value * 100) / 100 } : operand,
          ),
        }
      : operation,
  );
}
