/** Stands for a byte that is no hexadecimal digit. */
const NO_DIGIT = 255;
/** What each byte is worth as a digit. */
const DIGITS = Uint8Array.from({ length: 256 }, (_, code) => {
  const digit = Number.parseInt(String.fromCharCode(code), 16);
  return Number.isNaN(digit) ? NO_DIGIT : digit;
});
/** Each byte in two digits. */
const PAIRS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/**
 * Reads the digits of a hexadecimal string (ISO 32000-1, 7.3.4.3): white space between them counts for nothing, and one
 * that is missing at the end for 0. A letter of a page is a string of its own, and Node's reader is made for longer ones.
 */
export function decodeHex(text: Uint8Array, start: number, end: number): Uint8Array {
  const bytes = new Uint8Array((end - start + 1) >> 1);
  let count = 0;
  for (let at = start; at < end; at++) {
    const digit = DIGITS[text[at] ?? 0] ?? NO_DIGIT;
    if (digit === NO_DIGIT) continue;
    const place = count >> 1;
    bytes[place] = count % 2 === 0 ? digit << 4 : (bytes[place] ?? 0) | digit;
    count++;
  }
  const length = (count + 1) >> 1;
  // A view would cost more than the bytes: it gives each short array a memory of its own.
  return length === bytes.length ? bytes : bytes.slice(0, length);
}

/** Writes bytes as the digits of a hexadecimal string. */
export function encodeHex(bytes: Uint8Array): string {
  let digits = '';
  for (let at = 0; at < bytes.length; at++) digits += PAIRS[bytes[at] ?? 0];
  return digits;
}
