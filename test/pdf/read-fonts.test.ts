import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseToUnicode } from '../../src/pdf/read-fonts.ts';

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
