import { PDFArray, PDFDict, PDFHexString, type PDFObject, PDFRef, PDFString } from '@cantoo/pdf-lib';

/** Gives the number that an object has in the stamped file. @throws {Error} for one that must not be in it */
export type NumberOf = (ref: PDFRef) => number;

/** Writes an object that is no stream as PDF, in ASCII and with no space too many. */
export function writeObject(object: PDFObject, numberOf: NumberOf): string {
  if (object instanceof PDFRef) return `${numberOf(object)} 0 R`;
  if (object instanceof PDFDict) return `<<${writeDictBody(object, numberOf)}>>`;
  if (object instanceof PDFArray) return `[${joinTokens(object.asArray().map((one) => writeObject(one, numberOf)))}]`;
  if (object instanceof PDFString) return writeString(object);
  return object.toString();
}

/** Writes what stands in a dictionary. */
export function writeDictBody(dict: PDFDict, numberOf: NumberOf): string {
  return joinTokens(dict.entries().flatMap(([key, value]) => [key.toString(), writeObject(value, numberOf)]));
}

/** Only words and numbers need a space before the next one (ISO 32000-1, 7.2.2). */
function joinTokens(tokens: readonly string[]): string {
  let text = '';
  for (const token of tokens)
    text += text === '' || /^[/[<(]/.test(token) || /[\]>)]$/.test(text) ? token : ` ${token}`;
  return text;
}

/** A string of letters beyond ASCII is written by its bytes. */
function writeString(string: PDFString): string {
  const text = string.toString();
  if (/^[\n\r\x20-\x7e]*$/.test(text)) return text;
  return PDFHexString.of(Buffer.from(string.asBytes()).toString('hex').toUpperCase()).toString();
}

/** References to objects, a space between them; `null` where there is none. */
export function writeReferences(refs: readonly (PDFRef | undefined)[], numberOf: NumberOf): string {
  return refs.map((ref) => (ref ? `${numberOf(ref)} 0 R` : 'null')).join(' ');
}
