import { type Checked, error } from '../problem.ts';

/** The largest file that is read, in bytes. An export of the whole press is some 200 kB. */
export const MOST_BYTES = 20_000_000;

/** By their byte-order marks (Unicode 16, section 23.8). */
const MARKS: { bytes: readonly number[]; encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

/** The problem of a file that is too large to be read. */
export function tooLarge(file: string, bytes: number) {
  const what = `This file has ${Math.round(bytes / 1e6)} MB; the most that is read is ${MOST_BYTES / 1e6} MB.`;
  return error(file, what, 'give the file that the export wrote, translated, without other texts in it.');
}

/** Decodes a returned file: UTF-8, or UTF-16 with a byte-order mark, as some Windows programs save it. */
export function decodeReturned(bytes: Uint8Array, file: string): Checked<string> {
  if (bytes.length > MOST_BYTES) return { problems: [tooLarge(file, bytes.length)] };
  const mark = MARKS.find((each) => each.bytes.every((byte, index) => bytes[index] === byte));
  const encoding = mark?.encoding ?? 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (text.trim() === '') return { problems: [error(file, 'This file is empty.', 'export it again.')] };
    const zero = text.indexOf('\u0000');
    if (zero === -1) return { value: text, problems: [] };
    const where = { file, line: text.slice(0, zero).split('\n').length };
    return { problems: [error(where, 'This file holds the sign U+0000; it is no text.', RESAVE)] };
  } catch {
    const what = `This file is not ${encoding === 'utf-8' ? 'UTF-8' : 'UTF-16'} text.`;
    return { problems: [error(file, what, RESAVE)] };
  }
}

const RESAVE = 'save it with the encoding "UTF-8" in the program it comes from.';
