import { describe, expect, it } from 'vitest';
import { isKnownToIntl, parseLanguages } from '../../src/i18n/languages.ts';
import { formatProblem } from '../../src/problem.ts';

const language = (tag: string, change = ''): string =>
  `${tag}:\n  name: X\n  english: X\n  dir: ltr\n  script: Latn\n  fonts: [Noto Sans]\n  digits: latn\n  lineHeight: 1.3\n  scale: 1\n${change}`;

describe('the list of languages', () => {
  it('keeps the order of its file', () => {
    const { value } = parseLanguages(['es', 'en', 'ar'].map((tag) => language(tag)).join(''));
    expect(value?.map(({ tag }) => tag)).toEqual(['es', 'en', 'ar']);
  });

  it.each(['zh-Hant', 'pa', 'pt-BR', 'sr-Latn', 'es-419', 'tl'])('accepts the tag %s', (tag) => {
    expect(parseLanguages(language(tag)).problems).toEqual([]);
  });

  it.each(['chinese-traditional', 'zh_Hant', 'zh-hant', 'EN', 'e', '../x'])(
    'refuses the tag %s and names its line',
    (tag) => {
      const [problem] = parseLanguages(language('en') + language(tag)).problems;
      expect(problem).toMatchObject({ where: { line: 11 }, what: `"${tag}" is not a language tag.` });
    },
  );

  it('refuses a direction that is none', () => {
    const { problems } = parseLanguages(language('en').replace('dir: ltr', 'dir: down'));
    expect(problems[0]?.where.line).toBe(4);
    expect(problems[0]?.fix).toContain('ltr (written from left to right) or rtl (from right to left).');
  });

  it('refuses digits that no system of numbers has, for which ICU would silently take others', () => {
    const { problems } = parseLanguages(language('en').replace('digits: latn', 'digits: latin'));
    expect(problems).toHaveLength(1);
  });
});

describe('a language whose dates Node.js does not know', () => {
  const MONTHS = '[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]'.replaceAll(/\d+/g, '"m$&"');
  const WEEKDAYS = '[a, b, c, d, e, f, g]';
  const hmong = (dates: string): string => language('en') + language('hmn', dates);
  const withDates = ({ pattern = '"{month} {day}, {year}"', months = MONTHS, weekdays = WEEKDAYS }): string =>
    hmong(`  dates:\n    pattern: ${pattern}\n    months: ${months}\n    weekdays: ${weekdays}\n`);
  const problemsIn = (text: string): string => parseLanguages(text).problems.map(formatProblem).join('\n');

  it('is known from one that it knows', () => {
    expect(['en', 'tl', 'zh-Hant', 'hmn', 'ium'].map(isKnownToIntl)).toEqual([true, true, true, false, false]);
  });

  it('is refused without them: its sheets would be dated in the language of the machine', () => {
    expect(problemsIn(hmong(''))).toBe(
      [
        'error locales/languages.yaml:11',
        '  hmn: Node.js does not know how this language writes dates.',
        '  To mend it: add dates with a pattern, months and weekdays; see the README.',
      ].join('\n'),
    );
  });

  it('is accepted with them', () => {
    const { value, problems } = parseLanguages(withDates({}));
    expect(problems).toEqual([]);
    expect(value?.[1]?.dates).toMatchObject({ pattern: '{month} {day}, {year}', weekdays: [...'abcdefg'] });
  });

  it.each(['"{month} {day}"', '"{day} {year}"', '"{month} {year}"', '"{Day} {month} {year}"'])(
    'is refused with a date that lacks a part: %s',
    (pattern) => {
      expect(problemsIn(withDates({ pattern }))).toBe(
        [
          'error locales/languages.yaml:20',
          '  The value of "hmn.dates.pattern" is not right: without {day}, {month} or {year}.',
          '  To mend it: correct it. It should be: how it writes a date, with {day}, {month} and {year}.',
        ].join('\n'),
      );
    },
  );

  it('is refused without its weekdays, or with a key that is not known', () => {
    const problems = problemsIn(withDates({}).replace('weekdays:', 'days:'));
    expect(problems).toContain('The key "hmn.dates.weekdays" is missing.\n  To mend it: add it. It should be: its');
    expect(problems).toContain('The key "hmn.dates.days" is not known here.');
    expect(problems).toContain('use one of: pattern, months, weekdays.');
  });

  it.each([
    ['months', MONTHS.replace('"m1", ', ''), 'its names of the twelve months.'],
    ['months', MONTHS.replace('[', '["m0", '), 'its names of the twelve months.'],
    ['weekdays', WEEKDAYS.replace('a, ', ''), 'its names of the seven days, Monday first.'],
    ['weekdays', WEEKDAYS.replace('[', '[z, '), 'its names of the seven days, Monday first.'],
  ])('is refused with too many or too few %s: %s', (field, list, meaning) => {
    const { problems } = parseLanguages(withDates({ [field]: list }));
    expect(problems).toMatchObject([{ where: { line: field === 'months' ? 21 : 22 } }]);
    expect(problems[0]?.what).toMatch(`The value of "hmn.dates.${field}" is not right: `);
    expect(problems[0]?.fix).toBe(`correct it. It should be: ${meaning}`);
  });

  // explainReason (src/read-record.ts) calls every list that is too short empty.
  it('is not told that a list of eleven months is empty', () => {
    expect(problemsIn(withDates({ months: MONTHS.replace('"m1", ', '') }))).not.toContain('it is empty');
  });
});
