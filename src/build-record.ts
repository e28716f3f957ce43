import { deserialize, serialize } from 'node:v8';
import type { BuildCache } from './build-cache.ts';
import { cacheKey } from './cache-key.ts';
import { type DaysHeld, holdsOn } from './days-held.ts';

/**
 * What a build that succeeded leaves for the next one, which need not be run if it would make the same.
 * `Summary` is what was told to the person at the terminal, warnings included, and is told again.
 */
export interface BuildRecord<Summary> {
  /** Hash of all that it was made from. */
  inputs: string;
  /** Hash of the manifest it wrote. */
  manifest: string;
  /** On other days the same inputs make another output. */
  held: DaysHeld;
  summary: Summary;
}

/** Folder of the records in the cache. */
const KIND = 'builds';

/** Writes down a build. @param output folder of its output: each has a record of its own */
export function recordBuild<Summary>(cache: BuildCache, output: string, record: BuildRecord<Summary>): void {
  cache.put(KIND, keyOf(output), serialize(record));
}

/**
 * The last build into an output, if it was made from the same inputs and still holds.
 * The program's code is among the inputs, so that a record of the same inputs has the same shape.
 */
export function recallBuild<Summary>(
  cache: BuildCache,
  output: string,
  now: { inputs: string; today: string },
): BuildRecord<Summary> | undefined {
  const bytes = cache.get(KIND, keyOf(output));
  const record = bytes && (deserialize(bytes) as BuildRecord<Summary>);
  return record?.inputs === now.inputs && holdsOn(record.held, now.today) ? record : undefined;
}

/** Another version of V8 may write what this one cannot read. */
function keyOf(output: string): string {
  return cacheKey(output, process.versions.v8);
}
