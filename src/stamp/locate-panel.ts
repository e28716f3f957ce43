import type { Panel } from './compiled.ts';
import { fixedEnd } from './object-numbers.ts';
import type { Location, PackedObjects } from './pack-objects.ts';
import { writeCrossReferences } from './write-cross-references.ts';

/** Where the objects of a panel are, and which of the entries are for which. */
export interface PanelLocations extends Pick<Panel, 'entries' | 'movedEntries' | 'length'> {
  entryOf: (number: number) => number;
}

/**
 * Writes the cross-references of a panel: what it shares with others, then its own, one after the other. Every number
 * below {@link fixedEnd} has an entry of the same index, so that what is made for each file finds its own.
 * @param pages of the panel
 * @param later numbers of objects whose places are not yet known
 */
export function locatePanel(pages: number, pieces: readonly PackedObjects[], later: readonly number[]): PanelLocations {
  const locations = new Map<number, Location | undefined>();
  for (let number = 0; number < fixedEnd(pages); number++) locations.set(number, undefined);
  for (const number of later) locations.set(number, undefined);
  let length = 0;
  for (const { bytes, locations: own } of pieces) {
    for (const [number, location] of own) {
      locations.set(number, 'at' in location ? { at: length + location.at } : location);
    }
    length += bytes.length;
  }
  const { numbers, index, bytes } = writeCrossReferences(locations);
  const entryOf = new Map(numbers.map((number, entry) => [number, entry]));
  const movedEntries = numbers.flatMap((number, entry) => {
    const location = locations.get(number);
    return location && 'at' in location ? entry : [];
  });
  return { entries: { index, bytes }, movedEntries, length, entryOf: (number) => entryOf.get(number) as number };
}
