import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseContentStream } from '../../src/pdf/content-stream.ts';
import { roundShapes } from '../../src/pdf/round-shapes.ts';
import { writeContentStream } from '../../src/pdf/write-content-stream.ts';

const rounded = (stream: string): string =>
  Buffer.from(writeContentStream(roundShapes(parseContentStream(Buffer.from(stream, 'latin1'))))).toString('latin1');

describe('the shapes of a page', () => {
  it.each([
    ['a curve', '6.5 16.5 2.5 13 2.5 8.6999998 c', '6.5 16.5 2.5 13 2.5 8.7 c'],
    ['the other two kinds of curve', '1.004 2.006 3 4 v\n1.004 2.006 3 4 y', '1 2.01 3 4 v\n1 2.01 3 4 y'],
    ['a line and its start', '12.3456 -0.7654 m\n0.001 99.999 l', '12.35 -0.77 m\n0 100 l'],
    ['a rectangle', '0.75000006 1.5 300.00001 12.249 re', '0.75 1.5 300 12.25 re'],
  ])('have corners in hundredths: %s', (_case, before, after) => {
    expect(rounded(before)).toBe(after);
  });

  it.each([
    ['where they stand and how large they are', '.23999999 0 0 -.23999999 0 792 cm'],
    ['where text stands', '1 0 0 -1 10.123456 20.123456 Tm\n3.123456 0 Td'],
    ['letters', '/F1 11.3299999 Tf\n[<0051> -12.3456 <0052>] TJ'],
    ['colours', '.04313726 .29019609 .43529412 rg'],
    ['the width of a line', '.66666669 w'],
  ])('leave everything else exact: %s', (_case, stream) => {
    const before = parseContentStream(Buffer.from(stream, 'latin1'));
    expect(roundShapes(before)).toEqual(before);
  });

  it('stay within half a hundredth of where they were, and keep their order', () => {
    const point = fc.double({ min: -2000, max: 2000, noNaN: true });
    const shapes = fc.array(fc.record({ operator: fc.constantFrom('m', 'l', 'c', 're'), points: fc.array(point) }));
    fc.assert(
      fc.property(shapes, (drawn) => {
        const operations = drawn.map(({ operator, points }) => ({
          operator,
          operands: points.map((value) => ({ type: 'number' as const, value })),
        }));
        const values = roundShapes(operations).map(({ operator, operands }) => ({
          operator,
          points: operands.map((operand) => (operand.type === 'number' ? operand.value : Number.NaN)),
        }));
        expect(values.map(({ operator }) => operator)).toEqual(drawn.map(({ operator }) => operator));
        const moved = drawn.flatMap(({ points }, index) =>
          points.map((value, at) => Math.abs(value - (values[index]?.points[at] ?? Number.NaN))),
        );
        expect(moved.every((distance) => distance <= 0.005 + 1e-9)).toBe(true);
      }),
    );
  });
});
