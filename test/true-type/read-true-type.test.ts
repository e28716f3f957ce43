import { describe, expect, it } from 'vitest';
import { readTables, writeTables } from '../../src/true-type/font-tables.ts';
import { readTrueType } from '../../src/true-type/read-true-type.ts';
import { fontFileFor, openedFont, trueTypeOf } from './real-font.ts';

describe('a TrueType font', () => {
  it('is read with its glyphs, their boxes and their widths', async () => {
    const file = await fontFileFor('កគឃងចឆ');
    const [font, opened] = [trueTypeOf(file), openedFont(file)];
    expect([font.unitsPerEm, font.glyphCount]).toEqual([opened.unitsPerEm, opened.numGlyphs]);
    for (let glyph = 0; glyph < font.glyphCount; glyph++) {
      const { advanceWidth, bbox } = opened.getGlyph(glyph);
      expect(font.advanceOf(glyph)).toBe(advanceWidth);
      const outline = font.outlineOf(glyph);
      if (outline.length > 0) expect(outline.readInt16BE(2)).toBe(bbox.minX);
    }
  });

  it('is none without outlines of its kind', async () => {
    const tables = readTables(await fontFileFor('ក'));
    tables.delete('glyf');
    expect(readTrueType(Buffer.from(writeTables(tables)))).toBeUndefined();
    expect(readTrueType(Buffer.from('OTTO and more than a header'))).toBeUndefined();
  });
});
