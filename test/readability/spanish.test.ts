import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandOf, scoreSpanish } from '../../src/readability/spanish-ease.ts';
import { spanishSyllables } from '../../src/readability/spanish-syllables.ts';

describe('the syllables of a Spanish word', () => {
  it.each([
    ['cal-ci-fi-la-xis'],
    ['piel'],
    ['san-gre'],
    ['ri-ñón'],
    // Two strong vowels are two syllables, one and a weak one are one.
    ['a-é-re-o'],
    ['po-e-ta'],
    ['cau-sa'],
    ['hue-so'],
    ['Pa-ra-guay'],
    // Two weak ones are one, the same one twice two.
    ['ciu-dad'],
    ['cui-da-do'],
    ['cons-trui-do'],
    ['chi-i-ta'],
    // An accent on a weak vowel parts it from a strong one, but not from a weak one.
    ['dí-a'],
    ['pa-ís'],
    ['o-í-do'],
    ['vi-ví-ais'],
    ['ci-ru-gí-a'],
    ['ca-suís-ti-ca'],
    ['diá-li-sis'],
    ['tam-bién'],
    // h is not heard.
    ['prohi-bir'],
    ['a-ho-ra'],
    ['pro-hí-be'],
    ['al-co-hol'],
    ['de-sahu-cio'],
    ['no-che'],
    // u is heard in güe and güi only, and in gua.
    ['que'],
    ['qui-so'],
    ['guiar'],
    ['gue-rra'],
    ['pin-güi-no'],
    ['a-gua'],
    ['len-gua'],
    // y is a vowel at the end.
    ['y'],
    ['muy'],
    ['hoy'],
    ['ma-yor'],
    ['ha-ya'],
    ['re-hú-ye'],
    ['es-ta-dou-ni-den-se'],
  ])('are those of the spelling: %s', (parted) => {
    expect(spanishSyllables(parted.replaceAll('-', ''))).toBe(parted.split('-').length);
  });

  it.each([
    ['VPH', 3],
    ['X', 1],
    ['d', 1],
  ])('of %s, which is spelled out, are one a letter', (word, count) => expect(spanishSyllables(word)).toBe(count));

  it('do not depend on letter case or on how an accent is written', () => {
    expect(spanishSyllables('DI\u0301A')).toBe(2);
  });

  it('are a whole number, one at least, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (word) => {
        const count = spanishSyllables(word);
        expect(Number.isInteger(count) && count >= 1).toBe(true);
      }),
    );
  });
});

const score = (...sentences: string[]) => scoreSpanish(sentences.map((sentence) => sentence.split(' ')));

describe('the ease of a Spanish text', () => {
  // By hand: lla-me a su clí-ni-ca hoy: 8 syllables, 5 words; no to-me na-da: 5 syllables, 3 words.
  const ease = score('llame a su clínica hoy', 'no tome nada');

  it('follows Fernández Huerta with 60 for a syllable per word, not with the 0.60 of many copies', () => {
    expect(ease?.fernandezHuerta).toBeCloseTo(206.84 - 60 * (13 / 8) - 1.02 * (8 / 2), 10);
    expect(ease?.fernandezHuerta).toBeCloseTo(105.26, 10);
  });

  it('follows Szigriszt-Pazos', () => {
    expect(ease?.szigriszt).toBeCloseTo(206.835 - 62.3 * (13 / 8) - 8 / 2, 10);
    expect(ease?.band).toBe('very easy');
  });

  it.each([
    [-20, 'very hard'],
    [39.9, 'very hard'],
    [40, 'somewhat hard'],
    [55, 'normal'],
    [64.9, 'normal'],
    [65, 'quite easy'],
    [79.9, 'quite easy'],
    [80, 'very easy'],
    [120, 'very easy'],
  ])('is read on the INFLESZ scale: %d is %s', (points, band) => expect(bandOf(points)).toBe(band));

  it('is missing without words', () => expect(scoreSpanish([[]])).toBeUndefined());

  it('is a number for any words', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ unit: 'grapheme', minLength: 1 }))), (sentences) => {
        const { fernandezHuerta = 0, szigriszt = 0 } = scoreSpanish(sentences) ?? {};
        expect([fernandezHuerta, szigriszt].every(Number.isFinite)).toBe(true);
      }),
    );
  });
});
