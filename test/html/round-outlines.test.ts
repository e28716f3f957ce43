import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { create, type Font } from 'fontkitten';
import subsetFont from 'subset-font';
import { beforeAll, describe, expect, it } from 'vitest';
import { readTables, tableOf } from '../../src/true-type/font-tables.ts';
import { type BoundingBox, readBox, readSimpleGlyph } from '../../src/true-type/simple-glyph.ts';
import { roundOutlines } from '../../src/html/round-outlines.ts';
import { FontLibrary, type FontWeight } from '../../src/i18n/font-faces.ts';
import { anyFont, type Contour, glyphBytes, smallFont, square } from '../true-type/small-font.ts';

const STEP = 4;
const TEXTS: [string, FontWeight, string][] = [
  ['Noto Sans TC', 400, '鬱靈醫療護囊 abc「，'],
  ['Noto Sans SC', 700, '钙化防御症赢疆囊 0123'],
  ['Noto Sans JP', 400, '鬱驚臓あぬめカルシ、'],
  ['Noto Sans KR', 700, '칼시필락시스뷁쨃뾃?'],
];
const library = new FontLibrary();

async function cutFont(family: string, weight: FontWeight, text: string): Promise<Uint8Array> {
  const face = library.faceFor(text.slice(0, 1), [family], weight);
  if (!face) throw new Error(`${family} is not installed.`);
  // A buffer is not equal to an array of the same bytes.
  return new Uint8Array(await subsetFont(await readFile(face.path), text, { targetFormat: 'sfnt' }));
}

function openFont(bytes: Uint8Array): Font {
  const font = create(Buffer.from(bytes));
  if (font.isCollection) throw new Error('A single font was expected.');
  return font;
}

const numbersTo = (end: number): number[] => Array.from({ length: end }, (_, index) => index);
const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The glyphs of a font file, from its tables. */
function glyphsOf(bytes: Uint8Array): Uint8Array[] {
  const tables = readTables(bytes);
  const [loca, glyf] = [viewOf(tableOf(tables, 'loca', 0)), tableOf(tables, 'glyf', 0)];
  const isLong = viewOf(tableOf(tables, 'head', 54)).getInt16(50) === 1;
  const offset = (glyph: number): number => (isLong ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2);
  return numbersTo(openFont(bytes).numGlyphs).map((glyph) => glyf.subarray(offset(glyph), offset(glyph + 1)));
}

/** The bearings in `hmtx` or `vmtx`; after pairs of advance and bearing there may be bearings alone. */
function bearingsOf(bytes: Uint8Array, axis: 'h' | 'v'): number[] {
  const tables = readTables(bytes);
  const pairs = viewOf(tableOf(tables, `${axis}hea`, 36)).getUint16(34);
  const view = viewOf(tableOf(tables, `${axis}mtx`, 0));
  return numbersTo(openFont(bytes).numGlyphs).map((glyph) => {
    return view.getInt16(glyph < pairs ? glyph * 4 + 2 : pairs * 2 + glyph * 2);
  });
}

/** The box of a glyph; for an empty one, which has none, a point. */
function boxOf(glyph: Uint8Array | undefined): BoundingBox {
  return glyph?.length ? readBox(glyph, 'The glyph') : [0, 0, 0, 0];
}

/** "Calculating Checksums": all four-byte numbers of a whole font add up to this. */
const SUM_OF_A_FONT = 0xb1b0_afba;

/** What the four-byte numbers of a part of a font add up to, and what the font says of each table, `head` aside. */
function sumsOf(bytes: Uint8Array): { whole: number; tables: number[]; claimed: number[] } {
  const view = viewOf(bytes);
  const sum = (start: number, length: number): number =>
    numbersTo(Math.ceil(length / 4)).reduce((total, index) => (total + view.getUint32(start + index * 4)) >>> 0, 0);
  const records = numbersTo(view.getUint16(4))
    .map((index) => 12 + index * 16)
    .filter((record) => Buffer.from(bytes.subarray(record, record + 4)).toString() !== 'head');
  return {
    whole: sum(0, bytes.length),
    tables: records.map((record) => sum(view.getUint32(record + 8), view.getUint32(record + 12))),
    claimed: records.map((record) => view.getUint32(record + 4)),
  };
}

