import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTables, writeTables } from '../../src/true-type/font-tables.ts';
import { fontFileFor } from './real-font.ts';

const sumOf = (bytes: Buffer): number => {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
};

/** The tables of a font, where `head` has room for the sum of the file, and the number it is known by. */
const tables = fc
  .tuple(
    fc.uint8Array({ minLength: 54, maxLength: 54 }),
    fc.dictionary(fc.constantFrom('glyf', 'loca', 'prep', 'cvt '), fc.uint8Array({ maxLength: 40 })),
  )
  .map(([head, others]) => {
    const cleared = Buffer.from(head).fill(0, 8, 12);
    cleared.writeUInt32BE(0x5f0f3cf5, 12);
    return new Map([
      ['head', cleared],
      ...Object.entries(others).map(([name, table]) => [name, Buffer.from(table)] as const),
    ]);
  });

describe('the tables of a font file', () => {
  it('are read as they were written, but for the sum of the file', () => {
    fc.assert(
      fc.property(tables, (written) => {
        const read = readTables(writeTables(written));
        read.get('head')?.fill(0, 8, 12);
        const bytes = [...read].map(([tag, table]) => [tag, Buffer.from(table)] as const);
        expect(Object.fromEntries(bytes)).toEqual(Object.fromEntries(written));
      }),
    );
  });

  it('are listed in the order of their names, each at a multiple of four bytes', () => {
    fc.assert(
      fc.property(tables, (written) => {
        const file = Buffer.from(writeTables(written));
        const entries = [...written.keys()].map((_, index) => 12 + 16 * index);
        const names = entries.map((entry) => file.toString('latin1', entry, entry + 4));
        expect(names).toEqual(names.toSorted());
        expect(entries.map((entry) => file.readUInt32BE(entry + 8) % 4)).toEqual(entries.map(() => 0));
      }),
    );
  });

  it('make the sum that every program expects', () => {
    fc.assert(
      fc.property(tables, (written) => {
        expect(sumOf(Buffer.from(writeTables(written)))).toBe(0xb1b0afba);
      }),
    );
  });

  it('are those that a font of the press has', async () => {
    const read = readTables(await fontFileFor('កខ'));
    expect([...read.keys()]).toEqual(expect.arrayContaining(['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp']));
    expect(Buffer.from(read.get('head') ?? []).readUInt32BE(12)).toBe(0x5f0f3cf5);
  });
});
