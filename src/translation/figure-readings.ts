/** The sign before decimals and the sign between thousands. */
interface NumberSigns {
  decimal: string;
  group: string;
}

/** As people in the United States write numbers, whatever their language: labels and bills do. */
const ENGLISH: NumberSigns = { decimal: '.', group: ',' };

/**
 * The numbers a figure may stand for: `2,5` in Spanish is 2.5, and `1.125` is 1.125 to one reader and 1125 to another.
 * Anything else that has digits, such as 8:30, stands for itself.
 * @param figure in Latin digits
 * @param locale of the text; the figures of the source are read as English alone, without one
 */
export function readingsOf(figure: string, locale?: string): string[] {
  const signs = locale === undefined ? [ENGLISH] : [ENGLISH, signsOf(locale), { decimal: '\u066B', group: '\u066C' }];
  const readings = signs.flatMap((sign) => readAs(figure, sign) ?? []);
  return readings.length > 0 ? [...new Set(readings)] : [figure];
}

function readAs(figure: string, { decimal, group }: NumberSigns): string | undefined {
  const [whole = '', fraction, ...rest] = figure.split(decimal);
  const parts = whole.split(group);
  const isGrouped =
    parts.length === 1 || (/^\d{1,3}$/.test(parts[0] ?? '') && parts.slice(1).every((part) => /^\d{3}$/.test(part)));
  if (rest.length > 0 || !isGrouped || !/^\d+$/.test(parts.join('')) || !/^\d*$/.test(fraction ?? '0'))
    return undefined;
  return fraction === undefined ? parts.join('') : `${parts.join('')}.${fraction}`;
}

/** Where the comma is the decimal sign, a point parts thousands, or a space does, which ends a figure anyway. */
function signsOf(locale: string): NumberSigns {
  const parts = new Intl.NumberFormat(new Intl.Locale(locale, { numberingSystem: 'latn' })).formatToParts(1.5);
  return parts.some(({ value }) => value === ',') ? { decimal: ',', group: '.' } : ENGLISH;
}
