import { readFile, stat } from 'node:fs/promises';
import { type Checked, error } from '../problem.ts';
import { decodeReturned, MOST_BYTES, tooLarge } from './decode-returned.ts';
import { readPo } from './read-po.ts';
import { readXliff } from './read-xliff.ts';
import type { ReturnedFile } from './returned.ts';

/** Reads a file that came back, if its size allows that. */
export async function readReturnedFile(path: string): Promise<Checked<ReturnedFile>> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) {
    return {
      problems: [error(path, 'There is no such file.', 'check its name; the export tells the names it wrote.')],
    };
  }
  if (found.size > MOST_BYTES) return { problems: [tooLarge(path, found.size)] };
  return parseReturned(await readFile(path), path);
}

/** Parses a file that came back: XLIFF starts with a `<`, whatever its name. */
export function parseReturned(bytes: Uint8Array, file: string): Checked<ReturnedFile> {
  const { value: text, problems } = decodeReturned(bytes, file);
  if (text === undefined) return { problems };
  return text.trimStart().startsWith('<') ? readXliff(text, file) : readPo(text, file);
}
