import { readFile } from 'node:fs/promises';
import { type Checked, error } from './problem.ts';

/**
 * Decodes a text file as its author may have saved it: a byte-order mark, Windows line ends and
 * decomposed letters (NFD, as macOS writes them) are accepted and normalised; another encoding than
 * UTF-8 is an error, since guessing would put wrong letters on paper.
 */
export function decodeText(bytes: Uint8Array, file: string): Checked<string> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const fix = 'open it in your editor and save it with the encoding "UTF-8".';
    return { problems: [error({ file, line: lineOfBadByte(bytes) }, 'This file is not UTF-8 text.', fix)] };
  }
  const normalised = text.replace(/\r\n?/g, '\n').normalize('NFC');
  if (normalised.trim() === '') {
    return { problems: [error(file, 'This file is empty.', 'write its content, or delete the file.')] };
  }
  return { value: normalised, problems: [] };
}

/** Reads a file of the project as text; see {@link decodeText}. */
export async function readText(path: string, file: string): Promise<Checked<string>> {
  return decodeText(await readFile(path), file);
}

/** The first line a lenient decoder cannot read without a replacement character. */
function lineOfBadByte(bytes: Uint8Array): number {
  const lenient = new TextDecoder('utf-8').decode(bytes);
  return lenient.slice(0, lenient.indexOf('\uFFFD')).split('\n').length;
}
