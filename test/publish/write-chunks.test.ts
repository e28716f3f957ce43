import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dropWritten } from '../../src/publish/write-chunks.ts';

describe('what a disk has taken of some pieces', () => {
  it('is dropped from them, to the byte, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array()), fc.nat(), (chunks, number) => {
        const whole = Buffer.concat(chunks);
        const written = whole.length === 0 ? 0 : number % (whole.length + 1);
        const rest = dropWritten(chunks, written);
        expect(Buffer.concat(rest)).toEqual(whole.subarray(written));
        expect(rest.some(({ length }) => length === 0 && written === whole.length)).toBe(false);
      }),
    );
  });
});
