import { describe, expect, it } from 'vitest';
import {
  boxAround,
  boxOf,
  composeOutline,
  type Outline,
  partNumbersIn,
  sizeOf,
} from '../../src/true-type/glyph-outline.ts';

/** An outline of one contour with so many points; of its drawing there is only the box. */
function contour(points: number, box: [number, number, number, number]): Outline {
  const bytes = Buffer.alloc(14);
  [1, ...box, points - 1].forEach((value, index) => bytes.writeInt16BE(value, 2 * index));
  return bytes;
}

const LETTER = contour(8, [10, 0, 400, 700]);
const DOT = contour(4, [0, 0, 100, 100]);
const BLANK = Buffer.alloc(0);
const outlineOf = (glyph: number): Outline => [BLANK, LETTER, DOT, TWO_DOTS][glyph] ?? BLANK;
const TWO_DOTS = composeOutline(
  [
    { glyph: 2, dx: 0, dy: 0 },
    { glyph: 2, dx: 150, dy: 0 },
  ],
  (glyph) => (glyph === 2 ? DOT : BLANK),
);

describe('an outline composed of others', () => {
  it('names its parts in order, each where it was moved to', () => {
    const outline = composeOutline(
      [
        { glyph: 1, dx: 0, dy: 0 },
        { glyph: 2, dx: 120, dy: -200 },
      ],
      outlineOf,
    );
    expect(partNumbersIn(outline).map((at) => outline.readUInt16BE(at))).toEqual([1, 2]);
    expect(partNumbersIn(outline).map((at) => [outline.readInt16BE(at + 2), outline.readInt16BE(at + 4)])).toEqual([
      [0, 0],
      [120, -200],
    ]);
  });

  it('has the box around them', () => {
    const parts = [
      { glyph: 1, dx: -20, dy: 0 },
      { glyph: 2, dx: 350, dy: -150 },
    ];
    expect(boxOf(composeOutline(parts, outlineOf))).toEqual([-10, -150, 450, 700]);
  });

  it('leaves out blanks, and is one itself if it has no other parts', () => {
    const withBlank = [
      { glyph: 0, dx: 5, dy: 5 },
      { glyph: 2, dx: 0, dy: 0 },
    ];
    expect(partNumbersIn(composeOutline(withBlank, outlineOf))).toHaveLength(1);
    expect(composeOutline(withBlank.slice(0, 1), outlineOf)).toEqual(BLANK);
    expect(composeOutline([], outlineOf)).toEqual(BLANK);
  });

  it('may have parts that are composed themselves, and counts all they have', () => {
    const parts = [
      { glyph: 1, dx: 0, dy: 0 },
      { glyph: 3, dx: 0, dy: 800 },
    ];
    const outline = composeOutline(parts, outlineOf);
    expect(sizeOf(outline, outlineOf)).toEqual({ points: 16, contours: 3, parts: 2, depth: 2 });
    expect(sizeOf(LETTER, outlineOf)).toEqual({ points: 8, contours: 1, parts: 0, depth: 0 });
    expect(sizeOf(BLANK, outlineOf)).toEqual({ points: 0, contours: 0, parts: 0, depth: 0 });
  });
});

describe('the parts of an outline', () => {
  it('are found whatever is said of their places and sizes', () => {
    // Places in bytes or words, and a scale, two, or a matrix.
    const kinds = [
      [0x0002, 2],
      [0x0003, 4],
      [0x000a, 4],
      [0x0042, 6],
      [0x0083, 12],
    ] as const;
    const pieces = kinds.map(([flags, rest], index) => {
      const piece = Buffer.alloc(4 + rest);
      piece.writeUInt16BE(flags | (index + 1 < kinds.length ? 0x0020 : 0), 0);
      piece.writeUInt16BE(40 + index, 2);
      return piece;
    });
    const head = Buffer.alloc(10);
    head.writeInt16BE(-1, 0);
    const outline = Buffer.concat([head, ...pieces]);
    expect(partNumbersIn(outline).map((at) => outline.readUInt16BE(at))).toEqual([40, 41, 42, 43, 44]);
  });

  it('are none of contours and blanks', () => {
    expect([partNumbersIn(LETTER), partNumbersIn(BLANK)]).toEqual([[], []]);
  });
});

describe('a box around boxes', () => {
  it('is as wide and high as all of them', () => {
    expect(
      boxAround([
        [0, -10, 50, 20],
        [-5, 0, 10, 90],
      ]),
    ).toEqual([-5, -10, 50, 90]);
  });
});
