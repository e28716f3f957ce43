import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseToUnicode } from '../../src/pdf/read-fonts.ts';
import { writeToUnicode } from '../../src/pdf/write-to-unicode.ts';

const rowsOf = (texts: [number, string][]): string[] => writeToUnicode(new Map(texts)).match(/^<.+> <.+>$/gm) ?? [];

describe('a map from codes to texts', () => {
  it('has a row for each code, in their order, with its text in UTF-16', () => {
    const rows = rowsOf([
      [300, 'é'],
      [5, 'ក'],
      [6, '្រ'],
      [7, '𝛽'],
    ]).filter((row) => row !== '<0000> <FFFF>');
    expect(rows).toEqual(['<0005> <1780>', '<0006> <17d2179a>', '<0007> <d835defd>', '<012c> <00e9>']);
  });

  it('counts its rows, at most a hundred a block', () => {
    const texts = Array.from({ length: 250 }, (_, code): [number, string] => [code + 1, 'a']);
    const blocks = writeToUnicode(new Map(texts)).match(/^\d+ beginbfchar$/gm);
    expect(blocks).toEqual(['100 beginbfchar', '100 beginbfchar', '50 beginbfchar']);
  });

  it('is read as it was written', () => {
    const texts = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/[\u0000\ufeff]/.test(text));
    const maps = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 0xffff }), texts), { selector: ([code]) => code });
    fc.assert(
      fc.property(maps, (rows) => {
        const read = parseToUnicode(writeToUnicode(new Map(rows)));
        expect([...read]).toEqual(rows.toSorted(([a], [b]) => a - b));
      }),
    );
  });
});
