import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cacheKey } from './cache-key.ts';
import { compareText } from './problem.ts';

/** Everything that a build is made from. */
export interface BuildInputs {
  /** Files, and folders with all that is in them: by a name that is the same wherever the project lies. */
  paths: Readonly<Record<string, string>>;
  /** Settings and whatever else is no file, as data. */
  facts: unknown;
}

/**
 * One hash of all inputs. It depends on the names, the bytes and the facts, and on nothing else: not on when a file was
 * written, nor where the project lies.
 * @returns sha256 in hexadecimal; `undefined` if something is there and cannot be read, which is the build's to explain
 */
export function hashInputs({ paths, facts }: BuildInputs): string | undefined {
  const parts: (string | Uint8Array)[] = [JSON.stringify(facts)];
  try {
    for (const name of Object.keys(paths).sort(compareText)) addPath(parts, name, paths[name] ?? '');
  } catch {
    return undefined;
  }
  return cacheKey(...parts);
}

/** Adds a file, or all files of a folder in the order of their names. Links count as what they lead to. */
function addPath(parts: (string | Uint8Array)[], name: string, path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) parts.push('nothing', name);
  else if (found.isFile()) parts.push('file', name, readFileSync(path));
  else {
    parts.push('folder', name);
    for (const child of readdirSync(path).sort(compareText)) addPath(parts, `${name}/${child}`, join(path, child));
  }
}
