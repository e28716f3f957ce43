import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradeEnglish } from '../../src/readability/english-grades.ts';
import { englishSyllables } from '../../src/readability/english-syllables.ts';

const grade = (...sentences: string[]) => gradeEnglish(sentences.map((sentence) => sentence.split(' ')));

describe('the grades of an English text', () => {
  it('follow both formulas', () => {
    const grades = grade('call the kidney hospital', 'do not wait till tomorrow');
    // By hand: call 1, the 1, kidney 2, hospital 3; do 1, not 1, wait 1, till 1, tomorrow 3. Two words have three.
    expect(grades?.fleschKincaid).toBeCloseTo(0.39 * (9 / 2) + 11.8 * (14 / 9) - 15.59, 10);
    expect(grades?.smog).toBeCloseTo(1.043 * Math.sqrt(30 * (2 / 2)) + 3.1291, 10);
  });

  it('are lowest for words of one syllable, by SMOG at its constant', () => {
    const grades = grade('call your nurse now');
    expect(grades?.fleschKincaid).toBeCloseTo(0.39 * 4 + 11.8 - 15.59, 10);
    expect(grades?.smog).toBe(3.1291);
  });

  it('give McLaughlin’s own figure for thirty sentences with a hundred long words', () => {
    // 1969: the square root of 100 plus 3 is 13; the exact formula gives 13.56.
    const sentences = Array.from({ length: 30 }, (_, index) =>
      Array.from({ length: 4 }, (_, word) => (index * 4 + word < 100 ? 'hospital' : 'bed')),
    );
    expect(gradeEnglish(sentences)?.smog).toBeCloseTo(13.559, 3);
  });

  it('do not count a sentence without words', () => {
    expect(gradeEnglish([['call', 'us'], []])).toEqual(gradeEnglish([['call', 'us']]));
  });

  it.each([[[]], [[[]]]])('are missing without words: %j', (sentences: string[][]) => {
    expect(gradeEnglish(sentences)).toBeUndefined();
  });

  it('are numbers for any words', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ unit: 'grapheme', minLength: 1 }))), (sentences) => {
        const { fleschKincaid = 0, smog = 0 } = gradeEnglish(sentences) ?? {};
        expect([fleschKincaid, smog].every(Number.isFinite)).toBe(true);
      }),
    );
  });
});

describe('the syllables of an English word', () => {
  it.each([
    ['sores', 1],
    ['kidney', 2],
    ['X-rays', 2],
    ['medicine', 3],
    ['biopsy', 3],
    ['dialysis', 4],
    ['calciphylaxis', 5],
  ])('of %s are %i', (word, count) => expect(englishSyllables(word)).toBe(count));

  it.each([
    ['HPV', 3],
    ['CTs', 2],
    ['WBC', 5],
  ])('of %s, which is read letter by letter, are %i', (word, count) => expect(englishSyllables(word)).toBe(count));

  it('are one at least', () => expect(englishSyllables('hm')).toBe(1));
});
