import { describe, expect, it } from 'vitest';
import { quotedList } from '../../src/i18n/quoted-list.ts';
import { languageNamed } from '../language-named.ts';

describe('names in a list', () => {
  it.each([
    ['en', '“a”, “b”, “c”'],
    ['es', '“a”, “b”, “c”'],
    ['ru', '«a», «b», «c»'],
    ['hy', '«a», «b», «c»'],
    ['ar', '«a»، «b»، «c»'],
    ['fa', '«a»، «b»، «c»'],
    ['ja', '「a」、「b」、「c」'],
    ['zh-Hant', '「a」、「b」、「c」'],
    ['zh-Hans', '“a”、“b”、“c”'],
    ['km', '«a», «b», «c»'],
    ['hmn', '“a”, “b”, “c”'],
  ])('have the quotation marks and commas of the language: %s', (tag, list) => {
    expect(quotedList(['a', 'b', 'c'], languageNamed(tag))).toBe(list);
  });

  it('are quoted also alone, and in a language that the press does not know', () => {
    expect(quotedList(['a'], { tag: 'ru', script: 'Cyrl' })).toBe('«a»');
    expect(quotedList(['a', 'b'], { tag: 'qaa', script: 'Latn' })).toBe('“a”, “b”');
    expect(quotedList([], { tag: 'en', script: 'Latn' })).toBe('');
  });
});
