import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseExcerpt } from '../../src/client/choose-excerpt.ts';
import { markWords } from '../../src/client/mark-words.ts';
import '../property-seed.ts';

/** The text with its marked words in brackets. */
const marked = (text: string, ...words: string[]): string =>
  markWords(text, words)
    .map((piece) => (piece.isWanted ? `[${piece.text}]` : piece.text))
    .join('');

describe('the words that were looked for', () => {
  it.each([
    ['Llame a su centro de Diálisis.', 'dialisis', 'Llame a su centro de [Diálisis].'],
    ['đau và dầu', 'đau', '[đau] và dầu'],
    ['đau và dầu', 'dau', '[đau] và [dầu]'],
    ['Wasser, bewässern, Wasserfall', 'wasser', '[Wasser], bewässern, Wasserfall'],
    ['ปวดผิวหนังมาก', 'ผิวหนัง', 'ปวด[ผิวหนัง]มาก'],
    ['ຜິວໜັງ', 'ຜິວຫນັງ', '[ຜິວໜັງ]'],
    ['تشوّش في الذهن', 'تشوش', '[تشوّش] في الذهن'],
    ['اتصلوا بالرقم ٩١١', '911', 'اتصلوا بالرقم [٩١١]'],
    ['Nothing here', 'fever', 'Nothing here'],
    ['Nothing here', '', 'Nothing here'],
  ])('are marked in %s: %s', (text, word, result) => {
    expect(marked(text, word)).toBe(result);
  });

  it('are marked in a text that stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string({ unit: 'grapheme' })), (text, words) => {
        const pieces = markWords(text, words);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text.normalize('NFC'));
      }),
    );
  });
});

describe('an excerpt', () => {
  const excerpt = (text: string, ...words: string[]): string =>
    chooseExcerpt(text, words)
      .map((piece) => piece.text)
      .join('');

  it('begins with the first item that has a word', () => {
    expect(excerpt('Chills\nFever\nPain', 'fever')).toBe('Fever · Pain');
    expect(excerpt('Chills\nFever\nPain', 'cough')).toBe('Chills · Fever · Pain');
  });

  it('is whole items, as many as a reader can take in at a glance', () => {
    const long = 'word '.repeat(20).trim();
    expect(excerpt([long, long, long].join('\n'))).toBe(long);
    expect(excerpt('word '.repeat(100))).toBe('word '.repeat(100));
  });
});
