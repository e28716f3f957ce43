import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLanguage } from '../../src/translation/check-language.ts';
import { languageNamed } from '../language-named.ts';
import { languageProblems } from './sample-language-check.ts';
import { samplePair } from './sample-pair.ts';

const check = (locale: string, translated: string): string => languageProblems(locale, 'Source.', translated);

/** A few words of languages of the press, each in its own letters. */
const WORDS: Record<string, string> = {
  'zh-Hant': '請打電話給醫生，里長和皇后',
  'zh-Hans': '请打电话给医生，干净的里面和后来',
  ko: '의사에게 전화하세요',
  hy: 'Զանգահարեք բժշկին և',
  fa: 'به پزشک زنگ بزنید؛ گچ پژواک',
  ru: 'Позвоните врачу, объём',
  ar: 'اتصلوا بالطبيب، فورًا إلى مستشفى',
  ja: '医者に電話してください、スープ、々',
  pa: 'ਡਾਕਟਰ ਨੂੰ ਫ਼ੋਨ ਕਰੋ',
  km: 'ទូរស័ព្ទទៅគ្រូពេទ្យ',
  hi: 'डॉक्टर को फ़ोन करें',
  th: 'โทรหาแพทย์ น้ำ',
  lo: 'ໂທຫາໝໍ ນ້ຳ',
  uk: 'Подзвоніть лікарю, її ґанок, п’ять',
  es: 'Llame al médico, niño',
  vi: 'Gọi bác sĩ ngay, đường',
  hmn: 'Hu rau koj tus kws kho mob',
  tl: 'Tumawag sa doktor, piña',
};
/** Those whose letters no other of them has. */
const ALONE = ['ko', 'hy', 'pa', 'km', 'hi', 'th', 'lo'];

describe('the letters of a translation', () => {
  it.each(Object.entries(WORDS))('may be all those of its language, and Latin names: %s', (locale, words) => {
    expect(check(locale, `${words} (warfarin, naproxén)`)).toBe('');
  });

  it.each(Object.keys(WORDS))('may not be of another script, in %s', (locale) => {
    for (const other of ALONE.filter((tag) => tag !== locale)) {
      expect(check(locale, `${WORDS[locale]} ${WORDS[other]}`)).toContain('which is not of the script of');
    }
  });

  it('are named with their code, for those who cannot tell them apart', () => {
    expect(check('ar', 'اتصلوا врач الآن')).toMatchInlineSnapshot(`
      "error ar.md:5
        The section {#tests} has the letter "в" (U+0432), which is not of the script of Arabic.
        To mend it: write the word in the letters of this language."
    `);
  });

  it.each([
    ['zh-Hant', 'カ', 'U+30AB'],
    ['ko', 'か', 'U+304B'],
    ['es', 'а', 'U+0430'],
    ['hi', 'ਕ', 'U+0A15'],
    ['th', 'ກ', 'U+0E81'],
  ])('may not be of a script that looks like their own: %s, %s', (locale, letter, code) => {
    expect(check(locale, `${WORDS[locale]} ${letter}`)).toContain(`has the letter "${letter}" (${code})`);
  });

  it('are those of the author alone: facts and words marked as foreign may have any', () => {
    const pair = samplePair('ko', 'Say: врач', '말하세요: ');
    pair.translated.text = '말하세요: врач';
    expect(checkLanguage([pair], [languageNamed('ko')])).toEqual([]);
  });
});

