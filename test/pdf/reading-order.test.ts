import { describe, expect, it } from 'vitest';
import { areNeighbours, type Drawn, linesOf, stretchesOf } from '../../src/pdf/reading-order.ts';

const run = (text: string, start: number, end = start + 5, y = 10): Drawn => ({
  text,
  start,
  end,
  y,
  isReversed: /[\u0600-\u06ff]/.test(text) && !/[۰-۹]/.test(text),
});
/** A line of words, from left to right. */
const line = (...words: string[]): Drawn[] => words.map((word, index) => run(word, 10 * index));
/** Words in the order of reading; stretches read from right to left are in brackets. */
const shown = (words: Drawn[], isRtl: boolean): string =>
  stretchesOf(words, isRtl)
    .map(({ runs, isReversed }) => {
      const texts = (isReversed ? runs.toReversed() : runs).map(({ text }) => text).join(' ');
      return isReversed ? `[${texts}]` : texts;
    })
    .join(' ');

describe('runs in lines', () => {
  it('go on from left to right, and start anew lower, further left, and behind a wide gap', () => {
    const runs = [
      run('a', 0),
      run('b', 10),
      run('c', 0, 5, 25),
      run('d', 10, 15, 25),
      run('e', 2, 5, 25),
      run('f', 90, 95, 25),
    ];
    expect(linesOf(runs).map((words) => words.map(({ text }) => text).join(''))).toEqual(['ab', 'cd', 'e', 'f']);
  });

  it('are neighbours whichever is drawn first, unless another line or a wide gap is between them', () => {
    expect(areNeighbours(run('a', 50), run('b', 40))).toBe(true);
    expect(areNeighbours(run('a', 50), run('b', 60))).toBe(true);
    expect(areNeighbours(run('a', 50), run('b', 40, 45, 25))).toBe(false);
    expect(areNeighbours(run('a', 150), run('b', 40))).toBe(false);
  });
});

describe('a right-to-left line in the order of reading', () => {
  it('is turned round as a whole', () => {
    expect(shown(line('الماء', ' ', 'اشربوا'), true)).toBe('[اشربوا   الماء]');
  });

  it('has numbers and Latin words between what is before them and behind them', () => {
    expect(shown(line('نعم', 'Open ', 'Door', 'اسألوا'), true)).toBe('[اسألوا] Open  Door [نعم]');
    expect(shown(line('مل', '200', 'نحو'), true)).toBe('[نحو] 200 [مل]');
  });

  it('keeps a time of day in one piece', () => {
    expect(shown(line('۸', ':', '۳۰', ' ', 'از'), true)).toBe('[از  ] ۸ : ۳۰');
  });

  it('keeps what stands in a left-to-right isolate', () => {
    expect(shown(line('\u2069 مل', '200', '–', '250', 'نحو \u2066'), true)).toBe('[نحو \u2066] 200 – 250 [\u2069 مل]');
  });
});

describe('a left-to-right line in the order of reading', () => {
  it('is as it is drawn', () => {
    expect(shown(line('Drink', ' ', 'water'), false)).toBe('Drink   water');
  });

  it('has right-to-left words turned round, with what stands between them', () => {
    expect(shown(line('Say', ' ', 'الماء', ' ', 'اشربوا', ' ', 'now'), false)).toBe('Say   [اشربوا   الماء]   now');
  });

  it('has each in its place where a left-to-right word stands between two', () => {
    expect(shown(line('نعم', ' ', 'or', ' ', 'لا'), false)).toBe('[نعم]   or   [لا]');
  });
});
