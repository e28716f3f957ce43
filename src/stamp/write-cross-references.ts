import type { Entries } from './compiled.ts';
import { ENTRY_BYTES } from './object-numbers.ts';
import type { Location } from './pack-objects.ts';
import { writePlace } from './small-objects.ts';

/**
 * Writes the part of a cross-reference stream that tells of some objects (ISO 32000-1, 7.5.8.3).
 *
 * Input: 5 at byte 20, 6 in object stream 5 at place 0, 9 without a location
 * Output: `5 2 9 1`, and `01 000014 00`, `02 000005 00`, `00 000000 00`
 * @param locations by number; a number without one is free, or will be filled in
 * @param start what places are to be counted from
 * @returns the entries with the numbers they are for, in order
 */
export function writeCrossReferences(
  locations: ReadonlyMap<number, Location | undefined>,
  start = 0,
): Entries & { numbers: number[] } {
  const numbers = [...locations.keys()].sort((a, b) => a - b);
  const bytes = new Uint8Array(numbers.length * ENTRY_BYTES);
  const stretches: { first: number; count: number }[] = [];
  numbers.forEach((number, entry) => {
    const last = stretches.at(-1);
    if (last && last.first + last.count === number) last.count++;
    else stretches.push({ first: number, count: 1 });
    const location = locations.get(number);
    if (location && 'at' in location) writePlace(bytes, entry, start + location.at);
    else if (location) writePacked(bytes, entry, location);
  });
  return { index: stretches.map(({ first, count }) => `${first} ${count}`).join(' '), bytes, numbers };
}

function writePacked(bytes: Uint8Array, entry: number, { stream, index }: { stream: number; index: number }): void {
  bytes.set([2, stream >>> 16, stream >>> 8, stream, index], entry * ENTRY_BYTES);
}
