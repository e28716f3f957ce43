import { deserialize, serialize } from 'node:v8';
import type { BuildCache } from './build-cache.ts';
import { cacheKey } from './cache-key.ts';
import { type Checked, hasErrors } from './problem.ts';

/** Keeps what was printed for the next build, which then prints only what has changed. */
export interface PrintCache {
  /**
   * Gives what was made of the same parts before, or makes it. Only what has no error is kept, with its warnings.
   * @param kind folder in the cache
   * @param parts everything that decides what is made, but for the code of the press
   */
  keep<T>(kind: string, parts: readonly string[], make: () => Promise<Checked<T>>): Promise<Checked<T>>;
}

/** For runs that make everything anew. */
export const NO_PRINT_CACHE: PrintCache = { keep: (_kind, _parts, make) => make() };

/**
 * A cache of prints.
 * @param code hash of the code of the press and its packages: with another, nothing of the old holds
 * @param options.fresh makes everything anew, for this build and the next
 */
export function createPrintCache(store: BuildCache, code: string, { fresh = false } = {}): PrintCache {
  return {
    async keep<T>(kind: string, parts: readonly string[], make: () => Promise<Checked<T>>): Promise<Checked<T>> {
      const key = cacheKey(code, process.versions.v8, ...parts);
      const entry = fresh ? undefined : store.get(kind, key);
      const kept = entry && readEntry<T>(entry);
      if (kept) return kept;
      const made = await make();
      if (made.value !== undefined && !hasErrors(made.problems)) store.put(kind, key, serialize(made));
      return made;
    },
  };
}

/** What an entry says. Nothing if it is none, though its checksum is right: a cache is never believed, nor in the way. */
function readEntry<T>(entry: Uint8Array): Checked<T> | undefined {
  try {
    return deserialize(entry) as Checked<T>;
  } catch {
    return undefined;
  }
}
