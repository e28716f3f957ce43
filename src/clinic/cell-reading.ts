/** What a cell of a table says once read, or everything that is wrong with it, in words that follow "is not right:". */
export type CellReading<T> = { value: T; faults?: undefined } | { faults: string[] };

/** The parts of a cell that holds a list: `en; es` or `en, es`. */
export function splitList(text: string): string[] {
  return text
    .split(/[;,\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
