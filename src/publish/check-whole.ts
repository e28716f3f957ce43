import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest, ManifestEntry, NetworkListEntry } from './manifest.ts';
import { describeFile, MANIFEST_FILE } from './manifest-file.ts';

/** The hash of an output's manifest, which names every byte of it. @returns `undefined` if there is none to read */
export function hashManifest(output: string): string | undefined {
  const bytes = readIfThere(join(output, MANIFEST_FILE));
  return bytes && describeFile(MANIFEST_FILE, [bytes]).sha256;
}

/**
 * True if an output has this manifest and every file of it in its full length. The files are not read: whoever changed
 * one and kept its length meant to.
 */
export function isWhole(output: string, manifestHash: string): boolean {
  const bytes = readIfThere(join(output, MANIFEST_FILE));
  if (!bytes || describeFile(MANIFEST_FILE, [bytes]).sha256 !== manifestHash) return false;
  // It is what the press wrote, since its hash is that of its own record.
  const { files, network = [] } = parse<Manifest>(bytes);
  const isListWhole = ({ path, sha256 }: NetworkListEntry) => {
    const own = readIfThere(join(output, path));
    if (!own || describeFile(path, [own]).sha256 !== sha256) return false;
    return areThere(output, parse<Manifest>(own).files);
  };
  return areThere(output, files) && network.every(isListWhole);
}

function areThere(output: string, files: readonly ManifestEntry[]): boolean {
  return files.every(({ path, bytes }) => {
    const found = statSync(join(output, path), { throwIfNoEntry: false });
    return found?.isFile() && found.size === bytes;
  });
}

function parse<T>(json: Uint8Array): T {
  return JSON.parse(new TextDecoder().decode(json)) as T;
}

function readIfThere(file: string): Uint8Array | undefined {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file) : undefined;
}
