import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSlug } from '../src/slug.ts';

describe('a name that becomes part of an address', () => {
  it.each(['free-screening', 'a', '2026-plan', 'x'.repeat(60)])('accepts %s', (slug) => {
    expect(checkSlug(slug, 'file')).toEqual([]);
  });

  it.each(['', '.', '..', 'a/b', 'a\\b', 'Bad', 'a b', 'a--b', '-a', 'a-', 'café', 'a.b', 'a\n', 'x'.repeat(61)])(
    'refuses %j',
    (slug) => {
      expect(checkSlug(slug, 'file')).toHaveLength(1);
    },
  );

  it('never lets a name leave its folder', () => {
    const climbing = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('.', '/', '\\', 'a', '-', '%', '\0') }));
    fc.assert(
      fc.property(climbing, (slug) => {
        fc.pre(checkSlug(slug, 'file').length === 0);
        expect(resolve('/folder', slug)).toBe(`/folder/${slug}`);
        expect(encodeURIComponent(slug)).toBe(slug);
      }),
    );
  });
});
