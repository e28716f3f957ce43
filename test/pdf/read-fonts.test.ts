import { PDFDocument } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { FontReader, glyphCodes, parseToUnicode } from '../../src/pdf/read-fonts.ts';

const hex = (value: number): string => value.toString(16).padStart(4, '0');
const utf16 = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex');

describe('the map from glyphs to text', () => {
  it('is read from single characters and from ranges', () => {
    const cmap = `1 begincodespacerange <0000> <FFFF> endcodespacerange
2 beginbfchar
<0003> <0020>
<01A0> <0628>
endbfchar
1 beginbfrange
<0024> <0026> <0041>
endbfrange`;
    expect([...parseToUnicode(cmap)]).toEqual([
      [0x03, ' '],
      [0x1a0, 'ب'],
      [0x24, 'A'],
      [0x25, 'B'],
      [0x26, 'C'],
    ]);
  });

  it('is read from several blocks of each kind, on one line or on many', () => {
    const cmap = '1 beginbfchar <0001><0061> endbfchar 1 beginbfchar\n<0002>\n<0062>\nendbfchar';
    expect([...parseToUnicode(cmap).values()]).toEqual(['a', 'b']);
  });

  it('gives a ligature all of its letters, and signs outside the first plane whole', () => {
    const cmap = `beginbfchar <0001> <${utf16('لا')}> <0002> <${utf16('𠮷')}> endbfchar`;
    expect([...parseToUnicode(cmap).values()]).toEqual(['لا', '𠮷']);
  });

  it('reads parts of letters, which Chromium maps to U+0000, as nothing', () => {
    expect(parseToUnicode('beginbfchar <0005> <0000> endbfchar').get(5)).toBe('');
  });

  it('is empty for a font that says nothing', () => {
    expect(parseToUnicode('').size).toBe(0);
  });

  it('gives back every character that was put in', () => {
    const entries = fc.uniqueArray(
      fc.tuple(fc.integer({ min: 0, max: 0xffff }), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 2 })),
      {
        selector: ([code]) => code,
      },
    );
    fc.assert(
      fc.property(entries, (wanted) => {
        const rows = wanted.map(([code, text]) => `<${hex(code)}> <${utf16(text)}>`);
        const map = parseToUnicode(`${rows.length} beginbfchar\n${rows.join('\n')}\nendbfchar`);
        expect([...map]).toEqual(wanted.map(([code, text]) => [code, text.replaceAll('\u0000', '')]));
      }),
    );
  });
});

/** What a font dictionary says of widths: `{ W: [5, [600, 500], 7, 9, 450], DW: 300 }`. */
type Widths = { W?: (number | number[])[]; DW?: number };

describe('the widths of letters', () => {
  let document: PDFDocument;
  beforeAll(async () => {
    document = await PDFDocument.create();
  });

  const code = (...codes: number[]): Uint8Array => Uint8Array.from(codes.flatMap((one) => [one >> 8, one & 255]));
  /** Gives the width of a string of codes in a font. */
  function widthIn(widths: Widths): (...codes: number[]) => number {
    const { context } = document;
    const letters = context.obj({ Type: 'Font', Subtype: 'CIDFontType2', ...widths });
    const font = context.obj({ Type: 'Font', Subtype: 'Type0', BaseFont: 'AAAAAA+Noto', DescendantFonts: [letters] });
    const resources = context.obj({ Font: { F4: context.register(font) } });
    const read = new FontReader(document).fontsOf(resources).get('F4');
    if (!read) throw new Error('The font was not found by its name.');
    return (...codes) => read.widthOf(code(...codes));
  }

  it('are read one by one from where a list of them starts', () => {
    const width = widthIn({ W: [5, [600, 500.5], 20, [250]] });
    expect([5, 6, 20].map((one) => width(one))).toEqual([600, 500.5, 250]);
  });

  it('are read for all letters of a range, from its first to its last', () => {
    const width = widthIn({ W: [7, 9, 450, 300, 300, 0], DW: 1 });
    expect([6, 7, 8, 9, 10, 300].map((one) => width(one))).toEqual([1, 450, 450, 450, 1, 0]);
  });

  it('are read in both ways, one after the other', () => {
    const width = widthIn({ W: [1, [100], 2, 3, 200, 4, [300, 400], 60_000, 65_535, 500] });
    expect([1, 2, 3, 4, 5, 60_000, 65_535].map((one) => width(one))).toEqual([100, 200, 200, 300, 400, 500, 500]);
  });

  it('are the font’s own where it names none, and a thousand where it says nothing', () => {
    expect(widthIn({ W: [1, [100]], DW: 350 })(2)).toBe(350);
    expect(widthIn({ DW: 0 })(2)).toBe(0);
    expect(widthIn({})(2)).toBe(1000);
  });

  it('add up to that of a string', () => {
    const width = widthIn({ W: [1, [100, 20]], DW: 3 });
    expect(width(1, 2, 2, 9)).toBe(143);
    expect(width()).toBe(0);
  });

  it('are found also where the list and its parts stand elsewhere in the file', () => {
    const { context } = document;
    const list = context.register(context.obj([5, context.register(context.obj([600, 500]))]));
    const letters = context.register(context.obj({ Subtype: 'CIDFontType2', W: list }));
    const font = context.obj({ Subtype: 'Type0', DescendantFonts: context.register(context.obj([letters])) });
    const fonts = new FontReader(document).fontsOf(context.obj({ Font: { F1: font } }));
    expect(fonts.get('F1')?.widthOf(code(6, 5))).toBe(1100);
  });

  it('are those that were written, however they are written', () => {
    const anyWidth = fc.integer({ min: 0, max: 2000 });
    const stretch = fc.oneof(
      fc.array(anyWidth, { minLength: 1, maxLength: 5 }).map((list) => ({ list, isRange: false })),
      fc.tuple(anyWidth, fc.integer({ min: 1, max: 5 })).map(([one, count]) => {
        return { list: new Array<number>(count).fill(one), isRange: true };
      }),
    );
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 8 }), (stretches) => {
        // Each stretch starts ten codes behind the one before.
        const placed = stretches.map((one, index) => ({ ...one, first: 10 * index }));
        const W = placed.flatMap(({ list, isRange, first }): (number | number[])[] =>
          isRange ? [first, first + list.length - 1, list[0] ?? 0] : [first, list],
        );
        const width = widthIn({ W, DW: 7 });
        const wanted = placed.flatMap(({ list, first }) => list.map((one, index) => [first + index, one]));
        expect(wanted.map(([at = 0]) => [at, width(at)])).toEqual(wanted);
        expect(width(10 * placed.length + 9)).toBe(7);
      }),
    );
  });

  it('are read once for a font that several pages use', () => {
    const { context } = document;
    const font = context.register(context.obj({ Subtype: 'Type0', BaseFont: 'AAAAAA+Noto', DescendantFonts: [{}] }));
    const reader = new FontReader(document);
    const [first, second] = ['F1', 'F2'].map((name) => reader.fontsOf(context.obj({ Font: { [name]: font } })));
    expect(first?.get('F1')).toBe(second?.get('F2'));
    expect(reader.all).toHaveLength(1);
    expect(reader.fontsOf(undefined).size).toBe(0);
  });
});

describe('the codes of a string', () => {
  it('have two bytes each, the higher first; half a code at its end is none', () => {
    expect(glyphCodes(Uint8Array.of(0, 5, 1, 2, 255, 255))).toEqual([5, 258, 65_535]);
    expect(glyphCodes(Uint8Array.of(0, 5, 1))).toEqual([5]);
    expect(glyphCodes(Uint8Array.of())).toEqual([]);
  });
});
