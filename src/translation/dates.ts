import type { Language } from '../i18n/languages.ts';
import { toLatinDigits } from '../i18n/digits.ts';
import { escapePattern } from './escape-pattern.ts';

/** A day of the year that a text names. */
export interface NamedDate {
  /** As it stands in the text. */
  text: string;
  /** 1 to 12. */
  month: number;
  day: number;
}

/** Any year: dates of texts are compared by day and month, and the year by its number. */
const A_LEAP_YEAR = 2024;

/** Finds the dates that name their month in words, such as “November 23” or “23 November”. */
export function datesIn(text: string, locale: string): NamedDate[] {
  return patternsOf(locale).flatMap((pattern, index) =>
    [...text.matchAll(pattern)].map(([found, after, before]) => {
      return { text: found, month: index + 1, day: Number(after ?? before) };
    }),
  );
}

/** Of each month, by locale: every text of the content is searched for them, and to ask for a name takes 0.1 ms. */
const datePatterns = new Map<string, RegExp[]>();

function patternsOf(locale: string): RegExp[] {
  const known = datePatterns.get(locale);
  if (known) return known;
  const patterns = Array.from({ length: 12 }, (_, index) => {
    const name = escapePattern(monthName(index + 1, locale));
    return new RegExp(`(?<![\\p{L}\\d])(?:${name} (\\d{1,2})|(\\d{1,2}) ${name})(?![\\p{L}\\d])`, 'gu');
  });
  datePatterns.set(locale, patterns);
  return patterns;
}

/**
 * Takes a date out of a translated text, in Latin digits: as ICU or the language list writes day and month in its
 * language, or as numbers.
 * @returns the rest of the text, or nothing if the date is not in it
 */
export function takeDate(
  text: string,
  { month, day }: NamedDate,
  locale: string,
  own?: Language['dates'],
): string | undefined {
  const forms = formsOf(month, day, locale, own).map(escapePattern);
  const pattern = new RegExp(`(?<!\\d)(?:${forms.join('|')})(?!\\d)`, 'iu');
  return pattern.test(text) ? text.replace(pattern, '') : undefined;
}

function formsOf(month: number, day: number, locale: string, own?: Language['dates']): string[] {
  const ownForm = own?.pattern.split(/[\s,.]*\{year\}/)[0]?.replace('{month}', own.months[month - 1] ?? '');
  const date = Date.UTC(A_LEAP_YEAR, month - 1, day);
  const written = (['long', 'short', 'numeric'] as const).map((style) =>
    toLatinDigits(
      new Intl.DateTimeFormat(gregorian(locale), { month: style, day: 'numeric', timeZone: 'UTC' }).format(date),
    ),
  );
  const name = monthName(month, locale);
  return [
    ...(ownForm === undefined ? [] : [ownForm.replace('{day}', String(day))]),
    ...written,
    `${day} ${name}`,
    `${name} ${day}`,
    `${month}/${day}`,
  ];
}

/** Iran and Thailand count years and months otherwise; a date of the source is of our calendar. */
function gregorian(locale: string): Intl.Locale {
  return new Intl.Locale(locale, { calendar: 'gregory' });
}

function monthName(month: number, locale: string): string {
  return new Intl.DateTimeFormat(gregorian(locale), { month: 'long', timeZone: 'UTC' }).format(
    Date.UTC(A_LEAP_YEAR, month - 1, 1),
  );
}
