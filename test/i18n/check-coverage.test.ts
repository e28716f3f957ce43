import { describe, expect, it } from 'vitest';
import { checkCoverage } from '../../src/i18n/check-coverage.ts';
import { FontLibrary } from '../../src/i18n/font-faces.ts';

const library = new FontLibrary();
const check = (...texts: string[]) =>
  checkCoverage(
    texts.map((text, index) => ({ text, where: { file: 'x.md', line: index + 1 } })),
    ['Noto Sans'],
    library,
  );

describe('the check of the fonts', () => {
  it('finds nothing to say about letters, numbers and signs of the language', () => {
    expect(check('Call 1-800 “now” – él, ¿no? ½ °C')).toEqual([]);
  });

  it('names file, line and character', () => {
    const [problem] = check('fine', 'not ع fine');
    expect(problem?.where).toEqual({ file: 'x.md', line: 2 });
    expect(problem?.what).toContain('"ع" (U+0639)');
  });

  it('names a character once per file, at its first place', () => {
    expect(check('ع', 'ع ع').map(({ where }) => where.line)).toEqual([1]);
  });

  it('overlooks what only steers the text', () => {
    expect(check('a\u200Fb\u00ADc\u2068')).toEqual([]);
  });
});
