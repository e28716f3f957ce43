/**
 * A glyph as the table `glyf` has it: a head of ten bytes with its box, then either contours, or other glyphs by their
 * numbers and places. No bytes at all are a blank.
 */
export type Outline = Buffer;

/** A glyph as part of another one, moved by so many units. */
export interface GlyphPart {
  glyph: number;
  dx: number;
  dy: number;
}

/** How much of everything an outline has, which a program must know before it draws it (table `maxp`). */
export interface OutlineSize {
  points: number;
  contours: number;
  /** Parts of its own, and how deep parts lie in parts; both 0 if it has contours. */
  parts: number;
  depth: number;
}

/** Left, bottom, right and top. */
export type OutlineBox = [number, number, number, number];

const HEAD = 10;
/** Flags of a part (OpenType 1.9, `glyf`, composite glyphs). */
const HAS_WORDS = 0x0001;
const HAS_OFFSETS = 0x0002;
const HAS_SCALE = 0x0008;
const HAS_MORE = 0x0020;
const HAS_TWO_SCALES = 0x0040;
const HAS_MATRIX = 0x0080;

/** Where in its bytes a composite outline names its parts; nothing for other outlines. */
export function partNumbersIn(outline: Outline): number[] {
  const places: number[] = [];
  if (outline.length === 0 || outline.readInt16BE(0) >= 0) return places;
  let at = HEAD;
  for (let flags = HAS_MORE; flags & HAS_MORE;) {
    flags = outline.readUInt16BE(at);
    places.push(at + 2);
    const scale = flags & HAS_SCALE ? 2 : flags & HAS_TWO_SCALES ? 4 : flags & HAS_MATRIX ? 8 : 0;
    at += 4 + (flags & HAS_WORDS ? 4 : 2) + scale;
  }
  return places;
}

/** The box around an outline; a blank has none. */
export function boxOf(outline: Outline): OutlineBox | undefined {
  if (outline.length === 0) return undefined;
  return [outline.readInt16BE(2), outline.readInt16BE(4), outline.readInt16BE(6), outline.readInt16BE(8)];
}

/** The box around several others. */
export function boxAround(boxes: readonly OutlineBox[]): OutlineBox {
  const all: OutlineBox = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [left, bottom, right, top] of boxes) {
    all[0] = Math.min(all[0], left);
    all[1] = Math.min(all[1], bottom);
    all[2] = Math.max(all[2], right);
    all[3] = Math.max(all[3], top);
  }
  return all;
}

/**
 * Composes an outline of others.
 * @param outlineOf the outline of a part; blank parts are left out
 */
export function composeOutline(parts: readonly GlyphPart[], outlineOf: (glyph: number) => Outline): Outline {
  const inked = parts.filter(({ glyph }) => outlineOf(glyph).length > 0);
  if (inked.length === 0) return Buffer.alloc(0);
  const outline = Buffer.alloc(HEAD + 8 * inked.length);
  outline.writeInt16BE(-1, 0);
  const box = boxAround(inked.flatMap((part) => movedBox(outlineOf(part.glyph), part)));
  box.forEach((side, index) => outline.writeInt16BE(side, 2 + 2 * index));
  for (const [index, { glyph, dx, dy }] of inked.entries()) {
    const at = HEAD + 8 * index;
    outline.writeUInt16BE(HAS_WORDS | HAS_OFFSETS | (index + 1 < inked.length ? HAS_MORE : 0), at);
    outline.writeUInt16BE(glyph, at + 2);
    outline.writeInt16BE(dx, at + 4);
    outline.writeInt16BE(dy, at + 6);
  }
  return outline;
}

function movedBox(outline: Outline, { dx, dy }: GlyphPart): OutlineBox[] {
  const box = boxOf(outline);
  return box ? [[box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy]] : [];
}

/** Measures an outline, with all its parts have. */
export function sizeOf(outline: Outline, outlineOf: (glyph: number) => Outline): OutlineSize {
  const contours = outline.length === 0 ? 0 : outline.readInt16BE(0);
  if (contours >= 0) {
    // The last number of the list of contours is that of the last point.
    const points = contours === 0 ? 0 : outline.readUInt16BE(HEAD + 2 * contours - 2) + 1;
    return { points, contours, parts: 0, depth: 0 };
  }
  const sizes = partNumbersIn(outline).map((at) => sizeOf(outlineOf(outline.readUInt16BE(at)), outlineOf));
  return sizes.reduce(
    (all, { points, contours, depth }) => ({
      points: all.points + points,
      contours: all.contours + contours,
      parts: all.parts,
      depth: Math.max(all.depth, depth + 1),
    }),
    { points: 0, contours: 0, parts: sizes.length, depth: 1 },
  );
}
