import { ByteReader } from './byte-reader.ts';

// The form of a glyph that is drawn by its own contours (OpenType specification, "glyf — Glyph Data", "Simple Glyph
// Description").

/** A point of an outline. */
export interface OutlinePoint {
  x: number;
  y: number;
  /** What its flags say beside the form of the numbers: see `POINT_FLAGS`. */
  flags: number;
}

/** A glyph that is drawn by its own contours. */
export interface SimpleGlyph {
  contours: number;
  /** The last point of each contour, and the instructions, as the file has them. */
  frame: Uint8Array;
  points: OutlinePoint[];
}

/** The smallest x and y of an outline, then the largest. */
export type BoundingBox = [xMin: number, yMin: number, xMax: number, yMax: number];

const BOX_START = 2;
const FRAME_START = 10;

const ON_CURVE_POINT = 0x01;
const REPEAT_FLAG = 0x08;
const OVERLAP_SIMPLE = 0x40;
/** The flags that say something of the point itself. */
const POINT_FLAGS = ON_CURVE_POINT | OVERLAP_SIMPLE;

/** How a flag tells the form of a number: in one byte, and then above zero; in none, since it is zero; in two. */
interface Form {
  isShort: number;
  isSameOrPositive: number;
}
const X_FORM: Form = { isShort: 0x02, isSameOrPositive: 0x10 };
const Y_FORM: Form = { isShort: 0x04, isSameOrPositive: 0x20 };

/** True for a glyph with contours of its own: one without any is empty, a negative number means a composite. */
export function isSimple(glyph: Uint8Array, name: string): boolean {
  return glyph.length > 0 && new ByteReader(glyph, name).int16() > 0;
}

/** The box that a glyph claims. */
export function readBox(glyph: Uint8Array, name: string): BoundingBox {
  const reader = new ByteReader(glyph, name, BOX_START);
  return [reader.int16(), reader.int16(), reader.int16(), reader.int16()];
}

/** @param name what the glyph is called if it is damaged */
export function readSimpleGlyph(glyph: Uint8Array, name: string): SimpleGlyph {
  const reader = new ByteReader(glyph, name);
  const contours = reader.int16();
  reader.position = FRAME_START;
  const count = readEndPoint(reader, contours, name) + 1;
  reader.bytes(reader.uint16());
  const frame = glyph.subarray(FRAME_START, reader.position);
  const flags = readFlags(reader, count, name);
  const xs = readCoordinates(reader, flags, X_FORM);
  const ys = readCoordinates(reader, flags, Y_FORM);
  const points = flags.map((flag, index) => ({ x: xs[index] ?? 0, y: ys[index] ?? 0, flags: flag & POINT_FLAGS }));
  return { contours, frame, points };
}

/** The last point of the last contour. */
function readEndPoint(reader: ByteReader, contours: number, name: string): number {
  let last = -1;
  for (let contour = 0; contour < contours; contour++) {
    const end = reader.uint16();
    if (end < last) throw new Error(`${name} has contours that end before they start.`);
    last = end;
  }
  return last;
}

function readFlags(reader: ByteReader, count: number, name: string): number[] {
  const flags: number[] = [];
  while (flags.length < count) {
    const flag = reader.uint8();
    const repeats = flag & REPEAT_FLAG ? reader.uint8() : 0;
    for (let times = 0; times <= repeats; times++) flags.push(flag);
  }
  if (flags.length > count) throw new Error(`${name} has flags for more points than it has.`);
  return flags;
}

function readCoordinates(reader: ByteReader, flags: readonly number[], form: Form): number[] {
  let position = 0;
  return flags.map((flag) => (position += readDelta(reader, flag, form)));
}

function readDelta(reader: ByteReader, flag: number, { isShort, isSameOrPositive }: Form): number {
  const marked = (flag & isSameOrPositive) !== 0;
  if (flag & isShort) return marked ? reader.uint8() : -reader.uint8();
  return marked ? 0 : reader.int16();
}

/** Writes a glyph in as few bytes as its form allows, with the box of its points. */
export function writeSimpleGlyph({ contours, frame, points }: SimpleGlyph): Uint8Array {
  const flags: number[] = [];
  const [xs, ys]: [number[], number[]] = [[], []];
  let last = { x: 0, y: 0 };
  for (const point of points) {
    const xForm = writeDelta(point.x - last.x, X_FORM, xs);
    const yForm = writeDelta(point.y - last.y, Y_FORM, ys);
    flags.push(point.flags | xForm | yForm);
    last = point;
  }
  const box = boxOf(points).flatMap(toInt16);
  return Uint8Array.from([...toInt16(contours), ...box, ...frame, ...joinRepeated(flags), ...xs, ...ys]);
}

/** @returns the flags that tell the form it has */
function writeDelta(delta: number, { isShort, isSameOrPositive }: Form, into: number[]): number {
  if (delta === 0) return isSameOrPositive;
  if (Math.abs(delta) > 0xff) {
    into.push(...toInt16(delta));
    return 0;
  }
  into.push(Math.abs(delta));
  return delta > 0 ? isShort | isSameOrPositive : isShort;
}

/** From three on, equal flags are shorter as one and a number of repeats, which is a byte. */
function joinRepeated(flags: readonly number[]): number[] {
  const joined: number[] = [];
  for (let start = 0, end = 0; start < flags.length; start = end) {
    const flag = flags[start] ?? 0;
    while (end < flags.length && flags[end] === flag && end - start <= 0xff) end++;
    const times = end - start;
    if (times < 3) joined.push(...flags.slice(start, end));
    else joined.push(flag | REPEAT_FLAG, times - 1);
  }
  return joined;
}

function boxOf(points: readonly OutlinePoint[]): BoundingBox {
  const box: BoundingBox = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) widen(box, [x, y, x, y]);
  return box;
}

/** Makes a box take in another. */
export function widen(box: BoundingBox, [xMin, yMin, xMax, yMax]: BoundingBox): void {
  box[0] = Math.min(box[0], xMin);
  box[1] = Math.min(box[1], yMin);
  box[2] = Math.max(box[2], xMax);
  box[3] = Math.max(box[3], yMax);
}

function toInt16(value: number): [number, number] {
  return [(value >> 8) & 0xff, value & 0xff];
}
