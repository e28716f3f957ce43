/** The days of the week as records name them, Monday first. */
export const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** Number of a day, 1 (Monday) to 7 (Sunday), as ISO 8601 counts. */
export function isoDay(day: (typeof DAYS)[number]): number {
  return DAYS.indexOf(day) + 1;
}
