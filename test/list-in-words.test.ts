import { expect, it } from 'vitest';
import { listInWords } from '../src/list-in-words.ts';

it.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c', 'd'], 'a, b, c and d'],
])('a list of words %j reads as in a sentence: %s', (words, sentence) => {
  expect(listInWords(words)).toBe(sentence);
});