describe('the letters of a related language', () => {
  it('are named with what they are and what the text is', () => {
    expect(check('zh-Hant', '請打电話')).toMatchInlineSnapshot(`
      "error zh-Hant.md:5
        The section {#tests} has the letter "电" (U+7535) of Simplified Chinese; this text is Traditional Chinese.
        To mend it: write the word with the letters of this language."
    `);
  });

  it.each([
    ['zh-Hant', 'Simplified Chinese', '说医电话们东车龙马门见头'],
    ['zh-Hans', 'Traditional Chinese', '說醫電話們東車龍馬門見頭'],
    ['fa', 'Arabic', 'يكةى٠٥٩'],
    ['ar', 'Farsi', 'یکپچژگۀ۰۵۹'],
    ['ru', 'Ukrainian', 'ґєіїҐЄІЇ'],
    ['uk', 'Russian', 'ёъыэЁЪЫЭ'],
  ])('are found in %s, each of %s: %s', (locale, of, letters) => {
    for (const letter of letters) {
      expect(check(locale, `${WORDS[locale]} ${letter}`)).toContain(`has the letter "${letter}"`);
      expect(check(locale, `${WORDS[locale]} ${letter}`)).toContain(`of ${of}; this text is`);
    }
  });

  it.each([
    ['zh-Hant', '干擾、里長、皇后、台灣、萘普生、佔、裡'],
    ['zh-Hans', '干净、里面、后来、台湾、萘普生、占、着'],
    ['ja', '医学、体、国、気、薬、黒、説'],
    ['ko', '의학(醫學)'],
  ])('are not those that both languages write: %s, %s', (locale, words) => expect(check(locale, words)).toBe(''));

  it('are found wherever in the text one of them stands', () => {
    const place = fc.tuple(fc.constantFrom('zh-Hant', 'zh-Hans', 'fa', 'ar', 'ru', 'uk'), fc.nat());
    const strangers: Record<string, string> = {
      'zh-Hant': '药',
      'zh-Hans': '藥',
      fa: 'ي',
      ar: 'ی',
      ru: 'і',
      uk: 'ы',
    };
    fc.assert(
      fc.property(place, ([locale, at]) => {
        const letters = [...(WORDS[locale] ?? '')];
        letters.splice(at % letters.length, 0, strangers[locale] ?? '');
        expect(check(locale, letters.join(''))).toContain(`has the letter "${strangers[locale]}"`);
      }),
    );
  });
});

describe('a word of two alphabets', () => {
  /** Latin letters that look like others. */
  const TWINS: [locale: string, twins: Record<string, string>, words: string[]][] = [
    ['ru', { а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', у: 'y', х: 'x' }, ['врачу', 'сердце', 'температура', 'уход']],
    ['uk', { а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', і: 'i', х: 'x' }, ['лікарю', 'серце', 'температура', 'вихід']],
    ['hy', { օ: 'o', ս: 'u', հ: 'h', զ: 'q', ց: 'g' }, ['բժշկություն', 'օգնություն', 'հիվանդանոց', 'զանգ']],
  ];

  it('is named, with what to do', () => {
    expect(check('ru', 'Пoзвоните врачу.')).toMatchInlineSnapshot(`
      "error ru.md:5
        The section {#tests} has the word "Пoзвоните", which mixes Latin letters with others that look like them.
        To mend it: type the whole word again in one alphabet."
    `);
  });

  it.each(TWINS)('is found in %s, whichever of its letters is Latin', (locale, twins, words) => {
    const cases = words.flatMap((word) =>
      [...word].flatMap((letter, index) =>
        twins[letter] ? [word.slice(0, index) + twins[letter] + word.slice(index + 1)] : [],
      ),
    );
    expect(cases.length).toBeGreaterThanOrEqual(words.length);
    for (const word of cases) expect(check(locale, `${WORDS[locale]} ${word}`)).toContain(`has the word "${word}"`);
  });

  it.each([
    ['ru', 'МРТ (MRI), витамин D, COVID-инфекция'],
    ['uk', 'вітамін D, X-промені'],
    ['hy', 'D վիտամին, MRI-ն'],
    ['ko', 'CT촬영'],
    ['ja', 'Xせん、MRI検査'],
  ])('is not a Latin word beside others, nor one of a language that writes them together: %s, %s', (locale, words) => {
    expect(check(locale, words)).toBe('');
  });
});
