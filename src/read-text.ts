import { readFile } from 'node:fs/promises';
import { type Checked, error } from './problem.ts';

/**
 * Signs that are never meant: controls (of UTF-16 read as UTF-8, for one), what a wrong decoder left, and overrides
 * that turn the direction of all that follows.
 */
const STRAY = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFD\u202A-\u202E]/;

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
  const stray = STRAY.exec(text);
  if (stray) {
    const line = text.slice(0, stray.index).split('\n').length;
    const what = `This file holds the sign U+${hexCode(stray[0])}, which no reader can see or read.`;
    const fix = 'type the words on this line again; if the whole file looks wrong, save it with the encoding "UTF-8".';
    return { problems: [error({ file, line }, what, fix)] };
  }
  const normalised = text.replace(/\r\n?/g, '\n').normalize('NFC');
  if (normalised.trim() === '') {
    return { problems: [error(file, 'This file is empty.', 'write its content, or delete the file.')] };
  }
  return { value: normalised, problems: [] };
}

/** Names a sign in a text that is never meant, such as `U+FFFD`. */
export function strayIn(text: string): string | undefined {
  const stray = STRAY.exec(text);
  return stray ? `U+${hexCode(stray[0])}` : undefined;
}

/** Reads a file of the project as text; see {@link decodeText}. */
export async function readText(path: string, file: string): Promise<Checked<string>> {
  return decodeText(await readFile(path), file);
}

/** Reads a file that a press may do without; see {@link decodeText}. @returns neither value nor problem if there is none */
export async function readOptionalText(path: string, file: string): Promise<Checked<string>> {
  try {
    return await readText(path, file);
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === 'ENOENT') return { problems: [] };
    throw failure;
  }
}

/** The first line a lenient decoder cannot read without a replacement character. */
function lineOfBadByte(bytes: Uint8Array): number {
  const lenient = new TextDecoder('utf-8').decode(bytes);
  return lenient.slice(0, lenient.indexOf('\uFFFD')).split('\n').length;
}

function hexCode(sign: string): string {
  return sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}
