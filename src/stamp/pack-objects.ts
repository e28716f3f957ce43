import { type PDFContext, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';
import { zlibSync } from 'fflate';
import { MOST_PACKED } from './object-numbers.ts';
import { type NumberOf, writeDictBody, writeObject } from './write-object.ts';

/** Where an object is: at a byte of the file, or at a place within an object stream. */
export type Location = { at: number } | { stream: number; index: number };

/** Objects as they stand in a file, one after the other. */
export interface PackedObjects {
  bytes: Uint8Array;
  /** Location of each by its number; bytes count from the first of these. */
  locations: Map<number, Location>;
}

/** An object to be packed: text, or the dictionary and the bytes of a stream. */
export interface PackableObject {
  number: number;
  text: string;
  stream?: Uint8Array;
}

/** Writes an object for {@link packObjects}. @throws {Error} for a reference to nothing */
export function packable(ref: PDFRef, context: PDFContext, numberOf: NumberOf): PackableObject {
  const object = context.lookup(ref);
  const number = numberOf(ref);
  if (object === undefined) throw new Error(`Object ${ref.toString()} is not in the document.`);
  if (!(object instanceof PDFRawStream)) return { number, text: writeObject(object, numberOf) };
  const entries = writeDictBody(object.dict, numberOf).replace(/\/Length \d+( 0 R)?/, '');
  return { number, text: `<<${entries}/Length ${object.contents.length}>>`, stream: object.contents };
}

/**
 * Writes objects as a file has them, those without streams packed together (object streams, ISO 32000-1, 7.5.7).
 * @param nextNumber gives numbers for the object streams
 */
export function packObjects(objects: readonly PackableObject[], nextNumber: () => number): PackedObjects {
  const pieces: Uint8Array[] = [];
  const locations = new Map<number, Location>();
  let length = 0;
  const add = (piece: Uint8Array) => {
    pieces.push(piece);
    length += piece.length;
  };
  const addStream = ({ number, text, stream }: Required<PackableObject>) => {
    locations.set(number, { at: length });
    [ascii(`${number} 0 obj\n${text}\nstream\n`), stream, ascii('\nendstream\nendobj\n')].forEach(add);
  };
  for (const { number, text, stream } of objects) if (stream) addStream({ number, text, stream });
  const others = objects.filter(({ stream }) => !stream);
  const [only] = others;
  if (only && others.length === 1) {
    // A stream around it would be larger than the object.
    locations.set(only.number, { at: length });
    add(ascii(`${only.number} 0 obj\n${only.text}\nendobj\n`));
    return { bytes: Buffer.concat(pieces), locations };
  }
  for (let start = 0; start < others.length; start += MOST_PACKED) {
    const packed = others.slice(start, start + MOST_PACKED);
    const stream = nextNumber();
    packed.forEach(({ number }, index) => locations.set(number, { stream, index }));
    addStream({ number: stream, ...objectStream(packed) });
  }
  return { bytes: Buffer.concat(pieces), locations };
}

/** An object stream: numbers and places of the objects, then the objects. */
function objectStream(objects: readonly PackableObject[]): { text: string; stream: Uint8Array } {
  let [head, body] = ['', ''];
  for (const { number, text } of objects) {
    head += `${number} ${body.length} `;
    body += `${text}\n`;
  }
  // A compressor in JavaScript, because Node's own gives other bytes with another version of Node.
  const stream = zlibSync(ascii(head + body), { level: 9 });
  const entries = `/Type/ObjStm/N ${objects.length}/First ${head.length}/Filter/FlateDecode/Length ${stream.length}`;
  return { text: `<<${entries}>>`, stream };
}

function ascii(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}
