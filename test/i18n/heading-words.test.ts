import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headingWords } from '../../src/i18n/heading-words.ts';
import { languageNamed } from '../language-named.ts';

const traditional = languageNamed('zh-Hant');
const simplified = languageNamed('zh-Hans');

describe('the words of a heading', () => {
  it.each([
    [traditional, '鈣化防禦症是什麼？', ['鈣化', '防禦', '症', '是', '什麼？']],
    [simplified, '什么时候打电话？', ['什么时候', '打电话？']],
  ])('are those of Chinese, written without spaces', (language, text, words) => {
    expect(headingWords(text, language)).toEqual(words);
  });

  it.each(['en', 'ja', 'ko', 'km', 'th', 'ar'])('are one piece in %s, where browsers know where to break', (tag) => {
    const text = 'When to get help 何時 助け 도움';
    expect(headingWords(text, languageNamed(tag))).toEqual([text]);
  });

  it.each(['？', '，', '。', '、', '」', '）', '：'])('keep %s with the word before it', (sign) => {
    const words = headingWords(`電話${sign}診所`, traditional);
    expect(words.filter((word) => word.startsWith(sign))).toEqual([]);
    expect(words.join('')).toBe(`電話${sign}診所`);
  });

  it.each(['「', '（', '《', '“'])('keep %s with the word after it', (sign) => {
    const words = headingWords(`打電話${sign}診所`, traditional);
    expect(words.filter((word) => word.endsWith(sign))).toEqual([]);
  });

  it('lose and add nothing, whatever the heading', () => {
    const heading = fc.string({ unit: fc.constantFrom(...'鈣化防禦症是什麼？，「」（）A1 -“”'), maxLength: 20 });
    fc.assert(
      fc.property(heading, (text) => {
        const words = headingWords(text, traditional);
        expect(words.join('')).toBe(text);
        expect(words.filter((word) => word === '')).toEqual([]);
      }),
    );
  });

  it('never start a line with a closing sign or end one with an opening bracket', () => {
    const heading = fc.string({ unit: fc.constantFrom(...'鈣化是什麼？，。「」（）'), minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(heading, (text) => {
        const words = headingWords(text, traditional);
        expect(words.slice(1).filter((word) => /^[？，。」）]/.test(word))).toEqual([]);
        expect(words.slice(0, -1).filter((word) => /[「（]$/.test(word))).toEqual([]);
      }),
    );
  });
});
