import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Operand, type Operation, parseContentStream } from '../../src/pdf/content-stream.ts';
import { writeContentStream } from '../../src/pdf/write-content-stream.ts';

const written = (...operations: Operation[]): string => Buffer.from(writeContentStream(operations)).toString('latin1');
const number = (value: number): Operand => ({ type: 'number', value });

/** Every byte, as a character of its own. */
const latin1 = fc.uint8Array({ maxLength: 12 }).map((bytes) => Buffer.from(bytes).toString('latin1'));
const anyOperand = fc.letrec<{ any: Operand; plain: Operand }>((tie) => ({
  plain: fc.oneof(
    // Zero without its sign, which no reader of a PDF sees.
    fc.oneof(fc.integer(), fc.double({ min: -1e6, max: 1e6, noNaN: true })).map((value) => number(value + 0)),
    latin1.map((value): Operand => ({ type: 'name', value })),
    fc.uint8Array({ maxLength: 12 }).map((bytes): Operand => ({ type: 'string', bytes })),
    fc.constantFrom('true', 'false', 'null').map((value): Operand => ({ type: 'keyword', value })),
  ),
  any: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    tie('plain'),
    fc.array(tie('any'), { maxLength: 4 }).map((items): Operand => ({ type: 'array', items })),
    fc
      .array(fc.tuple(latin1, tie('any')), { maxLength: 3 })
      .map((entries): Operand => ({ type: 'dictionary', entries: new Map(entries) })),
  ),
})).any;
const anyOperation = fc.record({
  operator: fc.constantFrom('Tj', 'TJ', 'Td', 'Tm', 'BDC', 'BMC', 'EMC', 'BT', 'ET', 'T*', "'", '"', 'b*', 'd0', 'q'),
  operands: fc.array(anyOperand, { maxLength: 6 }),
});

/** PDF has no way to write a number smaller than this; see the limits of ISO 32000-1, annex C. */
const TINY = 1e-10;

/** The same operations with numbers no finer than a PDF can say. */
function rounded(operand: Operand): Operand {
  if (operand.type === 'array') return { ...operand, items: operand.items.map(rounded) };
  if (operand.type === 'dictionary') {
    return { ...operand, entries: new Map([...operand.entries].map(([key, value]) => [key, rounded(value)])) };
  }
  if (operand.type !== 'number') return operand;
  return number(expect.closeTo(operand.value, 9) as number);
}

describe('a content stream that is written', () => {
  it('is read as the same operations', () => {
    fc.assert(
      fc.property(fc.array(anyOperation), (operations) => {
        const wanted = operations.map((one) => ({ ...one, operands: one.operands.map(rounded) }));
        expect(parseContentStream(writeContentStream(operations))).toEqual(wanted);
      }),
    );
  });

  it('has one operation to a line, its operands first', () => {
    const move = { operator: 'Td', operands: [number(7.25), number(-3)] };
    const show: Operation = { operator: 'Tj', operands: [{ type: 'string', bytes: Uint8Array.of(0x00, 0x5c) }] };
    expect(written({ operator: 'BT', operands: [] }, move, show)).toBe('BT\n7.25 -3 Td\n<005c> Tj');
  });

  it('is empty without operations', () => {
    expect(written()).toBe('');
  });

  it.each([
    [1.5e-7, '0.00000015'],
    [-2.25e-8, '-0.0000000225'],
    [TINY / 100, '0'],
    [1_000_000, '1000000'],
    [0.1, '0.1'],
  ])('has no exponent in a number, which no PDF knows: %d is %s', (value, expected) => {
    expect(written({ operator: 'w', operands: [number(value)] })).toBe(`${expected} w`);
  });

  it('writes signs that would end a name by their code', () => {
    const name: Operation = { operator: 'gs', operands: [{ type: 'name', value: 'A B/#(é\u0000' }] };
    expect(written(name)).toBe('/A#20B#2f#23#28#e9#00 gs');
  });
});
