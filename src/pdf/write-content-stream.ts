import type { Operand, Operation } from './content-stream.ts';
import { encodeHex } from './hex-strings.ts';

/** Writes operations as a content stream (ISO 32000-1, 7.8.2), one to a line. */
export function writeContentStream(operations: readonly Operation[]): Uint8Array {
  return Buffer.from(operations.map(writeOperation).join('\n'), 'latin1');
}

function writeOperation({ operator, operands }: Operation): string {
  let line = '';
  for (const operand of operands) line += `${writeOperand(operand)} `;
  return line + operator;
}

function writeOperand(operand: Operand): string {
  switch (operand.type) {
    case 'number':
      return writeNumber(operand.value);
    case 'name':
      return writeName(operand.value);
    case 'string':
      return `<${encodeHex(operand.bytes)}>`;
    case 'array':
      return `[${operand.items.map(writeOperand).join(' ')}]`;
    case 'dictionary':
      return `<<${[...operand.entries].map(([key, value]) => `${writeName(key)} ${writeOperand(value)}`).join(' ')}>>`;
    case 'keyword':
      return operand.value;
  }
}

/** PDF knows no exponents (7.3.3). */
function writeNumber(value: number): string {
  const plain = String(value);
  return plain.includes('e') ? value.toFixed(10).replace(/\.?0+$/, '') : plain;
}

/** Signs that would end a name are written by their code (7.3.5). */
function writeName(name: string): string {
  return `/${name.replaceAll(/[^!-~]|[#()<>[\]{}/%]/g, writeSign)}`;
}

function writeSign(sign: string): string {
  return `#${sign.charCodeAt(0).toString(16).padStart(2, '0')}`;
}
