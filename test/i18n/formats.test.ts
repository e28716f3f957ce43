import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toLatinDigits } from '../../src/i18n/digits.ts';
import { createFormats } from '../../src/i18n/formats.ts';
import { type Language, readLanguages } from '../../src/i18n/languages.ts';
import { PROJECT } from '../fixture-site.ts';
import { languageNamed } from '../language-named.ts';

const formatsFor = (tag: string) => createFormats(languageNamed(tag));
const LANGUAGES = ['en', 'es', 'ar', 'zh-Hant', 'km', 'th', 'hi', 'hmn'];
/** All languages of the project. */
const { value: ALL = [] } = await readLanguages(PROJECT);
/** ICU puts narrow and unbreakable spaces between time and period; which ones differs between its versions. */
const plainSpaces = (text: string): string => text.replace(/\s/gu, ' ');

describe('dates', () => {
  it.each([
    ['en', 'November 23, 2026'],
    ['es', '23 de noviembre de 2026'],
    ['ar', '23 نوفمبر 2026'],
    ['zh-Hant', '2026年11月23日'],
    ['km', '23 វិច្ឆិកា 2026'],
    ['fa', '۲۳ نوامبر ۲۰۲۶'],
    ['tl', 'Nobyembre 23, 2026'],
    ['hmn', 'Lub 11 hlis tim 23, 2026'],
  ])('are written as %s writes them', (tag, expected) => {
    expect(formatsFor(tag).date('2026-11-23')).toBe(expected);
  });

  it('stay on the same day in every time zone', () => {
    const before = process.env['TZ'];
    process.env['TZ'] = 'America/Los_Angeles';
    expect(formatsFor('en').date('2026-01-01')).toBe('January 1, 2026');
    process.env['TZ'] = before ?? '';
  });

  it.each(ALL.map((language) => [language.tag, language] as const))(
    'are of the year everybody in the clinic knows, with its own month for each of twelve, in %s',
    (_tag, language) => {
      const formats = createFormats(language);
      const months = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}-15`);
      const written = months.map((date) => toLatinDigits(formats.date(date)));
      expect(new Set(written).size).toBe(12);
      expect(written.filter((date) => !/2026/.test(date) || !/15/.test(date))).toEqual([]);
    },
  );
});

describe('dates of a language that ICU does not know', () => {
  const hmong = languageNamed('hmn');
  const withDates = (changes: Partial<NonNullable<Language['dates']>>): ReturnType<typeof createFormats> =>
    createFormats({ ...hmong, dates: { pattern: '{day} {month} {year}', months: [], weekdays: [], ...changes } });

  it('follow the pattern of the language list, with its months', () => {
    const months = Array.from({ length: 12 }, (_, index) => `m${index + 1}.`);
    const formats = withDates({ pattern: 'day {day}, {month}, year {year}', months });
    expect(formats.date('2026-01-02')).toBe('day 2, m1., year 2026');
    expect(formats.date('2026-12-31')).toBe('day 31, m12., year 2026');
  });

  it('have the weekdays of the language list, Monday first', () => {
    const formats = withDates({ weekdays: ['one', 'two', 'three', 'four', 'five', 'six', 'seven'] });
    expect(formats.weekdays([1])).toBe('one');
    expect(formats.weekdays([2, 3, 4, 7])).toBe('two – four, seven');
  });

  it('do not depend on the language of the machine, nor do its times and numbers', () => {
    const formats = createFormats(hmong);
    expect(plainSpaces(formats.timeRange('08:30', '17:00'))).toBe('8:30 AM – 5:00 PM');
    expect(plainSpaces(formats.fileSize(58_000))).toBe('58 kB');
    expect(formats.list(['a', 'b', 'c'])).toBe('a, b, c');
  });

  // fillPattern (src/i18n/formats.ts) writes the numbers as they are.
  it('are written with the digits of the language', () => {
    const months = Array.from({ length: 12 }, () => 'm');
    const dates = { pattern: '{day} {month} {year}', months, weekdays: [] };
    expect(createFormats({ ...hmong, digits: 'mymr', dates }).date('2026-01-02')).toBe('၂ m ၂၀၂၆');
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

  it('are all Persian in Persian, whose readers write them so', () => {
    const formats = formatsFor('fa');
    const written = [formats.number(1234), formats.timeRange('08:30', '17:00'), formats.fileSize(58_000)].join(' ');
    expect(written.match(/\p{Nd}/gu)?.filter((digit) => !/[۰-۹]/.test(digit))).toEqual([]);
  });

  it('are not grouped', () => {
    expect(formatsFor('en').number(12345)).toBe('12345');
  });

  it('give the size of a file in kilobytes, at least one, and from a million bytes on in megabytes', () => {
    expect(plainSpaces(formatsFor('en').fileSize(58_400))).toBe('58 kB');
    expect(plainSpaces(formatsFor('en').fileSize(3))).toBe('1 kB');
    expect(plainSpaces(formatsFor('en').fileSize(999_400))).toBe('999 kB');
    expect(plainSpaces(formatsFor('en').fileSize(1_000_000))).toBe('1 MB');
    expect(plainSpaces(formatsFor('en').fileSize(26_440_000))).toBe('26.4 MB');
  });
});

describe('lists', () => {
  const isRunTogether = (language: Language): boolean => createFormats(language).list(['x', 'y', 'z']).includes('xy');

  it.each(ALL.filter(({ tag }) => tag !== 'zh-Hans').map((language) => [language.tag, language] as const))(
    'keep their items apart in %s',
    (_tag, language) => {
      expect(isRunTogether(language)).toBe(false);
    },
  );

  // ICU joins a list of the type "unit" with nothing at all: two languages or two days become one word.
  it('keep their items apart in Simplified Chinese', () => {
    expect(isRunTogether(languageNamed('zh-Hans'))).toBe(false);
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
