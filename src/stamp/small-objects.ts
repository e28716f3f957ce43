import type { PlacedObject } from './compiled.ts';
import { ENTRY_BYTES } from './object-numbers.ts';

/** Places in a file are three bytes in its cross-reference stream. */
const MOST_BYTES = 2 ** 24;

/** How a panel is moved from where it is on its own page: made smaller, then shifted by so many points. */
export interface Move {
  scale: number;
  x: number;
  y: number;
}

/** Collects the objects that are made for one file, and notes their places among its cross-references. */
export class SmallObjects {
  /** Entries of all objects but those of the sheet. */
  readonly entries: Uint8Array;
  readonly #start: number;
  #text = '';

  /**
   * @param start place in the file of the first of these objects
   * @param entries they are written to
   */
  constructor(start: number, entries: Uint8Array) {
    this.#start = start;
    this.entries = entries;
  }

  /** Place in the file of the next object. @throws {Error} for a file too long for its cross-references */
  get next(): number {
    const place = this.#start + this.#text.length;
    if (place >= MOST_BYTES) throw new Error(`A stamped PDF may have no more than ${MOST_BYTES} bytes.`);
    return place;
  }

  get bytes(): Uint8Array {
    return new TextEncoder().encode(this.#text);
  }

  /** Adds an object whose text is all ASCII. */
  add(number: number, body: string, entry = number): void {
    writePlace(this.entries, entry, this.next);
    this.#text += `${number} 0 obj\n${body}\nendobj\n`;
  }

  /** Adds the start of an object that is not all text. */
  addStart(number: number, text: string): void {
    writePlace(this.entries, number, this.next);
    this.#text += `${number} 0 obj\n${text}`;
  }
}

/** Writes where an object is. */
export function writePlace(entries: Uint8Array, entry: number, place: number): void {
  const at = entry * ENTRY_BYTES;
  entries[at] = 1;
  entries[at + 1] = place >>> 16;
  entries[at + 2] = place >>> 8;
  entries[at + 3] = place;
  entries[at + 4] = 0;
}

/** Moves the places of objects that stand further behind in the file. */
export function movePlaces(entries: Uint8Array, moved: readonly number[], by: number): void {
  for (const entry of moved) {
    const at = entry * ENTRY_BYTES + 1;
    const place = ((entries[at] ?? 0) << 16) | ((entries[at + 1] ?? 0) << 8) | (entries[at + 2] ?? 0);
    writePlace(entries, entry, place + by);
  }
}

/** An object with its coordinates moved. */
export function placedText({ texts, coordinates }: PlacedObject, { scale, x, y }: Move): string {
  let text = texts[0] ?? '';
  coordinates.forEach((coordinate, index) => {
    text += writeCoordinate(scale * coordinate + (index % 2 === 0 ? x : y)) + (texts[index + 1] ?? '');
  });
  return text;
}

/** Coordinates are written in thousandths of a point, finer than any printer. */
export function writeCoordinate(points: number): string {
  return String(Math.round(points * 1000) / 1000);
}
