import fc from 'fast-check';
import { writeTables } from '../../src/true-type/font-tables.ts';

const zeros = (count: number): number[] => Array.from({ length: count }, () => 0);
const toInt16 = (value: number): number[] => [(value >> 8) & 0xff, value & 0xff];
const toInt32 = (value: number): number[] => [...toInt16(value >> 16), ...toInt16(value & 0xffff)];

export type Contour = { x: number; y: number; isOnCurve: boolean }[];

/** A simple glyph in its longest form: a flag for each point, two bytes for each distance. */
export function glyphBytes(contours: Contour[], instructions: Uint8Array = new Uint8Array()): Uint8Array {
  const points = contours.flat();
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  let last = -1;
  const ends = contours.map((contour) => (last += contour.length));
  const distances = (values: number[]): number[] => values.map((value, index) => value - (values[index - 1] ?? 0));
  return Uint8Array.from([
    ...[contours.length, Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].flatMap(toInt16),
    ...[...ends, instructions.length].flatMap(toInt16),
    ...instructions,
    ...points.map(({ isOnCurve }) => (isOnCurve ? 1 : 0)),
    ...[...distances(xs), ...distances(ys)].flatMap(toInt16),
  ]);
}

/** A font of nothing but glyphs; each has another advance, and a left side bearing that shifts it. */
export function smallFont(glyphs: readonly Uint8Array[], { isLong = true } = {}): Uint8Array {
  const glyf = glyphs.flatMap((glyph) => [...glyph, ...(glyph.length % 2 ? [0] : [])]);
  let end = 0;
  const ends = [0, ...glyphs.map(({ length }) => (end += length + (length % 2)))];
  const head = new DataView(new ArrayBuffer(54));
  head.setUint32(12, 0x5f0f_3cf5);
  head.setUint16(18, 1000);
  head.setInt16(50, isLong ? 1 : 0);
  return writeTables(
    new Map([
      ['head', new Uint8Array(head.buffer)],
      ['hhea', Uint8Array.from([0, 1, 0, 0, ...zeros(30), ...toInt16(glyphs.length)])],
      ['maxp', Uint8Array.from([0, 1, 0, 0, ...toInt16(glyphs.length), ...zeros(26)])],
      ['hmtx', Uint8Array.from(glyphs.flatMap((_, index) => [...toInt16(500 + index), ...toInt16(7 * index)]))],
      ['loca', Uint8Array.from(ends.flatMap((offset) => (isLong ? toInt32(offset) : toInt16(offset / 2))))],
      ['glyf', Uint8Array.from(glyf)],
    ]),
  );
}

/** A contour of four corners. */
export function square(size: number): Contour {
  const corners: [number, number][] = [[0, 0], [size, 0], [size, size], [0, size]]; // prettier-ignore
  return corners.map(([x, y]) => ({ x, y, isOnCurve: true }));
}

const coordinate = fc.oneof(fc.integer({ min: -16_000, max: 16_000 }), fc.integer({ min: -300, max: 300 }));
const contour = fc.array(fc.record({ x: coordinate, y: coordinate, isOnCurve: fc.boolean() }), { minLength: 1 });
const outlines = fc.array(fc.array(contour, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });
const instructions = fc.uint8Array({ maxLength: 20 });
/** Fonts of an empty glyph and some of random contours, most of which fit no letter. */
export const anyFont = fc.tuple(outlines, instructions, fc.boolean()).map(([glyphs, program, isLong]) => {
  return smallFont([new Uint8Array(), ...glyphs.map((contours) => glyphBytes(contours, program))], { isLong });
});
