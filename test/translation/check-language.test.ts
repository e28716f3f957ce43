import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLanguage } from '../../src/translation/check-language.ts';
import { languageNamed } from '../language-named.ts';
import { languageProblems as check } from './sample-language-check.ts';
import { samplePair } from './sample-pair.ts';

const SOURCE = `Pain relief
Do not stop any medicine on your own. Ask your doctor first.
Fever or chills
Bone scan
X-ray
Tests`;

describe('words of the source that were left as they were', () => {
  it('are named, with the place of the source, when a sentence was forgotten', () => {
    const translated = 'Alivio del dolor\nDo not stop any medicine on your own. Consulte primero a su médico.';
    expect(check('es', SOURCE, translated)).toMatchInlineSnapshot(`
      "error es.md:5
        The section {#tests} still has words of the source: "do not stop any …" (en.md:3).
        To mend it: translate them; words that must stay are written [so](lang:en)."
    `);
  });

  it.each([
    ['es', 'Consulte primero. Ask your doctor first.'],
    ['tl', 'HUWAG ihinto: “do not stop, any medicine”.'],
    ['ar', 'لا توقفوا أي دواء. Ask your doctor first.'],
    ['zh-Hant', '不要自行停藥。Ask your doctor first。'],
    ['vi', 'Hỏi bác sĩ. ask your\ndoctor first'],
  ])('are found in the middle of a translation, whatever their signs and case: %s, %s', (locale, translated) => {
    expect(check(locale, SOURCE, translated)).toContain('still has words of the source');
  });

  it.each([
    ['es', 'Alivio del dolor\nBone scan', 'Bone scan'],
    ['hmn', 'Pain relief\nKev mob', 'Pain relief'],
  ])('are found in %s when they are a heading, item or cell of two words', (locale, translated, left) => {
    expect(check(locale, SOURCE, translated)).toContain(`still has words of the source: "${left}" (en.md:3)`);
  });

  it.each([
    ['of a single word: many languages share it', 'es', 'Tests', 'Tests'],
    ['that is a name with a letter', 'es', 'Vitamin D', 'Vitamin D'],
    ['of three words inside a sentence, such as a name', 'es', SOURCE, 'El programa Ask your doctor ayuda.'],
    ['of few words in another order', 'es', SOURCE, 'first doctor your ask'],
    ['of short words that languages share', 'tl', 'a b c d or no', 'a b c d at hindi'],
    ['of numbers in a sentence', 'es', 'At 120, 140, 160 and 180.', 'A 120, 140, 160 y 180.'],
  ])('are not a line %s', (_case, locale, source, translated) => expect(check(locale, source, translated)).toBe(''));

  it('are not those of another section', () => {
    const pairs = [
      samplePair('es', 'Ask your doctor first.', 'Consulte primero a su médico.'),
      samplePair('es', 'Something else.', 'Ask your doctor first.'),
    ];
    expect(checkLanguage(pairs, [languageNamed('es')])).toEqual([]);
  });

  it('may stand where they are marked as words of another language', () => {
    const pair = samplePair('es', 'Say: I have a skin wound.', 'Diga: ');
    pair.translated.text = 'Diga: I have a skin wound.';
    expect(checkLanguage([pair], [languageNamed('es')])).toEqual([]);
  });

  it('are found whatever four words of the source they are, and wherever they stand', () => {
    const words = SOURCE.split(/\s+/);
    const own = ['Tome', 'agua', 'cada', 'mañana', 'y', 'descanse'];
    fc.assert(
      fc.property(fc.nat(words.length - 4), fc.nat(own.length), (from, at) => {
        const translated = own.toSpliced(at, 0, ...words.slice(from, from + 4)).join(' ');
        expect(check('es', SOURCE, translated)).toContain('still has words of the source');
      }),
    );
  });

  // A table row or scale is the same in all languages.
  it('are not numbers', () => expect(check('es', '120 140 160 180', '120 140 160 180')).toBe(''));

  // The check of figures demands the address letter for letter.
  it('are not the parts of a web address', () => {
    expect(check('es', 'See https://www.kidney.org/help.', 'Vea https://www.kidney.org/help.')).toBe('');
  });
});

