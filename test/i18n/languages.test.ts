import { describe, expect, it } from 'vitest';
import { parseLanguages } from '../../src/i18n/languages.ts';

const language = (tag: string, change = ''): string =>
  `${tag}:\n  name: X\n  english: X\n  dir: ltr\n  script: Latn\n  fonts: [Noto Sans]\n  digits: latn\n  lineHeight: 1.3\n  scale: 1\n${change}`;

describe('the list of languages', () => {
  it('keeps the order of its file', () => {
    const { value } = parseLanguages(['es', 'en', 'ar'].map((tag) => language(tag)).join(''));
    expect(value?.map(({ tag }) => tag)).toEqual(['es', 'en', 'ar']);
  });

  it.each(['zh-Hant', 'pa', 'pt-BR', 'sr-Latn'])('accepts the tag %s', (tag) => {
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
