import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { CellReading } from './cell-reading.ts';

/**
 * Reads a number as people write it at home, such as `(310) 555-0142`, or with its country code, and gives it in
 * E.164 form, such as `+13105550142`: that is how records have it, see {@link parsePhone} in phone.ts.
 */
export function parsePhoneCell(text: string, homeCountry: CountryCode): CellReading<string> {
  const number = parsePhoneNumberFromString(text, { defaultCountry: homeCountry, extract: false });
  if (number?.ext) return { faults: [`"${text}" has an extension, which a tap on a phone cannot dial`] };
  return number?.isValid() ? { value: number.number } : { faults: [`"${text}" cannot be dialled`] };
}
