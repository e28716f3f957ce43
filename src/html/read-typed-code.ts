import { toLatinDigits } from '../i18n/digits.ts';
import type { NewestEditions } from './newest-editions.ts';

/**
 * Reads what a person typed from the foot of a sheet. Letters may be small, spaces or any signs may stand for the dashes
 * or be missing, digits may be those of another script; without a language the one of the page is meant.
 *
 * Input: `cal ١ es`, or `CAL–1` on the Spanish page
 * Output: `CAL-1-es`; nothing for a code that no sheet has, or that could be more than one
 *
 * Runs in readers' browsers as well.
 */
export function readTypedCode(typed: string, locale: string, newest: NewestEditions): string | undefined {
  const parts = partsOf(typed);
  const known = knownCodes(newest).map((code) => ({ code, parts: partsOf(code) }));
  const wanted = [parts, [...parts, ...partsOf(locale)]].map((one) => ({ dashed: one.join('-'), plain: one.join('') }));
  for (const { dashed, plain } of wanted) {
    const exact = known.find((one) => one.parts.join('-') === dashed);
    if (exact) return exact.code;
    const alike = known.filter((one) => one.parts.join('') === plain);
    if (alike.length === 1) return alike[0]?.code;
  }
  return undefined;
}

/** Every code from the first edition to the newest. */
function knownCodes(newest: NewestEditions): string[] {
  const codes: string[] = [];
  for (const handout of Object.keys(newest)) {
    const editions = newest[handout] ?? {};
    for (const locale of Object.keys(editions)) {
      for (let edition = 1; edition <= (editions[locale] ?? 0); edition++)
        codes.push(`${handout}-${edition}-${locale}`);
    }
  }
  return codes;
}

/** Runs of Latin letters and digits, in capitals: a phone's keyboard puts other dashes, and invisible marks come along. */
function partsOf(text: string): string[] {
  return (
    toLatinDigits(text)
      .normalize('NFKC')
      .toUpperCase()
      .match(/[A-Z0-9]+/g) ?? []
  );
}
