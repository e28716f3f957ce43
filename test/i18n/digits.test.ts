import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { counterStyle, toLatinDigits } from '../../src/i18n/digits.ts';
import { readLanguages } from '../../src/i18n/languages.ts';
import { PROJECT } from '../fixture-site.ts';

/** The numbering systems CSS can count in, and one outside the basic plane. */
const SYSTEMS = ['arab', 'arabext', 'beng', 'deva', 'gujr', 'guru', 'khmr', 'laoo', 'latn', 'mymr', 'thai', 'adlm'];
const inDigits = (system: string, value: number): string =>
  new Intl.NumberFormat(`en-u-nu-${system}`, { useGrouping: false }).format(value);

describe('digits of other scripts', () => {
  it.each(SYSTEMS)('are read as Latin ones: %s', (system) => {
    fc.assert(
      fc.property(fc.nat(), (value) => {
        expect(toLatinDigits(inDigits(system, value))).toBe(String(value));
      }),
      { numRuns: 30 },
    );
    expect(toLatinDigits(inDigits(system, 1_234_567_890))).toBe('1234567890');
  });

  it.each([
    ['full width', '９１１', '911'],
    ['mathematical, which come in five runs without a gap', '𝟗𝟏𝟏 𝟿𝟷𝟷', '911 911'],
    ['several scripts', '۹۱۱ or ٩١١', '911 or 911'],
  ])('are read where they are %s', (_case, text, expected) => {
    expect(toLatinDigits(text)).toBe(expected);
  });

  it('leave letters and signs as they are', () => {
    expect(toLatinDigits('12/3–4, صفحه ۵')).toBe('12/3–4, صفحه 5');
  });
});

describe('the numbers CSS writes', () => {
  it.each([
    ['latn', 'decimal'],
    ['arabext', 'persian'],
    ['arab', 'arabic-indic'],
    ['thai', 'thai'],
  ])('are those of the numbering system %s: %s', (system, style) => {
    expect(counterStyle(system)).toBe(style);
  });

  it('are Latin for a system CSS has no name for', () => {
    expect(counterStyle('adlm')).toBe('decimal');
  });

  it('are Latin in no language of the project that prints other digits', async () => {
    const { value: languages = [] } = await readLanguages(PROJECT);
    const others = languages.filter(({ digits }) => digits !== 'latn');
    expect(others.map(({ tag }) => tag)).toContain('fa');
    expect(others.filter(({ digits }) => counterStyle(digits) === 'decimal')).toEqual([]);
  });
});
