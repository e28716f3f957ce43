import { toLatinDigits } from './digits.ts';

/**
 * What no reader types and none would miss: Arabic vowel signs and the stretching line, the question mark that Armenian
 * puts inside a word, and characters that only steer the layout, such as the half-space of Persian.
 */
const UNTYPED =
  /[\u064B-\u0652\u0656-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E8\u06EA-\u06ED\u0640\u055B\u055C\u055E]|\p{Cf}/gu;

/** Latin, Greek and Cyrillic accents, the hamza and madda of Arabic, and the dot below of Indian letters. */
const MARKS = /[\u0300-\u036F\u0653-\u0655\u093C\u0A3C]/g;

/** Letters that stand for each other on the keyboards of one language, and that Unicode does not take apart. */
const ALIKE: Readonly<Record<string, string>> = {
  đ: 'd',
  // Arabic and Persian keyboards have different letters for the same sounds.
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
};

/**
 * A word in the form in which it is looked for: small letters, Latin digits, one form of each letter.
 *
 * Input: `Diálisis`, `٩١١`, `جِلد`
 * Output: `diálisis`, `911`, `جلد`
 */
export function plainForm(word: string): string {
  const letters = word.normalize('NFKC').toLowerCase().replace(UNTYPED, '');
  // The apostrophe inside Ukrainian words is three characters on three keyboards.
  return toLatinDigits(letters).replace(/[’ʼ‘]/g, "'");
}

/**
 * The plain form without the marks that many readers leave out when they type.
 *
 * Input: `diálisis`, `đau`, `أطباء`, `её`
 * Output: `dialisis`, `dau`, `اطباء`, `ее`
 */
export function unmarkedForm(word: string): string {
  const letters = plainForm(word).normalize('NFD').replace(MARKS, '').normalize('NFC');
  return letters.replace(/[đىیکة]/g, (letter) => ALIKE[letter] ?? letter);
}

/**
 * The forms under which a word of a text is found: the plain one first. Where marks make another word of it, as in
 * Vietnamese, a reader who types them finds that word alone; one who leaves them out finds all.
 */
export function wordForms(word: string): string[] {
  const forms = [plainForm(word), unmarkedForm(word)];
  return forms.filter((form, index) => form !== '' && forms.indexOf(form) === index);
}
