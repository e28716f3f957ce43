import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { compareText } from './problem.ts';
import { isRunning } from './running-process.ts';

/**
 * A store of things that can be made again, such as compiled PDFs, for the next build. What is found in it is whole,
 * or is not found. It never fails a build: what it cannot do is told once, and the build makes the thing itself.
 */
export interface BuildCache {
  /**
   * What was put under this key. A damaged entry counts as none and is removed.
   * @param kind folder of the entry, such as `panels`
   * @param key of {@link cacheKey}
   */
  get(kind: string, key: string): Uint8Array | undefined;
  put(kind: string, key: string, bytes: Uint8Array): void;
  /** Removes what is too much, at the end of a build. */
  tidy(): void;
}

/** What a cache may be told. */
export interface CacheOptions {
  /** Told the first thing that went wrong with the disk. */
  tell?: (message: string) => void;
  /** Bytes to keep at most, besides what this build has used. */
  capacity?: number;
}

/** Room for the panels of 5,000 clinics in 20 languages (10 to 15 kB each), and those of another build. */
const CAPACITY = 4e9;
/** Bytes of a checksum (SHA-256) before the bytes themselves. */
const CHECKSUM = 32;
/** Ends the name of an entry that is being written. */
const PARTIAL = '.partial';

/**
 * Opens the cache in a folder of its own (anything in it may be removed), which is made with the first entry. Several
 * processes may use it at the same time: an entry is moved into place whole, and one that is removed is only made again.
 *
 * What was used longest ago goes first once there is too much; a time of last use is set on each file that is read.
 * What this build has used stays in any case, so that a network larger than the capacity is not made anew each time.
 */
export function openCache(
  folder: string,
  { tell = () => undefined, capacity = CAPACITY }: CacheOptions = {},
): BuildCache {
  const used = new Set<string>();
  const fileOf = (kind: string, key: string) => join(folder, kind, key.slice(0, 2), key);
  const attempt = tellOnce(folder, tell);
  let written = 0;

  return {
    get: (kind, key) =>
      attempt('read', () => {
        const file = fileOf(kind, key);
        const bytes = readWhole(file);
        if (!bytes) return undefined;
        used.add(file);
        // A cache that may only be read is of use too.
        attempt('written to', () => ifThere(() => utimesSync(file, new Date(), new Date())));
        return bytes;
      }),
    put: (kind, key, bytes) =>
      attempt('written to', () => {
        const file = fileOf(kind, key);
        const partial = `${file}.${process.pid}-${threadId}-${written++}${PARTIAL}`;
        mkdirSync(dirname(file), { recursive: true });
        try {
          writeFileSync(partial, Buffer.concat([checksum(bytes), bytes]));
          renameSync(partial, file);
        } finally {
          rmSync(partial, { force: true });
        }
        used.add(file);
      }),
    tidy: () => attempt('tidied', () => removeExcess(folder, used, capacity)),
  };
}

/** Does a thing, or tells once that it was not possible. */
function tellOnce(folder: string, tell: (message: string) => void) {
  let isTold = false;
  return <T>(what: string, work: () => T): T | undefined => {
    try {
      return work();
    } catch (failure) {
      const reason = failure instanceof Error ? failure.message : String(failure);
      if (!isTold) tell(`The cache ${folder} could not be ${what} (${reason}); this build goes on without it.`);
      isTold = true;
      return undefined;
    }
  };
}

function checksum(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** The bytes of an entry that is there and undamaged. */
function readWhole(file: string): Uint8Array | undefined {
  const entry = ifThere(() => readFileSync(file));
  if (!entry) return undefined;
  const bytes = entry.subarray(CHECKSUM);
  if (entry.length >= CHECKSUM && checksum(bytes).equals(entry.subarray(0, CHECKSUM))) return bytes;
  rmSync(file, { force: true });
  return undefined;
}

function removeExcess(folder: string, used: ReadonlySet<string>, capacity: number): void {
  let room = capacity;
  for (const { file, bytes } of newestFirst(folder)) {
    if (isLeftOver(file)) rmSync(file, { force: true });
    else if (!used.has(file) && !file.endsWith(PARTIAL)) {
      room -= bytes;
      if (room < 0) rmSync(file, { force: true });
    }
  }
}

/** Written in part by a process that was killed. */
function isLeftOver(file: string): boolean {
  const writer = /\.(\d+)-\d+-\d+\.partial$/.exec(file)?.[1];
  return writer !== undefined && !isRunning(Number(writer));
}

function newestFirst(folder: string): { file: string; bytes: number; usedAt: number }[] {
  const entries = ifThere(() => readdirSync(folder, { recursive: true, withFileTypes: true })) ?? [];
  return entries
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const file = join(entry.parentPath, entry.name);
      // Another process may have removed it since.
      const found = ifThere(() => statSync(file));
      return found ? [{ file, bytes: found.size, usedAt: found.mtimeMs }] : [];
    })
    .sort((a, b) => b.usedAt - a.usedAt || compareText(a.file, b.file));
}

function ifThere<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw failure;
  }
}
