import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFormats } from '../../src/i18n/formats.ts';
import { languageNamed } from '../language-named.ts';

const formatsFor = (tag: string) => createFormats(languageNamed(tag));
const LANGUAGES = ['en', 'es', 'ar', 'zh-Hant', 'km'];
/** ICU puts narrow and unbreakable spaces between time and period; which ones differs between its versions. */
const plainSpaces = (text: string): string => text.replace(/\s/gu, ' ');

describe('dates', () => {
  it.each([
    ['en', 'November 23, 2026'],
    ['es', '23 de noviembre de 2026'],
    ['ar', '23 نوفمبر 2026'],
    ['zh-Hant', '2026年11月23日'],
    ['km', '23 វិច្ឆិកា 2026'],
  ])('are written as %s writes them', (tag, expected) => {
    expect(formatsFor(tag).date('2026-11-23')).toBe(expected);
  });

  it('stay on the same day in every time zone', () => {
    const before = process.env['TZ'];
    process.env['TZ'] = 'America/Los_Angeles';
    expect(formatsFor('en').date('2026-01-01')).toBe('January 1, 2026');
    process.env['TZ'] = before ?? '';
  });
});

describe('weekdays', () => {
  it('join three days or more to a range', () => {
    expect(formatsFor('en').weekdays([1, 2, 3, 4, 5])).toBe('Monday – Friday');
  });

  it('list two days one by one', () => {
    expect(formatsFor('en').weekdays([6, 7])).toBe('Saturday, Sunday');
  });

  it('keep a day apart that stands alone', () => {
    expect(formatsFor('es').weekdays([1, 2, 3, 6])).toBe('lunes – miércoles y sábado');
  });

  it('are the same in whatever order and however often they are given', () => {
    const english = formatsFor('en');
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), (days) => {
        expect(english.weekdays(days)).toBe(english.weekdays([...new Set(days)].sort((a, b) => a - b)));
      }),
    );
  });
});

describe('times', () => {
  it('name the period once where the language does', () => {
    expect(plainSpaces(formatsFor('en').timeRange('08:30', '11:00'))).toBe('8:30 – 11:00 AM');
  });

  it('tell morning from afternoon', () => {
    expect(plainSpaces(formatsFor('en').timeRange('08:30', '17:00'))).toBe('8:30 AM – 5:00 PM');
  });
});

describe('numbers', () => {
  it.each(LANGUAGES)('use the digits readers dial and compare, in %s', (tag) => {
    const formats = formatsFor(tag);
    const written = [
      formats.number(1234),
      formats.date('2026-11-23'),
      formats.timeRange('08:30', '17:00'),
      formats.fileSize(58_000),
    ];
    expect(
      written
        .join(' ')
        .match(/\p{Nd}/gu)
        ?.every((digit) => /[0-9]/.test(digit)),
    ).toBe(true);
  });

  it('are not grouped', () => {
    expect(formatsFor('en').number(12345)).toBe('12345');
  });

  it('give the size of a file in kilobytes, at least one', () => {
    expect(plainSpaces(formatsFor('en').fileSize(58_400))).toBe('58 kB');
    expect(plainSpaces(formatsFor('en').fileSize(3))).toBe('1 kB');
  });
});

describe('names of languages', () => {
  it('are those of the reader’s language', () => {
    expect(formatsFor('es').languageName('ar')).toBe('árabe');
  });

  it('fall back on the tag', () => {
    expect(formatsFor('en').languageName('qaa')).toBe('qaa');
  });
});
