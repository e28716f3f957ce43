import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../src/read-text.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (text: string): string | undefined => decodeText(encode(text), 'x.md').value;

describe('decoding a text file', () => {
  it('drops a byte-order mark', () => {
    expect(decode('\uFEFFWater')).toBe('Water');
  });

  it('turns Windows and old Mac line ends into plain ones', () => {
    expect(decode('a\r\nb\rc\nd')).toBe('a\nb\nc\nd');
  });

  it('composes decomposed letters', () => {
    expect(decode('cafe\u0301')).toBe('café');
  });

  it('gives the same text however an editor saved it', () => {
    const lines = fc.array(
      // Without the signs that are refused, and those that are line ends or marks of the encoding.
      fc.string({ unit: 'grapheme' }).map((line) => line.replace(/[\p{Cc}\uFEFF\uFFFD\u202A-\u202E]/gu, '')),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(lines, (parts) => {
        const text = ['Text', ...parts].join('\n');
        const saved = [text, `\uFEFF${text}`, text.replaceAll('\n', '\r\n'), text.normalize('NFD')];
        expect(new Set(saved.map(decode))).toEqual(new Set([text.normalize('NFC')]));
      }),
    );
  });

  it('gives a text or a problem for any bytes, and never both', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const { value, problems } = decodeText(bytes, 'x.md');
        expect(value === undefined).toBe(problems.length === 1);
      }),
    );
  });

  it.each(['', '\uFEFF', ' \n\t\r\n'])('calls %j empty', (text) => {
    expect(decodeText(encode(text), 'x.md').problems[0]?.what).toBe('This file is empty.');
  });

  it.each([
    ['Latin-1', [0x61, 0x0a, 0x63, 0x61, 0x66, 0xe9]],
    ['UTF-16', [0x0a, 0xff, 0xfe, 0x61, 0x00]],
    ['Windows-1256', [0x0a, 0xc7, 0xe1]],
  ])('refuses %s and names the line', (_encoding, bytes) => {
    const [problem] = decodeText(new Uint8Array(bytes), 'x.md').problems;
    expect(problem).toMatchObject({ where: { file: 'x.md', line: 2 }, what: 'This file is not UTF-8 text.' });
  });

  it('refuses UTF-16 without a byte-order mark, which would be read with a gap after every letter', () => {
    expect(decodeText(new Uint8Array([0x61, 0, 0x62, 0]), 'x.md').problems).toHaveLength(1);
  });
});
