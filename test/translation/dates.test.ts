import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createFormats } from '../../src/i18n/formats.ts';
import { type Language, parseLanguages } from '../../src/i18n/languages.ts';
import { formatProblem } from '../../src/problem.ts';
import { compareFigures } from '../../src/translation/compare-figures.ts';
import { datesIn } from '../../src/translation/dates.ts';
import { languageNamed } from '../language-named.ts';
import { inDigits, NUMBERING_SYSTEMS } from './other-digits.ts';
import { samplePair } from './sample-pair.ts';

const compareIn = ({ tag, dates }: Language, source: string, translated: string): string =>
  compareFigures(samplePair(tag, source, translated), 'en', dates)
    .map(formatProblem)
    .join('\n');
const compare = (locale: string, source: string, translated: string): string =>
  compareIn(languageNamed(locale), source, translated);
const english = createFormats(languageNamed('en'));

const LANGUAGES =
  parseLanguages(readFileSync(new URL('../../locales/languages.yaml', import.meta.url), 'utf8')).value ?? [];
const isoDate = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('the dates of a text', () => {
  it('are found with the day on either side of the month', () => {
    expect(datesIn('From November 23, 2026 to 5 May.', 'en')).toEqual([
      { text: '5 May', month: 5, day: 5 },
      { text: 'November 23', month: 11, day: 23 },
    ]);
  });

  it('are not a month without a day, nor a word that starts like a month', () => {
    expect(datesIn('In November 2026 you may 5 times. Mayor 5, Marching 12, 2026 May.', 'en')).toEqual([]);
  });
});

describe('the dates of a translation', () => {
  it.each([
    ['es', 'Venga el 23 de noviembre de 2026.'],
    ['es', 'Venga: 23/11, 2026.'],
    ['es', '23 DE NOVIEMBRE DE 2026'],
    ['zh-Hant', '請在2026年11月23日來。'],
    ['ru', 'Приходите 23 ноября 2026 года.'],
    ['hy', 'Եկեք 2026 թ. նոյեմբերի 23-ին։'],
    ['km', 'មក ២៣ វិច្ឆិកា ២០២៦។'],
    ['ar', 'تعالوا ٢٣ نوفمبر ٢٠٢٦.'],
  ])('are written as the language writes them: %s, %s', (locale, translated) => {
    expect(compare(locale, 'Come on November 23, 2026.', translated)).toBe('');
  });

  it.each(LANGUAGES)('are right as the press itself writes them, all year, in $english', (language) => {
    const formats = createFormats(language);
    for (let month = 1; month <= 12; month++) {
      const day = `2026-${String(month).padStart(2, '0')}-23`;
      expect(compareIn(language, `Come on ${english.date(day)}.`, formats.date(day))).toBe('');
    }
  });

  it('are found when they are another day, whichever two days and whatever digits', () => {
    const languages = LANGUAGES.map((language) => ({ language, formats: createFormats(language) }));
    fc.assert(
      fc.property(
        fc.constantFrom(...languages),
        isoDate,
        isoDate,
        fc.constantFrom(...NUMBERING_SYSTEMS),
        ({ language, formats }, right, wrong, system) => {
          fc.pre(right !== wrong);
          const translated = inDigits(formats.date(wrong), system);
          expect(compareIn(language, `Come on ${english.date(right)}.`, translated)).not.toBe('');
        },
      ),
      { numRuns: 300 },
    );
  });

  it('are named as the source has them when one is lost', () => {
    expect(compare('es', 'Come on November 23, 2026.', 'Venga en 2026.')).toMatchInlineSnapshot(`
      "error es.md:5
        The section {#tests} lacks the date November 23 (en.md:3).
        To mend it: write the date as this language writes dates."
    `);
  });

  it('are named with the number that stands in their place when one is wrong', () => {
    const problems = compare('es', 'Come on November 23.', 'Venga el 24 de noviembre.');
    expect(problems).toContain('lacks the date November 23 (en.md:3)');
    expect(problems).toContain('has the number 24 too many (en.md:3)');
  });

  it('may not have another month', () => {
    expect(compare('es', 'Come on November 23.', 'Venga el 23 de octubre.')).toContain('lacks the date November 23');
    expect(compare('zh-Hant', 'Come on November 23.', '請在10月23日來。')).toContain('lacks the date November 23');
  });

  it('may not be one too few of two that are the same', () => {
    expect(compare('es', 'November 23 or November 23', '23 de noviembre')).toContain('lacks the date November 23');
  });
});

describe('dates that are easily misread', () => {
  // ICU's calendar for Farsi is the Persian one, in which this day is 2 Azar.
  it('are right in Farsi with the name of our month', () => {
    expect(compare('fa', 'Come on November 23.', '۲۳ نوامبر بیایید.')).toBe('');
  });

  // 23 Aban is 14 November.
  it('are refused in Farsi with the same day of a Persian month', () => {
    expect(compare('fa', 'Come on November 23.', '۲۳ آبان بیایید.')).not.toBe('');
  });

  // ICU does not know Hmong: it would take dates in the language of the machine.
  it('are right as the language list writes them where ICU does not know the language', () => {
    expect(compare('hmn', 'Come on November 23, 2026.', 'Tuaj lub 11 hlis tim 23, 2026.')).toBe('');
    expect(compare('hmn', 'Come on November 23, 2026.', 'Tuaj lub 10 hli tim 23, 2026.')).toContain('November 23');
  });

  // "2 tháng 1" stands inside "2 tháng 11" too.
  it('are told apart where one starts like the other', () => {
    expect(compare('vi', 'November 2 and January 2', '2 tháng 11 và 2 tháng 1')).toBe('');
  });
});
