import type { Operand, Operation } from './content-stream.ts';

/** Writes operations as a content stream (ISO 32000-1, 7.8.2), one to a line. */
export function writeContentStream(operations: readonly Operation[]): Uint8Array {
  const lines = operations.map(({ operator, operands }) => [...operands.map(writeOperand), operator].join(' '));
  return Buffer.from(lines.join('\n'), 'latin1');
}

function writeOperand(operand: Operand): string {
  switch (operand.type) {
    case 'number':
      return writeNumber(operand.value);
    case 'name':
      return writeName(operand.value);
    case 'string':
      return `<${Buffer.from(operand.bytes).toString('hex')}>`;
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
  const code = (sign: string) => `#${sign.charCodeAt(0).toString(16).padStart(2, '0')}`;
  return `/${name.replaceAll(/[^!-~]|[#()<>[\]{}/%]/g, code)}`;
}
