import { afterEach, describe, expect, it, vi } from 'vitest';
import { segmenterOf, splitByKnownWords } from '../../src/i18n/split-words.ts';

afterEach(() => vi.unstubAllGlobals());

describe('a text split by a dictionary', () => {
  it.each([
    ['en', 'Call 911, don’t wait.', ['Call', '911', 'don’t', 'wait']],
    ['zh-Hans', '洗肾的病人', ['洗肾', '的', '病人']],
    ['th', 'ผิวหนังเจ็บ', ['ผิวหนัง', 'เจ็บ']],
    ['km', 'ស្បែកឈឺ', ['ស្បែក', 'ឈឺ']],
    ['lo', 'ຜິວໜັງ ເຈັບ', ['ຜິວໜັງ', 'ເຈັບ']],
    ['ko', '투석을 받는', ['투석을', '받는']],
  ])('is words alone: %s', (locale, text, words) => {
    expect(segmenterOf(locale)?.(text)).toEqual(words);
  });

  it('is nothing where the browser has none', () => {
    vi.stubGlobal('Intl', { ...Intl, Segmenter: undefined });
    expect(segmenterOf('th')).toBeUndefined();
  });
});

describe('a text split by known words', () => {
  const split = splitByKnownWords(['ปวด', 'ผิวหนัง', 'ผิว', 'หนัง', 'แผล', 'น้ํา', 'water']);

  it('is split at spaces and punctuation where there are some', () => {
    expect(split('Drink (cold) Water, 2 glasses!')).toEqual(['Drink', 'cold', 'Water', '2', 'glasses']);
  });

  it('is split at the longest words where there are none', () => {
    expect(split('ปวดผิวหนัง')).toEqual(['ปวด', 'ผิวหนัง']);
    expect(split('แผลปวดหนัง')).toEqual(['แผล', 'ปวด', 'หนัง']);
  });

  it('keeps what it does not know in one piece', () => {
    expect(split('กขคปวดงจ')).toEqual(['กขค', 'ปวด', 'งจ']);
  });

  it('keeps the beginning of a word at the end, which a reader is still typing', () => {
    expect(split('ปวดผิวห')).toEqual(['ปวด', 'ผิวห']);
    expect(split('ปวดแผ')).toEqual(['ปวด', 'แผ']);
  });

  it('gives words as they stand in the text, whatever their form in the index', () => {
    expect(split('ปวดน้ำ')).toEqual(['ปวด', 'น้ำ']);
  });

  it('is nothing of a text without words', () => {
    expect(split(' ,.! ')).toEqual([]);
    expect(splitByKnownWords([])('แผล')).toEqual(['แผล']);
  });
});
