import {
  type CountryCode,
  getCountryCallingCode,
  parsePhoneNumberFromString,
  type PhoneNumber,
} from 'libphonenumber-js/max';

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
 * The grouping is the library's. Groups are joined by dashes, not by spaces or
 * brackets: those come apart and change places in right-to-left text (seen in
 * github.com/pg-irc/pathways-frontend issue 169). At home the country code is left out, but for North
 * American toll-free numbers, which people know with their 1: `1-800-511-2300`.
 * @param text such as `+13107062594`
 * @returns nothing if the number cannot exist (wrong length, unassigned area code)
 */
export function parsePhone(text: string, homeCountry: CountryCode): Phone | undefined {
  const number = text.startsWith('+') ? parsePhoneNumberFromString(text, { extract: false }) : undefined;
  if (!number?.isValid() || number.ext) return undefined;
  const isHome = number.countryCallingCode === getCountryCallingCode(homeCountry);
  const display = (isHome ? nationalForm(number) : number.formatInternational()).replaceAll(/[\s()]+/g, '-');
  return { e164: number.number, display, href: `tel:${number.number}` };
}

/** As people write it at home. In North America that is `310-706-2594`, but `1-800-511-2300` for a free call. */
function nationalForm(number: PhoneNumber): string {
  if (number.countryCallingCode !== '1') return number.formatNational().replace(/^\(/, '');
  const withoutCode = number.formatInternational().slice('+1 '.length);
  return number.getType() === 'TOLL_FREE' ? `1 ${withoutCode}` : withoutCode;
}
