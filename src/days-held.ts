/** The days on which a result holds, both included; an end that is missing is open. ISO dates. */
export interface DaysHeld {
  from?: string;
  until?: string;
}

const DAY = 24 * 60 * 60 * 1000;

/**
 * The days around one on which the same is true as on it.
 * @param lastDays days after each of which something changes, such as a program's facts growing old
 * @example daysHeld(['2026-12-31', '2027-06-30'], '2027-01-15') // { from: '2027-01-01', until: '2027-06-30' }
 */
export function daysHeld(lastDays: readonly string[], today: string): DaysHeld {
  const sorted = [...lastDays].sort();
  const before = sorted.filter((day) => day < today).at(-1);
  const until = sorted.find((day) => day >= today);
  return { ...(before && { from: dayAfter(before) }), ...(until && { until }) };
}

/** True if a day is one of these. */
export function holdsOn({ from, until }: DaysHeld, day: string): boolean {
  return (from === undefined || day >= from) && (until === undefined || day <= until);
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + DAY).toISOString().slice(0, 10);
}
