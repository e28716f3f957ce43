import type { CellReading } from './cell-reading.ts';
import type { ClinicRecord } from './record-schemas.ts';
import { DAYS } from './week-days.ts';

type Hours = NonNullable<ClinicRecord['hours']>;
type Day = (typeof DAYS)[number];
type Span = Pick<Hours[number], 'opens' | 'closes'>;

/** A semicolon or a line end; a comma too, where days follow it: `Mon 9:00-12:00, Tue 9:00-17:00`. */
const BETWEEN_ENTRIES = /[;\n]|(?<=\d|m\.?|closed)\s*,\s*(?=[a-z])/i;
const ENTRY = /^(?<days>[a-z][a-z.,&\s–—-]*?)\s*:?\s*(?<times>\d.*|closed)$/i;
const AND = /\s*(?:,|&|\band\b)\s*/i;
const TO = /\s*(?:[-–—]|\bto\b)\s*/i;
const TIME = /^(?<hour>\d{1,2})(?::(?<minute>[0-5]\d))?\s*(?:(?<half>[ap])\.?m\.?)?$/i;

/** A clinic that opens before this hour is rarer than an afternoon hour written without "pm". */
const EARLIEST_HOUR_OF_ONE_DIGIT = 6;

/**
 * Reads opening hours as people write them:
 *
 *     Mon-Fri 08:30-17:00; Sat 9:00-12:00  ->  [{ days: ['monday', …], opens: '08:30', closes: '17:00' }, …]
 *
 *     hours = entry { ";" entry }        entry = days ( times | "closed" )
 *     days  = "daily" | range { "," range }    range = day [ "-" day ]
 *     times = span { "," span }          span  = time "-" time
 *
 * A day is the first two or more letters of its English name; Sun-Thu goes on over the week's end. A time is
 * `17:00`, `5:00 pm` or `5 pm`. `&` and "and" do for a comma, "to" and any dash for a hyphen, a line end for a
 * semicolon. Days that are closed are left out.
 */
export function parseHours(text: string): CellReading<Hours> {
  const faults: string[] = [];
  const hours: Hours = [];
  const entries = text.split(BETWEEN_ENTRIES).map((entry) => entry.replaceAll(/\s+/g, ' ').trim());
  for (const entry of entries.filter((one) => one !== '')) {
    const reading = parseEntry(entry);
    if (reading.faults) faults.push(...reading.faults);
    else hours.push(...reading.value);
  }
  return faults.length > 0 ? { faults } : { value: hours };
}

function parseEntry(entry: string): CellReading<Hours> {
  const { days: dayText, times } = ENTRY.exec(entry)?.groups ?? {};
  if (dayText === undefined || times === undefined) return { faults: [`"${entry}" is not days and then times`] };
  const days = parseDays(dayText.trim());
  const spans = /^closed$/i.test(times) ? [] : times.split(AND).map(parseSpan);
  const faults = [days, ...spans].flatMap((reading) => reading.faults ?? []);
  if (faults.length > 0 || days.faults) return { faults };
  return { value: spans.flatMap((span) => (span.faults ? [] : [{ days: [...days.value], ...span.value }])) };
}

/** Days in the order of the week, each once. */
function parseDays(text: string): CellReading<Day[]> {
  if (/^daily$/i.test(text)) return { value: [...DAYS] };
  const named = new Set<Day>();
  for (const range of text.split(AND)) {
    const ends = range.split(TO).map(dayNamed);
    const [first, last = first] = ends;
    if (!first || !last || ends.length > 2 || ends.includes(undefined)) {
      return { faults: [`"${range}" is no day of the week, and not two with a dash between them`] };
    }
    const start = DAYS.indexOf(first);
    const length = ((DAYS.indexOf(last) - start + DAYS.length) % DAYS.length) + 1;
    for (const day of [...DAYS, ...DAYS].slice(start, start + length)) named.add(day);
  }
  return { value: DAYS.filter((day) => named.has(day)) };
}

function dayNamed(word: string): Day | undefined {
  const start = word.toLowerCase().replace(/\.$/, '');
  return start.length < 2 ? undefined : DAYS.find((day) => day.startsWith(start));
}

function parseSpan(text: string): CellReading<Span> {
  const times = text.split(TO).map((time) => TIME.exec(time)?.groups);
  const [first, second] = times;
  if (times.length !== 2 || !first || !second)
    return { faults: [`"${text}" is not two times with a dash between them`] };
  if ((first.half === undefined) !== (second.half === undefined)) {
    return { faults: [`"${text}" has am or pm at one of its times only`] };
  }
  const [opens, closes] = [timeOfDay(first), timeOfDay(second)];
  if (opens === undefined || closes === undefined) {
    return { faults: [`"${text}" does not say which times of the day are meant`] };
  }
  return opens < closes ? { value: { opens, closes } } : { faults: [`"${text}" closes before it opens`] };
}

/** Without am or pm, `5` and `1:00` may be meant for the afternoon; `01:00` and `9:00` say what they mean. */
function timeOfDay({ hour: digits = '', minute, half }: Partial<Record<string, string>>): string | undefined {
  const hour = Number(digits);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    return clock((hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0), minute);
  }
  const isUnclear = minute === undefined || (digits.length === 1 && hour < EARLIEST_HOUR_OF_ONE_DIGIT);
  return isUnclear || hour > 23 ? undefined : clock(hour, minute);
}

function clock(hour: number, minute = '00'): string {
  return `${String(hour).padStart(2, '0')}:${minute}`;
}