/** Compares two forms of a glyph: points on the grid, within half a step; a box that fits them; all else the same. */
function expectRounded(before: Uint8Array, after: Uint8Array, step: number): void {
  const [from, to] = [readSimpleGlyph(before, 'before'), readSimpleGlyph(after, 'after')];
  expect(to.contours).toBe(from.contours);
  expect(to.frame).toEqual(from.frame);
  expect(to.points.map(({ flags }) => flags)).toEqual(from.points.map(({ flags }) => flags));
  const moves = to.points.flatMap(({ x, y }, index) => [
    x - (from.points[index]?.x ?? NaN),
    y - (from.points[index]?.y ?? NaN),
  ]);
  expect(Math.max(...moves.map(Math.abs))).toBeLessThanOrEqual(step / 2);
  expect(to.points.filter(({ x, y }) => x % step !== 0 || y % step !== 0)).toEqual([]);
  const [xs, ys] = [to.points.map(({ x }) => x), to.points.map(({ y }) => y)];
  expect(readBox(after, 'after')).toEqual([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]);
}

describe.each(TEXTS)('some letters of %s %i, rounded', (family, weight, text) => {
  let before: Uint8Array;
  let after: Uint8Array;
  beforeAll(async () => {
    before = await cutFont(family, weight, text);
    after = roundOutlines(before, STEP);
  });

  it('are drawn by the same lines and curves, each point of which is within half a step', () => {
    const [from, to] = [openFont(before), openFont(after)];
    for (const glyph of numbersTo(from.numGlyphs)) {
      const [old, rounded] = [from.getGlyph(glyph).path.commands, to.getGlyph(glyph).path.commands];
      expect(rounded.map(({ command }) => command)).toEqual(old.map(({ command }) => command));
      const [oldPoints, points] = [old.flatMap(({ args }) => args), rounded.flatMap(({ args }) => args)];
      expect(points.length).toBe(oldPoints.length);
      expect(points.filter((value, index) => Math.abs(value - (oldPoints[index] ?? NaN)) > STEP / 2)).toEqual([]);
    }
  });

  it('keep their number, character map, advances and names', () => {
    const facts = (font: Font) => [
      font.numGlyphs,
      font.characterSet,
      font.characterSet.map((code) => font.glyphForCodePoint(code).id),
      numbersTo(font.numGlyphs).map((glyph) => font.getGlyph(glyph).advanceWidth),
      [font.postscriptName, font.unitsPerEm, font.ascent, font.descent, font.lineGap],
    ];
    expect(facts(openFont(after))).toEqual(facts(openFont(before)));
  });

  it('have the same contours, points on the grid, and boxes that fit', () => {
    const [from, to] = [glyphsOf(before), glyphsOf(after)];
    for (const [index, glyph] of from.entries()) {
      if (glyph.length > 0) expectRounded(glyph, to[index] ?? new Uint8Array(), STEP);
      else expect(to[index]).toHaveLength(0);
    }
  });

  it('stand at their left bearing, and below the same height in a vertical line', () => {
    const heightsOf = (font: Uint8Array) => {
      const glyphs = glyphsOf(font);
      return bearingsOf(font, 'v').map((bearing, index) => bearing + boxOf(glyphs[index])[3]);
    };
    const drawn = glyphsOf(after).flatMap((glyph, index) => (glyph.length > 0 ? [index] : []));
    const [left, glyphs] = [bearingsOf(after, 'h'), glyphsOf(after)];
    expect(drawn.map((index) => left[index])).toEqual(drawn.map((index) => boxOf(glyphs[index])[0]));
    expect(heightsOf(after)).toEqual(heightsOf(before));
  });

  it('leave all other tables as they are, and all sums right', () => {
    const changed = new Set(['glyf', 'loca', 'head', 'hmtx', 'vmtx']);
    const others = (font: Uint8Array) => [...readTables(font)].filter(([tag]) => !changed.has(tag));
    expect(others(after)).toEqual(others(before));
    expect([...readTables(after).keys()]).toEqual([...readTables(before).keys()]);
    const { whole, tables, claimed } = sumsOf(after);
    expect(whole).toBe(SUM_OF_A_FONT);
    expect(claimed).toEqual(tables);
  });

  it('are the same when rounded again, and take no more room', () => {
    expect(roundOutlines(after, STEP)).toEqual(after);
    expect(after.length).toBeLessThanOrEqual(before.length);
  });

  it('only take another form where the step is one unit', () => {
    const same = openFont(roundOutlines(before, 1));
    for (const glyph of numbersTo(same.numGlyphs)) {
      expect(same.getGlyph(glyph).path.toSVG()).toBe(openFont(before).getGlyph(glyph).path.toSVG());
    }
  });
});

