/** Reads the big-endian numbers of a font file one after another; where there are none left it says of what. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #name: string;
  /** How many bytes are read. */
  position: number;

  /** @param name what the bytes are, as the start of a sentence */
  constructor(bytes: Uint8Array, name: string, position = 0) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#name = name;
    this.position = position;
  }

  uint8(): number {
    return this.#view.getUint8(this.#pass(1));
  }

  uint16(): number {
    return this.#view.getUint16(this.#pass(2));
  }

  int16(): number {
    return this.#view.getInt16(this.#pass(2));
  }

  uint32(): number {
    return this.#view.getUint32(this.#pass(4));
  }

  /** The next bytes, still those of the file: who changes them changes it. */
  bytes(length: number): Uint8Array {
    const start = this.#pass(length);
    return this.#bytes.subarray(start, start + length);
  }

  #pass(length: number): number {
    const start = this.position;
    if (start + length > this.#bytes.length) throw new Error(`${this.#name} ends too early: it is cut off or damaged.`);
    this.position += length;
    return start;
  }
}
