import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeHex, encodeHex } from '../../src/pdf/hex-strings.ts';

const decoded = (text: string): number[] => [...decodeHex(Buffer.from(text, 'latin1'), 0, text.length)];

describe('the digits of a hexadecimal string', () => {
  it.each([
    ['in small and capital letters', '4fA9', [0x4f, 0xa9]],
    ['with white space between them', ' 4\n8 6\t9', [0x48, 0x69]],
    ['with the last one missing', '486', [0x48, 0x60]],
    ['none at all', '', []],
  ])('are read %s', (_case, text, bytes) => {
    expect(decoded(text)).toEqual(bytes);
  });

  it('are read from one place of a file to another', () => {
    expect([...decodeHex(Buffer.from('<0148>'), 1, 5)]).toEqual([0x01, 0x48]);
  });

  it('are read as the bytes that were written', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(encodeHex(bytes)).toBe(Buffer.from(bytes).toString('hex'));
        expect(decoded(encodeHex(bytes))).toEqual([...bytes]);
      }),
    );
  });
});
