import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeTextString, type Operand, parseContentStream } from '../../src/pdf/content-stream.ts';

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const parse = (text: string) => parseContentStream(bytesOf(text));

/** An operand as a short text, for comparison: `/F1`, `(text)`, `[1 2]`, `<<A 1>>`. */
function shown(operand: Operand): string {
  switch (operand.type) {
    case 'number':
      return String(operand.value);
    case 'name':
      return `/${operand.value}`;
    case 'string':
      return `(${Buffer.from(operand.bytes).toString('latin1')})`;
    case 'array':
      return `[${operand.items.map(shown).join(' ')}]`;
    case 'dictionary':
      return `<<${[...operand.entries].map(([key, value]) => `${key} ${shown(value)}`).join(' ')}>>`;
    case 'keyword':
      return operand.value;
  }
}

/** How many operations a stream has; none if it is refused. */
function operationsOrRefusal(text: string): number {
  try {
    return parse(text).length;
  } catch {
    return 0;
  }
}

const lines = (text: string): string[] =>
  parse(text).map(({ operator, operands }) => [...operands.map(shown), operator].join(' '));

describe('a content stream', () => {
  it.each([
    ['numbers of every form', '1 -2 +3 .5 4. -.75 cm', ['1 -2 3 0.5 4 -0.75 cm']],
    ['operators without operands', 'q BT ET Q', ['q', 'BT', 'ET', 'Q']],
    ['operators without space before what follows', '[]0 d/F1 12 Tf(a)Tj', ['[] 0 d', '/F1 12 Tf', '(a) Tj']],
    ['an operator with a quote', '(a)\' 1 2(b)"', ["(a) '", '1 2 (b) "']],
    ['names with signs written as numbers', '/A#20B#2F gs', ['/A B/ gs']],
    ['strings in brackets within brackets', '(a (b (c)) d) Tj', ['(a (b (c)) d) Tj']],
    ['escaped signs', String.raw`(\(\)\\ \101\0538\7) Tj`, ['(()\\ A+8\u0007) Tj']],
    ['letters for control signs', String.raw`(\n\r\t\b\f) Tj`, ['(\n\r\t\b\f) Tj']],
    ['a line that goes on', '(one \\\nline) Tj', ['(one line) Tj']],
    ['strings of hexadecimal digits', '<48 69\n2> Tj', ['(Hi ) Tj']],
    ['an empty string', '<> Tj () Tj', ['() Tj', '() Tj']],
    ['arrays', '[(a) -12.5 <62> /N [1]] TJ', ['[(a) -12.5 (b) /N [1]] TJ']],
    [
      'dictionaries',
      '/Span <</MCID 3 /ActualText (x)/D<</K true>>>>BDC',
      ['/Span <<MCID 3 ActualText (x) D <<K true>>>> BDC'],
    ],
    ['words that are values', 'true false null op', ['true false null op']],
    ['comments', '1 % 2 (x Tj\n3 m % end', ['1 3 m']],
    ['every kind of white space', '1\u0000\t\f\r\n2 m', ['1 2 m']],
    ['nothing', '  \n% only a comment', []],
  ])('is read with %s', (_case, text, expected) => {
    expect(lines(text)).toEqual(expected);
  });

  it('is refused with an inline image, whose bytes could look like anything', () => {
    expect(() => parse('BI /W 1 ID \u0000 EI')).toThrow('An inline image stands in the content stream.');
  });

  it('loses no operation behind strings of any bytes, however they are written', () => {
    const escaped = fc.uint8Array().map((bytes) => {
      const literal = [...bytes].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
      return { bytes, written: `(${literal})` };
    });
    const asHex = fc.uint8Array().map((bytes) => ({ bytes, written: `<${Buffer.from(bytes).toString('hex')}>` }));
    const plain = fc.uint8Array().map((raw) => {
      // Backslash before what must be escaped; CR would be read as LF (ISO 32000-1, 7.3.4.2).
      const bytes = raw.filter((byte) => byte !== 0x0d);
      return {
        bytes,
        written: `(${Buffer.from(bytes)
          .toString('latin1')
          .replaceAll(/[\\()]/g, (sign) => `\\${sign}`)})`,
      };
    });
    fc.assert(
      fc.property(fc.array(fc.oneof(escaped, asHex, plain)), (strings) => {
        const operations = parse(strings.map(({ written }) => `${written} Tj`).join('\n'));
        expect(operations.map(({ operator }) => operator)).toEqual(strings.map(() => 'Tj'));
        expect(operations.map(({ operands: [text] }) => text)).toEqual(
          strings.map(({ bytes }) => ({
            type: 'string',
            bytes: expect.toSatisfy((read: Uint8Array) => Buffer.from(read).equals(bytes)) as unknown,
          })),
        );
      }),
    );
  });

  it('has its numbers read to the last bit, however many digits they have', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 20 });
    const written = fc
      .tuple(fc.constantFrom('', '-', '+'), digits, fc.constantFrom('', '.'), digits)
      .filter(([, whole, , part]) => whole + part !== '')
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(written, (number) => {
        expect(parse(`${number} w`)).toEqual([
          { operator: 'w', operands: [{ type: 'number', value: Number(number) }] },
        ]);
      }),
    );
  });

  it('ends, whatever its bytes: an unclosed bracket, literal string, array or dictionary', () => {
    const pieces = fc.constantFrom(...'()[]{}/%\\ >\n1a-.', 'Tj ', '<<', '<61>', '>>');
    fc.assert(
      fc.property(fc.string({ unit: pieces, maxLength: 60 }), (text) => {
        expect(operationsOrRefusal(`${text}>`)).toBeLessThanOrEqual(text.length + 1);
      }),
    );
  });

  it('ends at a string of hexadecimal digits that is never closed', () => {
    expect(lines('1 w <48')).toEqual(['1 w']);
  });

  it.each([
    ['a bracket too many', '1 w ) 2 w'],
    ['an array closed twice', '[1]] 0 d 2 w'],
    ['a dictionary closed twice', '/A <</B 1>> >> BDC 2 w'],
  ])('is refused with %s, rather than read only up to there', (_case, text) => {
    expect(() => parse(text)).toThrow();
  });

  it('reads a line end within a string as LF, and drops one behind a backslash, however it is written', () => {
    expect(lines('(a\r\nb\rc) Tj')).toEqual(['(a\nb\nc) Tj']);
    expect(lines('(a\\\r\nb) Tj')).toEqual(['(ab) Tj']);
  });
});

describe('a text string of a PDF', () => {
  it('is UTF-16 when it starts with a byte-order mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const units = Buffer.from(text, 'utf16le').swap16();
        expect(decodeTextString(Buffer.concat([Buffer.from([0xfe, 0xff]), units]))).toBe(text);
      }),
    );
  });

  it('is one byte a character without one', () => {
    expect(decodeTextString(bytesOf('fähig'))).toBe('fähig');
  });
});
