import { type FontTables, writeTables } from './font-tables.ts';
import {
  boxAround,
  boxOf,
  composeOutline,
  type GlyphPart,
  type Outline,
  type OutlineBox,
  type OutlineSize,
  sizeOf,
} from './glyph-outline.ts';
import type { TrueType } from './read-true-type.ts';

/** A glyph to be written: an outline, or others by their places in the new font. */
export type NewGlyph = { advance: number } & ({ outline: Outline } | { parts: readonly GlyphPart[] });

/** A font as it was written, and the box around all its glyphs. */
export interface WrittenFont {
  file: Buffer;
  box: OutlineBox;
}

/** How glyphs are fitted to the dots of a screen. */
const HINTS = ['prep', 'fpgm', 'cvt '];

/** Longest table of outlines whose places can be written in half their length. */
const SHORT_OFFSETS_END = 0x1fffe;

/**
 * Writes a font of glyphs, with the tables ISO 32000-1, 9.9, asks of one embedded in a PDF, and no more.
 * @param model the font whose measures are kept
 */
export function writeTrueType(model: TrueType, glyphs: readonly NewGlyph[]): WrittenFont {
  const outlines = outlinesOf(glyphs);
  const hasLongOffsets = outlines.reduce((sum, { length }) => sum + length, 0) > SHORT_OFFSETS_END;
  const boxes = outlines.map(boxOf).filter((one) => one !== undefined);
  const box: OutlineBox = boxes.length > 0 ? boxAround(boxes) : [0, 0, 0, 0];
  const [head, hhea, maxp] = ['head', 'hhea', 'maxp'].map((name) => Buffer.from(model.tables.get(name) ?? [])) as [
    Buffer,
    Buffer,
    Buffer,
  ];
  head.writeUInt32BE(0, 8);
  box.forEach((side, index) => head.writeInt16BE(side, 36 + 2 * index));
  head.writeInt16BE(hasLongOffsets ? 1 : 0, 50);
  hhea.writeUInt16BE(Math.max(...glyphs.map(({ advance }) => advance)), 10);
  hhea.writeUInt16BE(glyphs.length, 34);
  writeSizes(maxp, outlines);
  const tables: FontTables = new Map([
    ['head', head],
    ['hhea', hhea],
    ['maxp', maxp],
    ['hmtx', measuresOf(glyphs, outlines)],
    ['loca', offsetsOf(outlines, hasLongOffsets)],
    ['glyf', Buffer.concat(outlines)],
  ]);
  for (const name of HINTS) {
    const hints = model.tables.get(name);
    if (hints) tables.set(name, hints);
  }
  return { file: Buffer.from(writeTables(tables)), box };
}

/** The outlines in order, each of an even length, so that its place can be written by half. */
function outlinesOf(glyphs: readonly NewGlyph[]): Outline[] {
  const outlines = glyphs.map((glyph) => ('outline' in glyph ? evenly(glyph.outline) : Buffer.alloc(0)));
  // A composite may name a glyph behind it, but never a composite of this list.
  for (const [index, glyph] of glyphs.entries()) {
    if ('parts' in glyph) outlines[index] = composeOutline(glyph.parts, (part) => outlines[part] ?? Buffer.alloc(0));
  }
  return outlines;
}

function evenly(outline: Outline): Outline {
  return outline.length % 2 === 0 ? outline : Buffer.concat([outline, Buffer.alloc(1)]);
}

function offsetsOf(outlines: readonly Outline[], isLong: boolean): Buffer {
  const loca = Buffer.alloc((isLong ? 4 : 2) * (outlines.length + 1));
  let offset = 0;
  const write = (index: number) =>
    isLong ? loca.writeUInt32BE(offset, 4 * index) : loca.writeUInt16BE(offset / 2, 2 * index);
  for (const [index, { length }] of outlines.entries()) {
    write(index);
    offset += length;
  }
  write(outlines.length);
  return loca;
}

/** Widths, and where the ink of each glyph starts. */
function measuresOf(glyphs: readonly NewGlyph[], outlines: readonly Outline[]): Buffer {
  const hmtx = Buffer.alloc(4 * glyphs.length);
  for (const [index, { advance }] of glyphs.entries()) {
    const [left] = boxOf(outlines[index] ?? Buffer.alloc(0)) ?? [0];
    hmtx.writeUInt16BE(advance, 4 * index);
    hmtx.writeInt16BE(left, 4 * index + 2);
  }
  return hmtx;
}

/** Writes what the largest glyphs have. */
function writeSizes(maxp: Buffer, outlines: readonly Outline[]): void {
  const most: OutlineSize = { points: 0, contours: 0, parts: 0, depth: 0 };
  const mostOfComposites = { points: 0, contours: 0 };
  for (const outline of outlines) {
    const size = sizeOf(outline, (glyph) => outlines[glyph] ?? Buffer.alloc(0));
    const kind = size.depth > 0 ? mostOfComposites : most;
    kind.points = Math.max(kind.points, size.points);
    kind.contours = Math.max(kind.contours, size.contours);
    most.parts = Math.max(most.parts, size.parts);
    most.depth = Math.max(most.depth, size.depth);
  }
  const values = [outlines.length, most.points, most.contours, mostOfComposites.points, mostOfComposites.contours];
  values.forEach((value, index) => maxp.writeUInt16BE(value, 4 + 2 * index));
  maxp.writeUInt16BE(most.parts, 28);
  maxp.writeUInt16BE(most.depth, 30);
}
