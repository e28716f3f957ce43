import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainForm, unmarkedForm, wordForms } from '../../src/i18n/word-forms.ts';
import '../property-seed.ts';

describe('the forms of a word', () => {
  it.each([
    ['Diálisis', ['diálisis', 'dialisis']],
    ['đau', ['đau', 'dau']],
    ['mắt', ['mắt', 'mat']],
    ['أطباء', ['أطباء', 'اطباء']],
    ['جِلـــد', ['جلد']],
    ['می‌شود', ['میشود', 'ميشود']],
    ['пришлёт', ['пришлёт', 'пришлет']],
    ['здоров’я', ["здоров'я"]],
    ['ज़ख्म', ['ज़ख्म', 'जख्म']],
    ['Ի՞նչ', ['ինչ']],
    ['٩١١', ['911']],
    ['Ｗ１２', ['w12']],
    ['ໜັງ', ['ຫນັງ']],
    ['がん', ['がん']],
    ['투석', ['투석']],
    ['៩១១', ['911']],
    ['\u2066\u2069', []],
  ])('of %s are %j', (word, forms) => {
    expect(wordForms(word)).toEqual(forms.map((form) => form.normalize('NFKC')));
  });

  it('do not change when they are formed again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (word) => {
        expect(unmarkedForm(unmarkedForm(word))).toBe(unmarkedForm(word));
        expect(unmarkedForm(plainForm(word))).toBe(unmarkedForm(word));
      }),
    );
  });
});
