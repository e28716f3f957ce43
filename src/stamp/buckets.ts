import { createHash } from 'node:crypto';
import { compareText } from '../problem.ts';

/** The most panels that are printed together: above some thousand pages a print gets slower for each. */
const BUCKET = 256;

/**
 * Deals clinics out into buckets whose panels are printed together. Which bucket a clinic is in depends on its id and,
 * roughly, on how many there are: so a part of a network gives the same files as the whole, and a clinic more changes
 * those of one bucket only.
 * @returns ids by bucket, each in order; some may be empty
 */
export function bucketsOf(ids: readonly string[]): string[][] {
  const bits = Math.max(0, Math.ceil(Math.log2(ids.length / BUCKET)));
  const buckets = Array.from({ length: 2 ** bits }, (): string[] => []);
  for (const id of [...ids].sort(compareText)) {
    const first = createHash('sha256').update(id).digest().readUInt32BE(0);
    buckets[bits === 0 ? 0 : first >>> (32 - bits)]?.push(id);
  }
  return buckets;
}
