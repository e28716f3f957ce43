/** Digits that languages of the press are written with, by the Unicode name of their numbering system. */
export const NUMBERING_SYSTEMS = ['latn', 'arab', 'arabext', 'deva', 'fullwide', 'guru', 'khmr', 'laoo', 'thai'];

/** Writes the digits of a text in another numbering system. */
export function inDigits(text: string, numberingSystem: string): string {
  const format = new Intl.NumberFormat('en', { numberingSystem });
  return text.replaceAll(/\d/g, (digit) => format.format(Number(digit)));
}
