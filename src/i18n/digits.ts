/**
 * Writes the digits of any script as Latin ones: `٩١١` becomes `911`. Every decimal digit of Unicode stands in a run
 * of ten, so its value is its distance from the first of its run; mathematical and full-width digits, whose runs follow
 * each other, are Latin ones in another dress. All other signs stay as they are.
 * Also runs in readers' browsers (src/client), where `replaceAll` is missing from those of before 2020.
 */
export function toLatinDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const plain = digit.normalize('NFKC');
    if (/^[0-9]$/.test(plain)) return plain;
    const codePoint = plain.codePointAt(0) ?? 0;
    let value = 0;
    while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(codePoint - value - 1))) value++;
    return String(value);
  });
}

/** CSS names of counter styles (CSS Counter Styles Level 3, section 6) by Unicode numbering system. */
const COUNTER_STYLES: Record<string, string> = {
  arab: 'arabic-indic',
  arabext: 'persian',
  beng: 'bengali',
  deva: 'devanagari',
  gujr: 'gujarati',
  guru: 'gurmukhi',
  khmr: 'khmer',
  laoo: 'lao',
  latn: 'decimal',
  mymr: 'myanmar',
  thai: 'thai',
};

/** How CSS numbers lists and pages in the digits of a numbering system. */
export function counterStyle(numberingSystem: string): string {
  return COUNTER_STYLES[numberingSystem] ?? 'decimal';
}
