import { createHash } from 'node:crypto';
import { compareText } from '../problem.ts';
import type { Manifest, ManifestEntry, SheetEntry } from './manifest.ts';

/** Lists what a build made. Only the press makes it: a folder without it is somebody else's and is not replaced. */
export const MANIFEST_FILE = 'manifest.json';

/**
 * Describes one file by its size and hash.
 * @param chunks its bytes, in as many pieces as they came
 */
export function describeFile(path: string, chunks: readonly Uint8Array[], sheet?: SheetEntry): ManifestEntry {
  const hash = createHash('sha256');
  let bytes = 0;
  for (const chunk of chunks) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { path, bytes, sha256: hash.digest('hex'), ...(sheet && { sheet }) };
}

/**
 * The bytes of `manifest.json`, the same for the same entries in whatever order they came. What is empty is left out,
 * so that a build without a network has a manifest of files alone.
 */
export function formatManifest({ files, network = [], shard }: Manifest): Uint8Array {
  return encodeJson({
    files: byPath(files),
    ...(network.length > 0 && { network: byPath(network) }),
    ...(shard && { shard }),
  });
}

/** The bytes of a list of files of the network, in the order of their paths. */
export function formatList(files: readonly ManifestEntry[]): Uint8Array {
  return encodeJson({ files: byPath(files) });
}

function byPath<T extends { path: string }>(entries: readonly T[]): T[] {
  return [...entries].sort((a, b) => compareText(a.path, b.path));
}

function encodeJson(value: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}
