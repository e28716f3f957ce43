import type { Operand } from './content-stream.ts';
import { decodeHex } from './hex-strings.ts';

const WHITESPACE = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]);
const DELIMITERS = new Set([...'()<>[]{}/%'].map((sign) => sign.charCodeAt(0)));
const ENDS_WORD = Uint8Array.from({ length: 256 }, (_, code) => (WHITESPACE.has(code) || DELIMITERS.has(code) ? 1 : 0));
const IS_SPACE = Uint8Array.from({ length: 256 }, (_, code) => (WHITESPACE.has(code) ? 1 : 0));
const ESCAPES: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

/** The operators of ISO 32000-1, annex A, by their letters as one number: a page has thousands, of a few dozen kinds. */
const OPERATORS = new Map(
  `b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re RG rg
   ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y`
    .split(/\s+/)
    .map((operator) => [wordKey(Buffer.from(operator), 0, operator.length), operator]),
);

/** Numbers of so few digits, and powers of ten so small, are exact; so the quotient of two is the nearest number to it. */
const EXACT_DIGITS = 15;
const POWERS_OF_TEN = Array.from({ length: EXACT_DIGITS + 1 }, (_, power) => 10 ** power);

/** Reads the operands and operators of a content stream one after another (ISO 32000-1, 7.3 and 7.8.2). */
export class OperandReader {
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
    const code = this.#bytes[this.#position];
    if (code === undefined) return undefined;
    if (!ENDS_WORD[code]) return this.#readNumber() ?? this.#readKeyword();
    const sign = this.#sign(0);
    if (sign === '/') return { type: 'name', value: this.#readName() };
    if (sign === '(') return { type: 'string', bytes: this.#readLiteral() };
    if (sign === '<')
      return this.#sign(1) === '<' ? this.#readDictionary() : { type: 'string', bytes: this.#readHex() };
    if (sign === '[') return { type: 'array', items: this.#readItems(1) };
    this.#position += sign === '>' ? 2 : 1;
    return undefined;
  }

  /** A number as all but the longest are written: a sign, digits, a point, digits. Nothing, and no step, for others. */
  #readNumber(): Operand | undefined {
    const bytes = this.#bytes;
    let at = this.#position;
    const isNegative = bytes[at] === 0x2d;
    if (isNegative) at++;
    const start = at;
    let point = -1;
    let digits = 0;
    for (; ; at++) {
      const code = bytes[at];
      if (code === undefined || ENDS_WORD[code]) break;
      if (code >= 0x30 && code <= 0x39) digits = digits * 10 + code - 0x30;
      else if (code === 0x2e && point === -1) point = at;
      else return undefined;
    }
    const count = at - start - (point === -1 ? 0 : 1);
    if (count === 0 || count > EXACT_DIGITS) return undefined;
    this.#position = at;
    const value = point === -1 ? digits : digits / (POWERS_OF_TEN[at - point - 1] ?? 1);
    return { type: 'number', value: isNegative ? -value : value };
  }

  #readKeyword(): Operand {
    const start = this.#position;
    const end = this.#endOfWord();
    this.#position = end;
    const operator = OPERATORS.get(wordKey(this.#bytes, start, end));
    if (operator !== undefined) return { type: 'keyword', value: operator };
    const word = this.#text.slice(start, end);
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

  #endOfWord(): number {
    let end = this.#position;
    while (end < this.#bytes.length && !ENDS_WORD[this.#bytes[end] ?? 0]) end++;
    return end;
  }

  #readWord(): string {
    const start = this.#position;
    this.#position = this.#endOfWord();
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
    const start = this.#position + 1;
    this.#position = end + 1;
    return decodeHex(this.#bytes, start, end);
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

/** A word of at most three letters as one number; 0 for longer ones. */
function wordKey(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > 3) return 0;
  let key = 0;
  for (let at = start; at < end; at++) key = key * 256 + (bytes[at] ?? 0);
  return key;
}
