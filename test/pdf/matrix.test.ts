import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IDENTITY, type Matrix, movePoint, multiply } from '../../src/pdf/matrix.ts';

const number = fc.integer({ min: -9, max: 9 });
const matrix = fc.tuple(number, number, number, number, number, number);

describe('a matrix', () => {
  it('moves a point as ISO 32000-1, 8.3.3, says', () => {
    expect(movePoint([2, 3, 5, 7, 11, 13], 1, 10)).toEqual([2 + 50 + 11, 3 + 70 + 13]);
  });

  it('leaves a point where it is if it does nothing', () => {
    expect(movePoint(IDENTITY, 4, -5)).toEqual([4, -5]);
  });

  it('turns the page of a browser, whose lines go down, into that of a PDF', () => {
    const page: Matrix = [0.75, 0, 0, -0.75, 0, 792];
    expect(movePoint(page, 100, 1056)).toEqual([75, 0]);
  });
});

describe('two matrices in one', () => {
  it('move a point as the first and then the second', () => {
    fc.assert(
      fc.property(matrix, matrix, number, number, (first, second, x, y) => {
        const [byFirst, andSecond] = movePoint(first, x, y);
        expect(movePoint(multiply(first, second), x, y)).toEqual(movePoint(second, byFirst, andSecond));
      }),
    );
  });

  it('change nothing if one does nothing', () => {
    fc.assert(
      fc.property(matrix, (one) => {
        expect(multiply(one, IDENTITY)).toEqual(one);
        expect(multiply(IDENTITY, one)).toEqual(one);
      }),
    );
  });
});
