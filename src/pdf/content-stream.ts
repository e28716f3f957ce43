/** An operand of a content stream; a dictionary keeps its values by key. */
export type Operand =
  | { type: 'number'; value: number }
  | { type: 'name'; value: string }
  | { type: 'string'; bytes: Uint8Array }
  | { type: 'array'; items: Operand[] }
  | { type: 'dictionary'; entries: Map<string, Operand> }
  | { type: 'keyword'; value: string };

/** One instruction of a content stream: `12 0 Td` is `{operator: 'Td', operands: [12, 0]}`. */
export interface Operation {
  operator: string;
  operands: Operand[];
}

const WHITESPACE = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]);
const DELIMITERS = new Set([...'()<>[]{}/%'].map((sign) => sign.charCodeAt(0)));
const ENDS_WORD = Uint8Array.from({ length: 256 }, (_, code) => (WHITESPACE.has(code) || DELIMITERS.has(code) ? 1 : 0));
const IS_SPACE = Uint8Array.from({ length: 256 }, (_, code) => (WHITESPACE.has(code) ? 1 : 0));
const ESCAPES: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

/**
 * Splits a content stream into its operations (ISO 32000-1, 7.8.2 and the object syntax of 7.3). Inline
 * images do not occur in what Chromium prints and are refused.
 */
export function parseContentStream(bytes: Uint8Array): Operation[] {
  const reader = new OperandReader(bytes);
  const operations: Operation[] = [];
  let operands: Operand[] = [];
  for (let operand = reader.next(); operand; operand = reader.next()) {
    if (
      operand.type !== 'keyword' ||
      operand.value === 'true' ||
      operand.value === 'false' ||
      operand.value === 'null'
    ) {
      operands.push(operand);
      continue;
    }
    if (operand.value === 'BI') throw new Error('An inline image stands in the content stream.');
    operations.push({ operator: operand.value, operands });
    operands = [];
  }
  if (!reader.isAtEnd) throw new Error('The content stream has a closing bracket too many.');
  return operations;
}

class OperandReader {
  #position = 0;
  readonly #bytes: Uint8Array;
  readonly #text: string;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  }

  get isAtEnd(): boolean {
    return this.#position >= this.#bytes.length;
  }

  /** The next operand or keyword; nothing at the end, and at the end of an array or dictionary. */
  next(): Operand | undefined {
    this.#skipSpace();
    const sign = this.#sign(0);
    if (sign === '') return undefined;
    if (sign === '/') return { type: 'name', value: this.#readName() };
    if (sign === '(') return { type: 'string', bytes: this.#readLiteral() };
    if (sign === '<')
      return this.#sign(1) === '<' ? this.#readDictionary() : { type: 'string', bytes: this.#readHex() };
    if (sign === '[') return { type: 'array', items: this.#readItems(1) };
    if (sign === ']' || sign === '>' || sign === '}' || sign === '{' || sign === ')') {
      this.#position += sign === '>' ? 2 : 1;
      return undefined;
    }
    const word = this.#readWord();
    const number = Number(word);
    return word !== '' && !Number.isNaN(number) ? { type: 'number', value: number } : { type: 'keyword', value: word };
  }

  #sign(ahead: number): string {
    return this.#text[this.#position + ahead] ?? '';
  }

  #skipSpace(): void {
    for (;;) {
      const code = this.#bytes[this.#position];
      if (code === 0x25) while (this.#position < this.#bytes.length && !/[\r\n]/.test(this.#sign(0))) this.#position++;
      else if (code !== undefined && IS_SPACE[code]) this.#position++;
      else return;
    }
  }

  #readWord(): string {
    const start = this.#position;
    for (;;) {
      const code = this.#bytes[this.#position];
      if (code === undefined || ENDS_WORD[code]) break;
      this.#position++;
    }
    return this.#text.slice(start, this.#position);
  }

  #readName(): string {
    this.#position++;
    const name = this.#readWord();
    if (!name.includes('#')) return name;
    return name.replaceAll(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }

  #readItems(opening: number): Operand[] {
    this.#position += opening;
    const items: Operand[] = [];
    for (let item = this.next(); item; item = this.next()) items.push(item);
    return items;
  }

  #readDictionary(): Operand {
    const items = this.#readItems(2);
    const entries = new Map<string, Operand>();
    for (let index = 0; index + 1 < items.length; index += 2) {
      const [key, value] = [items[index], items[index + 1]];
      if (key?.type === 'name' && value) entries.set(key.value, value);
    }
    return { type: 'dictionary', entries };
  }

  #readHex(): Uint8Array {
    const close = this.#bytes.indexOf(0x3e, this.#position);
    const end = close === -1 ? this.#bytes.length : close;
    const digits = this.#text.slice(this.#position + 1, end).replaceAll(/\s/g, '');
    this.#position = end + 1;
    return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
  }

  #readLiteral(): Uint8Array {
    const bytes: number[] = [];
    let depth = 0;
    for (;;) {
      const sign = this.#sign(0);
      const code = this.#bytes[this.#position++];
      if (code === undefined) break;
      if (sign === '\\') {
        this.#readEscape(bytes);
        continue;
      }
      if (sign === '\r') {
        // A line end counts as one line feed, however it is written (7.3.4.2).
        if (this.#sign(0) === '\n') this.#position++;
        bytes.push(10);
        continue;
      }
      if (sign === ')' && --depth === 0) break;
      if (sign === '(' && depth++ === 0) continue;
      bytes.push(code);
    }
    return Uint8Array.from(bytes);
  }

  #readEscape(bytes: number[]): void {
    const octal = /^[0-7]{1,3}/.exec(
      Buffer.from(this.#bytes.subarray(this.#position, this.#position + 3)).toString('latin1'),
    );
    if (octal) {
      this.#position += octal[0].length;
      bytes.push(Number.parseInt(octal[0], 8) & 0xff);
      return;
    }
    const sign = this.#sign(0);
    this.#position++;
    if (sign === '\r' && this.#sign(0) === '\n') this.#position++;
    if (sign !== '\n' && sign !== '\r') bytes.push(ESCAPES[sign] ?? sign.charCodeAt(0));
  }
}

/** Made once: to make a decoder takes longer than to decode a word, and an Arabic sheet has a string for each letter. */
const UTF_16 = new TextDecoder('utf-16be');

/** Decodes a PDF text string: UTF-16 with a byte-order mark, else one byte a character. */
export function decodeTextString(bytes: Uint8Array): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return UTF_16.decode(bytes.subarray(2));
  return Buffer.from(bytes).toString('latin1');
}
