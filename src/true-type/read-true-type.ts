import { isTrueType, readTables } from './font-tables.ts';
import type { Outline } from './glyph-outline.ts';

/** A TrueType font, read for its outlines. */
export interface TrueType {
  tables: ReadonlyMap<string, Buffer>;
  glyphCount: number;
  /** Measure of everything in the font: so many units are the letter size. */
  unitsPerEm: number;
  outlineOf(glyph: number): Outline;
  /** How far a glyph takes the pen. */
  advanceOf(glyph: number): number;
}

const REQUIRED = ['head', 'hhea', 'maxp', 'hmtx', 'loca', 'glyf'];

/** Reads a TrueType font. @returns nothing for a font of another kind, such as one with PostScript outlines */
export function readTrueType(file: Buffer): TrueType | undefined {
  if (!isTrueType(file)) return undefined;
  const tables = new Map(
    [...readTables(file)].map(([tag, { buffer, byteOffset, length }]) => [
      tag,
      Buffer.from(buffer, byteOffset, length),
    ]),
  );
  const [head, hhea, maxp, hmtx, loca, glyf] = REQUIRED.map((name) => tables.get(name));
  if (!head || !hhea || !maxp || !hmtx || !loca || !glyf) return undefined;
  const hasLongOffsets = head.readInt16BE(50) === 1;
  const offsetOf = (glyph: number) =>
    hasLongOffsets ? loca.readUInt32BE(4 * glyph) : 2 * loca.readUInt16BE(2 * glyph);
  const measured = hhea.readUInt16BE(34);
  return {
    tables,
    glyphCount: maxp.readUInt16BE(4),
    unitsPerEm: head.readUInt16BE(18),
    outlineOf: (glyph) => glyf.subarray(offsetOf(glyph), offsetOf(glyph + 1)),
    // Glyphs behind the last measured one are as wide as that.
    advanceOf: (glyph) => hmtx.readUInt16BE(4 * Math.min(glyph, measured - 1)),
  };
}
