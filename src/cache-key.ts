import { createHash } from 'node:crypto';

/**
 * A key of all that a thing is made from. Each part goes in with its kind and length before it, and text by its code
 * units, so that different parts never read the same: ('ab', 'c') is not ('a', 'bc'), nor the bytes of 'a' the text.
 * @returns sha256 in hexadecimal
 */
export function cacheKey(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'utf16le') : part;
    hash.update(`${typeof part === 'string' ? 'text' : 'bytes'} ${bytes.length}\n`);
    hash.update(bytes);
  }
  return hash.digest('hex');
}
