/**
 * Names days of the week, with runs of three or more as a range.
 * @param isoDays 1 (Monday) to 7 (Sunday)
 * @param nameOf a day's name
 * @returns such as `['Monday – Thursday', 'Saturday']`
 */
export function nameWeekdayRuns(isoDays: readonly number[], nameOf: (isoDay: number) => string): string[] {
  return runsOf(isoDays).flatMap((run) => {
    const names = run.map(nameOf);
    return names.length > 2 ? [`${names[0]} – ${names[names.length - 1]}`] : names;
  });
}

/** `[1, 2, 3, 6]` gives `[[1, 2, 3], [6]]`. */
function runsOf(days: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const day of [...new Set(days)].sort((a, b) => a - b)) {
    const run = runs[runs.length - 1];
    if (run?.[run.length - 1] === day - 1) run.push(day);
    else runs.push([day]);
  }
  return runs;
}
