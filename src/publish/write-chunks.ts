import { closeSync, openSync, writevSync } from 'node:fs';

/**
 * Writes a new file from pieces that are not joined first.
 *
 * Synchronous on purpose. For 6,000 files of 50 kB in 20 pieces the time goes into the kernel whichever way they are
 * written, and the one thread that links PDFs has nothing else to do meanwhile: `writev` cost 0.1 s of its own, joining
 * the pieces 0.3 s, and promises with 4 to 16 files at a time 0.5 s and no less time in all.
 * @throws {Error} of the system: EEXIST if the file is there
 */
export function writeChunks(file: string, chunks: readonly Uint8Array[]): void {
  const handle = openSync(file, 'wx');
  try {
    let rest = chunks.filter(({ length }) => length > 0);
    while (rest.length > 0) rest = dropWritten(rest, writevSync(handle, rest));
  } finally {
    closeSync(handle);
  }
}

/** What is still to be written. A disk that fills up takes a part, and says why only when it is asked again. */
export function dropWritten(chunks: readonly Uint8Array[], written: number): Uint8Array[] {
  const rest = [...chunks];
  let left = written;
  while (rest[0] && left >= rest[0].length) left -= rest.shift()?.length ?? 0;
  if (rest[0] && left > 0) rest[0] = rest[0].subarray(left);
  return rest;
}