describe('a line in a language of another script', () => {
  it('is refused when it is that of the source, even a single word', () => {
    expect(check('ar', SOURCE, 'الفحوص\nTests')).toMatchInlineSnapshot(`
      "error ar.md:5
        The section {#tests} has "Tests", which has no letter of Arabic.
        To mend it: translate it."
    `);
  });

  it.each([
    ['ar', 'الأشعة\nMRI'],
    ['ru', 'Рентген (X-ray)'],
    ['ko', 'CT'],
    ['th', 'Tests: การตรวจ'],
  ])('may be a Latin name, or hold one: %s, %s', (locale, translated) => {
    expect(check(locale, SOURCE, translated)).toBe('');
  });

  it('may be that of the source where the source has it in this language, such as its name', () => {
    expect(check('ko', 'Language\n한국어', '언어\n한국어')).toBe('');
  });

  it('may be without letters, as the cells of a table are', () => {
    expect(check('ar', '130–179\n✓', '130–179\n✓')).toBe('');
  });
});

describe('the punctuation of a translation', () => {
  it('is named with the letter before it when it is Latin', () => {
    expect(check('zh-Hant', SOURCE, '請打電話,現在。')).toMatchInlineSnapshot(`
      "error zh-Hant.md:5
        The section {#tests} has Latin punctuation beside its letters: "話,".
        To mend it: use the punctuation of Traditional Chinese."
    `);
  });

  it.each([
    ['zh-Hant', '痛', ',.;:?!()'],
    ['zh-Hans', '痛', ',.;:?!()'],
    ['ja', 'み', ',.;:?!'],
    ['ja', 'ミ', ',.;:?!'],
    ['ja', '痛', ',.;:?!'],
    ['ar', 'ألم', ',;?'],
    ['fa', 'درد', ',;?'],
    ['hy', 'ցավ', ':;?'],
  ])('is found in %s behind %s: %s', (locale, word, signs) => {
    for (const sign of signs) expect(check(locale, SOURCE, `${word}${sign} `)).toContain(`letters: "`);
  });

  it('is found before Chinese letters too, where it opens a bracket', () => {
    expect(check('zh-Hans', SOURCE, 'CT (扫描）')).toContain('letters: "(扫"');
  });

  it.each([
    ['zh-Hant', '請打電話，現在（8:30–17:00）。痛嗎？快！藥：warfarin, prednisone.'],
    ['zh-Hans', '请打电话，现在（8:30）；痛吗？'],
    ['ja', '電話してください。今すぐ（8:30）、(今)'],
    ['ar', 'اتصلوا، الآن؛ هل تتألمون؟ 8:30. (warfarin, prednisone)'],
    ['fa', 'زنگ بزنید، اکنون؛ درد دارید؟'],
    ['hy', 'Զանգահարեք, հիմա։ Ցավո՞ւմ է։ (MRI)'],
    ['ko', '전화하세요, 지금. 아파요?'],
    ['ru', 'Позвоните, сейчас; больно? Да: нет!'],
    ['hi', 'फ़ोन करें, अभी। दर्द?'],
    ['th', 'โทร, ตอนนี้?'],
  ])('is right as the language has it: %s, %s', (locale, translated) => {
    expect(check(locale, SOURCE, translated)).toBe('');
  });

  // Vowel marks are of no script of their own (Inherited).
  it('is found behind the vowel mark of an Arabic word', () => {
    expect(check('ar', SOURCE, 'فوراً, اذهبوا')).not.toBe('');
  });
});

describe('a text of a language that the press has not', () => {
  it('is left to the check of languages', () => {
    expect(checkLanguage([samplePair('es', SOURCE, SOURCE)], [languageNamed('ar')])).toEqual([]);
  });
});
