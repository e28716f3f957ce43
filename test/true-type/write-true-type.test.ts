import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TrueType } from '../../src/true-type/read-true-type.ts';
import { type NewGlyph, writeTrueType } from '../../src/true-type/write-true-type.ts';
import { fontFileFor, openedFont, shapeOf, trueTypeOf } from './real-font.ts';

let file: Buffer;
let source: TrueType;
beforeAll(async () => {
  file = await fontFileFor('កគឃងចឆ័ុិ');
  source = trueTypeOf(file);
});

/** All glyphs of the font in their places, and more behind them. */
const withMore = (...more: NewGlyph[]): NewGlyph[] => [
  ...Array.from({ length: source.glyphCount }, (_, glyph) => ({
    outline: source.outlineOf(glyph),
    advance: source.advanceOf(glyph),
  })),
  ...more,
];

describe('a font written anew', () => {
  it('draws its glyphs as they were drawn, as wide as they were', () => {
    const { file: written } = writeTrueType(source, withMore());
    const [before, after, rewritten] = [openedFont(file), openedFont(written), trueTypeOf(written)];
    expect(source.glyphCount).toBeGreaterThan(8);
    for (let glyph = 0; glyph < source.glyphCount; glyph++) {
      expect(shapeOf(after, glyph)).toEqual(shapeOf(before, glyph));
      expect(rewritten.advanceOf(glyph)).toBe(source.advanceOf(glyph));
    }
  });

  it('draws a composite as its parts are drawn, each moved to its place', () => {
    const part = fc.record({
      glyph: fc.integer({ min: 1, max: 8 }),
      dx: fc.integer({ min: -900, max: 900 }),
      dy: fc.integer({ min: -900, max: 900 }),
    });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), fc.nat(2000), (parts, advance) => {
        const { file: written } = writeTrueType(source, withMore({ parts, advance }));
        const before = openedFont(file);
        const moved = parts.flatMap(({ glyph, dx, dy }) => shapeOf(before, glyph, [dx, dy]));
        expect(shapeOf(openedFont(written), source.glyphCount)).toEqual(moved);
        expect(trueTypeOf(written).advanceOf(source.glyphCount)).toBe(advance);
      }),
      { numRuns: 30 },
    );
  });

  it('has blanks of any width', () => {
    const { file: written } = writeTrueType(source, withMore({ parts: [], advance: 10 }, { parts: [], advance: 0 }));
    const blanks = [source.glyphCount, source.glyphCount + 1];
    expect(blanks.map((glyph) => shapeOf(openedFont(written), glyph))).toEqual([[], []]);
    expect(blanks.map((glyph) => trueTypeOf(written).advanceOf(glyph))).toEqual([10, 0]);
  });

  it('says how large its largest glyphs are', () => {
    const parts = [1, 2, 3].map((glyph) => ({ glyph, dx: 0, dy: 0 }));
    const written = trueTypeOf(writeTrueType(source, withMore({ parts, advance: 10 })).file);
    const maxp = written.tables.get('maxp');
    expect([maxp?.readUInt16BE(4), maxp?.readUInt16BE(28)]).toEqual([source.glyphCount + 1, 3]);
  });

  it('has a box around all its glyphs', () => {
    const { box } = writeTrueType(source, withMore({ parts: [{ glyph: 3, dx: 4000, dy: -3000 }], advance: 10 }));
    const { bbox } = openedFont(file).getGlyph(3);
    expect([box[2], box[1]]).toEqual([bbox.maxX + 4000, bbox.minY - 3000]);
  });

  it('has only the tables that a PDF needs', () => {
    const { tables } = trueTypeOf(writeTrueType(source, withMore()).file);
    const names = [...tables.keys()].filter((name) => name !== 'prep');
    expect(names.sort()).toEqual(['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp']);
  });

  it('can be so large that the places of its glyphs need four bytes each', () => {
    const many = Array.from({ length: 900 }, () => ({ outline: source.outlineOf(3), advance: 600 }));
    const { file: written } = writeTrueType(source, withMore(...many));
    expect(trueTypeOf(written).tables.get('glyf')?.length).toBeGreaterThan(0x1fffe);
    expect(shapeOf(openedFont(written), source.glyphCount + 899)).toEqual(shapeOf(openedFont(file), 3));
  });
});
