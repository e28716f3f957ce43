import { escapePattern } from './escape-pattern.ts';
import { readingsOf } from './figure-readings.ts';

/** Units as labels and syringes print them, and what `Intl` calls them; nothing for those it does not know. */
const UNITS: Record<string, string | undefined> = {
  mg: undefined,
  mcg: undefined,
  // The micro sign is two characters of Unicode that look the same.
  '\u00B5g': undefined,
  '\u03BCg': undefined,
  IU: undefined,
  g: 'gram',
  kg: 'kilogram',
  ml: 'milliliter',
  mL: 'milliliter',
  L: 'liter',
  mm: 'millimeter',
  cm: 'centimeter',
  '%': 'percent',
  '°C': 'celsius',
  '°F': 'fahrenheit',
};

/** Signs in use that `Intl` does not have. */
const OTHER_NAMES: Record<string, string[]> = {
  ml: ['mL', '\u0645\u0644'],
  mL: ['ml', '\u0645\u0644'],
  '\u00B5g': ['\u03BCg', 'mcg'],
  '\u03BCg': ['\u00B5g', 'mcg'],
};

/** A number and its unit. */
export interface Measure {
  number: string;
  unit: string;
}

const NUMBER = String.raw`\d+(?:[.,\u066B\u066C]\d+)*`;
/** A space, a hyphen (`a 500-mg pill`) or nothing. */
const JOINT = String.raw`[\s\u00A0\u200F-]*`;
const MEASURE = new RegExp(`(${NUMBER})${JOINT}(${Object.keys(UNITS).join('|')})(?![\\p{L}\\p{N}])`, 'gu');

/** Finds the measures of a text in the source language. */
export function measuresIn(text: string): Measure[] {
  return [...text.matchAll(MEASURE)].map(([, number = '', unit = '']) => ({ number, unit }));
}

/**
 * How often a translated text gives a measure: with the unit as the label prints it, or as its language writes it where
 * `Intl` knows that (`250 ملتر` for `250 ml`).
 * @param text in Latin digits
 */
export function countMeasure(text: string, { number, unit }: Measure, locale: string): number {
  const names = [unit, ...(OTHER_NAMES[unit] ?? []), ...unitNames(unit, locale)].map(asWord);
  const [wanted = number] = readingsOf(number);
  const measures = text.matchAll(new RegExp(`(?<![\\d.,])(${NUMBER})${JOINT}(?:${names.join('|')})`, 'gu'));
  return [...measures].filter(([, found = '']) => readingsOf(found, locale).includes(wanted)).length;
}

/** Scripts whose words stand apart, so that a unit ends where its word ends. */
const SPACED_SCRIPTS = ['Latin', 'Cyrillic', 'Greek', 'Armenian', 'Arabic', 'Devanagari', 'Gurmukhi'];

/** A unit ends where letters of its script end: `2L를` has the unit L, `2 lít` and `2 Löffel` have not. */
function asWord(unit: string): string {
  const script = SPACED_SCRIPTS.find((name) => new RegExp(`\\p{Script=${name}}$`, 'u').test(unit));
  return escapePattern(unit) + (script === undefined ? '' : `(?![\\p{Script=${script}}\\p{M}\\p{N}])`);
}

function unitNames(symbol: string, locale: string): string[] {
  const unit = UNITS[symbol];
  if (unit === undefined) return [];
  return (['short', 'narrow', 'long'] as const).flatMap((unitDisplay) => {
    const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay });
    // One, two, few and many have forms of their own in some languages.
    return [1, 2, 5, 11, 100].flatMap((value) =>
      format
        .formatToParts(value)
        .filter(({ type }) => type === 'unit' || type === 'percentSign')
        .map((part) => part.value),
    );
  });
}
