import { type CountryCode, getCountryCallingCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** A telephone number that can be dialled. */
export interface Phone {
  /** E.164, such as `+13107062594`. */
  e164: string;
  /** As a person in the home country dials it, grouped by dashes: `310-706-2594`. */
  display: string;
  /** For a link: `tel:+13107062594`. */
  href: string;
}

/**
 * Parses a number in E.164 form and formats it for readers in one country.
 *
 * The grouping is the library's international one. Groups are joined by dashes, not by spaces or
 * brackets: those come apart and change places in right-to-left text (seen in
 * github.com/pg-irc/pathways-frontend issue 169). At home the country code is left out, but for North
 * American toll-free numbers, which people know with their 1: `1-800-511-2300`.
 * @param text such as `+13107062594`
 * @returns nothing if the number cannot exist (wrong length, unassigned area code)
 */
export function parsePhone(text: string, homeCountry: CountryCode): Phone | undefined {
  const number = text.startsWith('+') ? parsePhoneNumberFromString(text) : undefined;
  if (!number?.isValid()) return undefined;
  const international = number.formatInternational().replaceAll(' ', '-');
  const isHome = number.countryCallingCode === getCountryCallingCode(homeCountry);
  const keepsPrefix = number.countryCallingCode === '1' && number.getType() === 'TOLL_FREE';
  const national = international.slice(`+${number.countryCallingCode}-`.length);
  const display = isHome ? (keepsPrefix ? `1-${national}` : national) : international;
  return { e164: number.number, display, href: `tel:${number.number}` };
}