describe('any font', () => {
  const anyStep = fc.integer({ min: 1, max: 50 });

  it('keeps its contours, flags and instructions, and has its points on the grid', () => {
    fc.assert(
      fc.property(anyFont, anyStep, (before, step) => {
        const [from, to] = [glyphsOf(before), glyphsOf(roundOutlines(before, step))];
        for (const [index, glyph] of from.entries()) {
          if (glyph.length > 0) expectRounded(glyph, to[index] ?? new Uint8Array(), step);
        }
      }),
    );
  });

  it('keeps what its bearings say of the place of an outline, and is as one', () => {
    fc.assert(
      fc.property(anyFont, anyStep, (before, step) => {
        const after = roundOutlines(before, step);
        const shifts = (font: Uint8Array) => {
          const glyphs = glyphsOf(font);
          return bearingsOf(font, 'h').map((bearing, index) => bearing - boxOf(glyphs[index])[0]);
        };
        expect(shifts(after)).toEqual(shifts(before));
        expect(sumsOf(after).whole).toBe(SUM_OF_A_FONT);
        expect(roundOutlines(after, step)).toEqual(after);
      }),
    );
  });

  it('has the box of all its glyphs', () => {
    fc.assert(
      fc.property(anyFont, anyStep, (before, step) => {
        const after = roundOutlines(before, step);
        const boxes = glyphsOf(after).flatMap((glyph) => (glyph.length > 0 ? [readBox(glyph, 'glyph')] : []));
        const side = (index: 0 | 1 | 2 | 3): number[] => boxes.map((box) => box[index]);
        const { minX, minY, maxX, maxY } = openFont(after).bbox;
        expect([minX, minY, maxX, maxY]).toEqual([
          Math.min(...side(0)),
          Math.min(...side(1)),
          Math.max(...side(2)),
          Math.max(...side(3)),
        ]);
      }),
    );
  });
});

describe('the form of a glyph', () => {
  const only = (font: Uint8Array): Uint8Array => glyphsOf(font)[0] ?? new Uint8Array();

  it('is the shortest: equal flags joined, distances in one byte, none for zero', () => {
    const glyph = only(roundOutlines(smallFont([glyphBytes([square(100)])]), STEP));
    // Contours, box, end point, instructions; then flags of four points, three distances but the first point's none.
    expect([...glyph].map((byte) => byte.toString(16).padStart(2, '0')).join(' ')).toBe(
      '00 01 00 00 00 00 00 64 00 64 00 03 00 00 31 33 35 23 64 64 64 00',
    );
  });

  it('joins equal flags from three on, and no more than 256', () => {
    const line = (points: number): Contour =>
      numbersTo(points).map((x) => ({ x: (x + 1) * STEP, y: 0, isOnCurve: true }));
    const flagsOf = (points: number): number[] => {
      const glyph = only(roundOutlines(smallFont([glyphBytes([line(points)])]), STEP));
      return [...glyph.subarray(14, glyph.indexOf(STEP, 14))];
    };
    expect(flagsOf(2)).toEqual([0x33, 0x33]);
    expect(flagsOf(3)).toEqual([0x3b, 2]);
    expect(flagsOf(256)).toEqual([0x3b, 255]);
    expect(flagsOf(257)).toEqual([0x3b, 255, 0x33]);
  });

  it('still says that contours overlap', () => {
    const glyph = glyphBytes([square(100)]);
    // "Simple Glyph Description": OVERLAP_SIMPLE, of the first point.
    glyph[14] = 0x41;
    const [first, ...others] = readSimpleGlyph(only(roundOutlines(smallFont([glyph]), STEP)), 'glyph').points;
    expect([first, ...others].map((point) => point?.flags)).toEqual([0x41, 1, 1, 1]);
  });

  it('stays where it is a composite', () => {
    // Glyph 0 moved by (3, 3).
    const composite = Uint8Array.from([0xff, 0xff, 0, 3, 0, 3, 0, 103, 0, 103, 0, 2, 0, 0, 3, 3]);
    const after = glyphsOf(roundOutlines(smallFont([glyphBytes([square(101)]), composite]), STEP));
    expect(after[1]).toEqual(composite);
    expect(readBox(after[0] ?? composite, 'part')).toEqual([0, 0, 100, 100]);
  });

  it('makes the index long where the outlines grow too large for a short one', () => {
    // 255 fits in a byte, 256 does not. As y goes up and down, no two flags in a row are equal.
    const zigzag = numbersTo(1000).map((index) => ({
      x: index % 2 ? 0 : 255,
      y: index % 2 ? 0 : STEP,
      isOnCurve: true,
    }));
    const compact = only(roundOutlines(smallFont([glyphBytes([zigzag])]), 1));
    const before = smallFont(
      numbersTo(40).map(() => compact),
      { isLong: false },
    );
    const after = roundOutlines(before, STEP);
    const locaForm = (font: Uint8Array): number => viewOf(tableOf(readTables(font), 'head', 54)).getInt16(50);
    expect([locaForm(before), locaForm(after)]).toEqual([0, 1]);
    for (const glyph of glyphsOf(after)) expectRounded(compact, glyph, STEP);
  });
});
