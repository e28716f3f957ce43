import { createHash } from 'node:crypto';

/** Four numbers of 32 bits that tell some data from others. */
export function digestOf(parts: readonly (Uint8Array | string)[]): number[] {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  const bytes = hash.digest();
  return [0, 4, 8, 12].map((place) => bytes.readUInt32BE(place));
}
