import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Checked, error } from '../problem.ts';

const MARK = '\uFEFF';

/** A file of the project as its author saved it: line ends and the way letters are composed are kept. */
export interface RawFile {
  /** Without the byte-order mark. */
  text: string;
  hasMark: boolean;
}

/** Decodes a file without changing a letter of it, so that it can be written back byte for byte. */
export function decodeRaw(bytes: Uint8Array, file: string): Checked<RawFile> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const hasMark = text.startsWith(MARK);
    return { value: { text: hasMark ? text.slice(MARK.length) : text, hasMark }, problems: [] };
  } catch {
    const fix = 'open it in your editor and save it with the encoding "UTF-8".';
    return { problems: [error(file, 'This file is not UTF-8 text.', fix)] };
  }
}

/** What {@link decodeRaw} has decoded, with another text. */
export function encodeRaw({ hasMark }: RawFile, text: string): string {
  return hasMark ? MARK + text : text;
}

/** Reads a file of the project. @returns neither value nor problem if there is none */
export async function readRaw(root: string, file: string): Promise<Checked<RawFile>> {
  const bytes = await readFile(join(root, file)).catch((failure: NodeJS.ErrnoException) => {
    if (failure.code === 'ENOENT') return undefined;
    throw failure;
  });
  return bytes ? decodeRaw(bytes, file) : { problems: [] };
}
