import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/readability/split-sentences.ts';
import { splitWords } from '../../src/readability/split-words.ts';

describe('a text', () => {
  it.each([
    ['en', 'Call 911. Get checks from age 40. Then wait!', ['Call 911.', 'Get checks from age 40.', 'Then wait!']],
    ['en', 'Say: “I am ill.” Then wait.', ['Say: “I am ill.”', 'Then wait.']],
    ['es', '¿Tiene dudas? ¡Llame!', ['¿Tiene dudas?', '¡Llame!']],
    ['hy', 'Մեկ։ Երկու։', ['Մեկ։', 'Երկու։']],
    ['am', 'አንድ። ሁለት።', ['አንድ።', 'ሁለት።']],
    ['km', 'មួយ។ ពីរ៕ បី', ['មួយ។', 'ពីរ៕', 'បី']],
    ['hi', 'एक। दो॥ तीन', ['एक।', 'दो॥', 'तीन']],
    ['ar', 'هل أنت؟ نعم.', ['هل أنت؟', 'نعم.']],
    ['ur', 'ایک۔ دو۔', ['ایک۔', 'دو۔']],
    ['ja', '一つ。二つ！三つ', ['一つ。', '二つ！', '三つ']],
    ['zh-Hant', '一。二？', ['一。', '二？']],
    ['lo', 'ໜຶ່ງ. ສອງ.', ['ໜຶ່ງ.', 'ສອງ.']],
    // ICU has no data of Hmong.
    ['hmn', 'Hu tus xov tooj. Nug.', ['Hu tus xov tooj.', 'Nug.']],
  ])('in %s is parted at its own full stops: %s', (locale, text, sentences) => {
    expect(splitSentences(text, locale)).toEqual(sentences);
  });

  it.each([
    'Ask Dr. Lee about it.',
    'Take fruit (e.g. Apples) home.',
    'El Dr. López y la Sra. Ruiz.',
    'Use 3.5 mg of it.',
  ])('is not parted inside a sentence: %s', (text) => expect(splitSentences(text, 'en')).toEqual([text]));

  it('loses nothing but white space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const bare = (one: string): string => one.replaceAll(/\s/g, '');
        expect(bare(splitSentences(text, 'en').join(''))).toBe(bare(text));
      }),
    );
  });
});

describe('the words of a text', () => {
  it.each([
    ['en', 'Net-like, isn’t it? KAL-sih-fuh', ['Net-like', 'isn’t', 'it', 'KAL-sih-fuh']],
    ['en', 'and/or vitamin B12', ['and', 'or', 'vitamin', 'B12']],
    ['tl', 'Mag-ingat po.', ['Mag-ingat', 'po']],
    ['hy', 'Ինչո՞ւ հիմա', ['Ինչո՞ւ', 'հիմա']],
    ['fa', 'می‌تواند باشد', ['می‌تواند', 'باشد']],
    ['hi', 'खून की जाँच।', ['खून', 'की', 'जाँच']],
    ['th', 'ผลตรวจเลือดปกติ', ['ผล', 'ตรวจ', 'เลือด', 'ปกติ']],
    ['ja', '痛みがある。', ['痛み', 'が', 'ある']],
  ])('in %s: %s', (locale, text, words) => expect(splitWords(text, locale)).toEqual(words));

  it('are no figures and no phone numbers', () => {
    expect(splitWords('Call 911 or 1-800-555-0199, age 40, 0–10, 5%', 'en')).toEqual(['Call', 'or', 'age']);
  });
});
