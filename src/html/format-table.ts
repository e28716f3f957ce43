import type { Formats } from '../i18n/formats.ts';
import { nameWeekdayRuns } from '../i18n/weekday-runs.ts';

/** The formats that panels are written with. */
export type PanelFormats = Pick<Formats, 'list' | 'weekdays' | 'timeRange' | 'languageName'>;

/**
 * What a language's formats write, as a table: browsers know fewer languages than the press (Chromium has no dates in
 * Khmer, Lao, Punjabi or Armenian), so a page must not ask its browser.
 */
export interface FormatTable {
  /** Monday first. */
  weekdays: string[];
  /** The digits from 0 to 9. */
  digits: string[];
  /** A range of times by the hours of its beginning and its end, with {@link MINUTES} for the minutes. */
  ranges: Record<string, string>;
  list: { two: string; middle: string; last: string };
  /** What stands before a last item instead, between two items and at the end of more: in Spanish `e italiano`. */
  exceptions: Record<string, [two: string, last: string]>;
  /** By tag. */
  languageNames: Record<string, string>;
}

/** Stand for minutes, since no hour has such numbers. */
const MINUTES = ['37', '48'] as const;
/** Stand for the items of a list; from the private use area, so no text has them. */
const ITEMS = ['\uE000', '\uE001', '\uE002', '\uE003'] as const;

/** Asks a language's formats for all that {@link formatsOf} may need. @param tags of the languages that can be named */
export function tabulateFormats(formats: Formats, tags: readonly string[]): FormatTable {
  const digits = Array.from({ length: 10 }, (_, digit) => formats.number(digit));
  const hours = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));
  const ranges = hours.flatMap((from, index) =>
    hours.slice(index).map((to): [string, string] => {
      return [`${from}-${to}`, formats.timeRange(`${from}:${MINUTES[0]}`, `${to}:${MINUTES[1]}`)];
    }),
  );
  const languageNames = Object.fromEntries(tags.map((tag) => [tag, formats.languageName(tag)]));
  const weekdays = [1, 2, 3, 4, 5, 6, 7].map((day) => formats.weekdays([day]));
  const [usual, usualOfMore] = joinersBefore(ITEMS[3], formats);
  const exceptions = [...Object.values(languageNames), ...weekdays].flatMap((name) => {
    const joiners = joinersBefore(name, formats);
    return joiners[0] === usual && joiners[1] === usualOfMore ? [] : [[name, joiners] as const];
  });
  return {
    ...{ weekdays, digits, languageNames },
    ranges: Object.fromEntries(ranges),
    list: { two: usual, middle: formats.list(ITEMS).split(/[\uE000-\uE003]/)[1] ?? '', last: usualOfMore },
    exceptions: Object.fromEntries(exceptions),
  };
}

/** What stands before a last item: of two, and of more. */
function joinersBefore(last: string, formats: Formats): [string, string] {
  const [first, second, third] = ITEMS;
  const before = (text: string, mark: string) => text.slice(text.indexOf(mark) + 1, text.length - last.length);
  return [before(formats.list([first, last]), first), before(formats.list([first, second, third, last]), third)];
}

/** The formats of a language from its table. */
export function formatsOf({ weekdays, digits, ranges, list, exceptions, languageNames }: FormatTable): PanelFormats {
  const inDigits = (number: string) => number.replace(/\d/g, (digit) => digits[Number(digit)] ?? digit);
  const join = (items: readonly string[]): string => {
    const last = items[items.length - 1];
    if (last === undefined || items.length === 1) return last ?? '';
    const [two, end] = exceptions[last] ?? [list.two, list.last];
    return items.slice(0, -1).join(list.middle) + (items.length === 2 ? two : end) + last;
  };
  return {
    list: join,
    weekdays: (isoDays) => join(nameWeekdayRuns(isoDays, (day) => weekdays[day - 1] ?? '')),
    timeRange(from, to) {
      const [first, second] = MINUTES.map(inDigits);
      const [start, end] = [from, to].map((time) => inDigits(time.slice(3)));
      const range = ranges[`${from.slice(0, 2)}-${to.slice(0, 2)}`] ?? '';
      // Both at once, or the minutes of the beginning could be taken for those of the end.
      return range.replace(new RegExp(`${first}|${second}`, 'g'), (found) => (found === first ? start : end) ?? '');
    },
    languageName: (tag) => languageNames[tag] ?? tag,
  };
}
