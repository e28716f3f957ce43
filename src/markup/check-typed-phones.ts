import { type CountryCode, findPhoneNumbersInText } from 'libphonenumber-js/max';
import { toLatinDigits } from '../i18n/digits.ts';
import { error, type Problem } from '../problem.ts';

/**
 * Finds phone numbers typed into a text, in the digits of any script. Every number stands once, in a record; a copy in a translation
 * would stay behind when the number changes, and nothing would notice.
 * @param firstLine line of the file on which the text starts
 */
export function checkTypedPhones(
  text: string,
  { file, line: firstLine }: { file: string; line: number },
  { country, emergencyNumber }: { country: CountryCode; emergencyNumber: string },
): Problem[] {
  const fix = 'write the name of the fact instead, such as {{emergency}}; the names are listed in the README.';
  const spaced = emergencyNumber.split('').join('[-.\\s]?');
  const emergency = new RegExp(`(?<![\\d.,:/-])${spaced}(?!\\d|[.,:/-]\\d)`);
  return text.split('\n').flatMap((raw, index) => {
    const line = toLatinDigits(raw);
    const found = findPhoneNumbersInText(line, country).map(({ number }): string => number.number);
    if (emergency.test(line)) found.push(emergencyNumber);
    return found.map((number) =>
      error({ file, line: firstLine + index }, `The phone number ${number} is typed into the text.`, fix),
    );
  });
}
