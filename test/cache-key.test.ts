import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cacheKey } from '../src/cache-key.ts';

describe('the key of a thing that can be made again', () => {
  it('is a hash in hexadecimal, the same for the same parts', () => {
    expect(cacheKey('panel', Buffer.from([1, 2]))).toMatch(/^[0-9a-f]{64}$/);
    expect(cacheKey('panel', Buffer.from([1, 2]))).toBe(cacheKey('panel', Buffer.from([1, 2])));
  });

  it.each([
    ['the border between two parts', cacheKey('ab', 'c'), cacheKey('a', 'bc')],
    ['an empty part', cacheKey('a'), cacheKey('a', '')],
    ['text and its bytes', cacheKey('a'), cacheKey(Buffer.from('a', 'utf16le'))],
    ['half a pair of code units', cacheKey('\ud800'), cacheKey('\ud801')],
    ['the order of parts', cacheKey('a', 'b'), cacheKey('b', 'a')],
  ])('tells apart %s', (_case, one, other) => {
    expect(one).not.toBe(other);
  });

  it('is another one for other parts', () => {
    const parts = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.uint8Array()), { maxLength: 4 });
    const plain = (list: readonly (string | Uint8Array)[]) =>
      JSON.stringify(list.map((part) => (typeof part === 'string' ? part : [...part])));
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        expect(cacheKey(...one) === cacheKey(...other)).toBe(plain(one) === plain(other));
      }),
    );
  });
});
