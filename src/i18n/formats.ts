import { isKnownToIntl, type Language } from './languages.ts';
import { nameWeekdayRuns } from './weekday-runs.ts';

/** Dates, numbers and lists as one language writes them. */
export interface Formats {
  /** @param isoDate such as `2026-11-23`; the same day in every time zone */
  date(isoDate: string): string;
  number(value: number): string;
  /** @param bytes size of a file; given in kilobytes (1,000 bytes), at least 1 */
  fileSize(bytes: number): string;
  list(items: readonly string[]): string;
  /** Days of the week, with runs of three or more as a range. @param isoDays 1 (Monday) to 7 (Sunday) */
  weekdays(isoDays: readonly number[]): string;
  /** @param from @param to such as `08:30` */
  timeRange(from: string, to: string): string;
  /** Name of a language in this one; the tag itself if it has none. */
  languageName(tag: string): string;
}

/** 1 January 2024 was a Monday. */
const A_MONDAY = Date.UTC(2024, 0, 1);
const DAY = 24 * 60 * 60 * 1000;

/** Language of the few formats that neither ICU nor the language list has for a language. */
const FALLBACK = 'en-US';

/**
 * Builds the formats of a language on ICU data (`Intl`), with the digits the language list names; dates of a language
 * that ICU does not know are those of the language list.
 */
export function createFormats(language: Language): Formats {
  const locale = new Intl.Locale(isKnownToIntl(language.tag) ? language.tag : FALLBACK, {
    numberingSystem: language.digits,
    calendar: 'gregory',
  });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const time = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
  const number = new Intl.NumberFormat(locale, { useGrouping: false });
  const kilobytes = new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 });
  const megabytes = new Intl.NumberFormat(locale, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });
  // Short lists (`unit`) have no sign at all between their items in Chinese, and only a space in Russian and Korean.
  const lists = new Intl.ListFormat(locale, { type: 'conjunction', style: 'narrow' });
  const list = (items: readonly string[]) => (isKnownToIntl(language.tag) ? lists.format(items) : items.join(', '));
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  const { dates } = language;
  const weekdayName = (day: number) => dates?.weekdays[day - 1] ?? weekday.format(A_MONDAY + (day - 1) * DAY);
  return {
    date: (isoDate) =>
      dates ? fillPattern(dates, isoDate, number) : plainSpaces(date.format(new Date(`${isoDate}T00:00:00Z`))),
    number: (value) => number.format(value),
    fileSize: (bytes) =>
      plainSpaces(
        bytes < 1e6 ? kilobytes.format(Math.max(1, Math.round(bytes / 1000))) : megabytes.format(bytes / 1e6),
      ),
    list,
    weekdays: (isoDays) => list(nameWeekdayRuns(isoDays, weekdayName)),
    timeRange: (from, to) => plainSpaces(time.formatRange(onThatMonday(from), onThatMonday(to))),
    languageName: (tag) => names.of(tag) ?? tag,
  };
}

function fillPattern(
  { pattern, months }: NonNullable<Language['dates']>,
  isoDate: string,
  number: Intl.NumberFormat,
): string {
  const [year = 0, month = 0, day = 0] = isoDate.split('-').map(Number);
  return pattern
    .replace('{year}', number.format(year))
    .replace('{month}', months[month - 1] ?? '')
    .replace('{day}', number.format(day));
}

/** ICU puts narrow and thin spaces around “AM” and dashes; few fonts have them. */
function plainSpaces(text: string): string {
  return text.replaceAll('\u202F', '\u00A0').replaceAll('\u2009', ' ');
}
function onThatMonday(value: string): Date {
  return new Date(`2024-01-01T${value}:00Z`);
}
