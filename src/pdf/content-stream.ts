import { OperandReader } from './read-operands.ts';

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

/** Decodes a PDF text string: UTF-16 with a byte-order mark, else one byte a character. */
export function decodeTextString(bytes: Uint8Array): string {
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return Buffer.from(bytes).toString('latin1');
  // Not by a decoder: an Arabic sheet has a string for each letter, and to hand one over takes longer than to read it.
  let text = '';
  for (let at = 2; at + 1 < bytes.length; at += 2) {
    text += String.fromCharCode(((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0));
  }
  return text;
}
