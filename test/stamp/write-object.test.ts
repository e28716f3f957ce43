import { PDFContext, PDFObjectParser, type PDFRef, PDFString } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeObject } from '../../src/stamp/write-object.ts';
import { tidy } from '../pdf/repair/shown-tree.ts';

const context = PDFContext.create();
const parse = (text: string) => PDFObjectParser.forBytes(Buffer.from(text, 'latin1'), context).parseObject();
const addThousand = (ref: PDFRef): number => ref.objectNumber + 1000;

/** Any object without a stream, as PDF writes it. */
const anyObject = fc.letrec<{ object: string }>((tie) => ({
  object: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom('null', 'true', '7', '-0.25', '/Name', '/A#20b', '12 0 R', '<FEFF0041>', '(a \\(b\\) c)'),
    fc.array(tie('object'), { maxLength: 4 }).map((all) => `[ ${all.join(' ')} ]`),
    fc.array(tie('object'), { maxLength: 4 }).map((all) => `<< ${all.map((one, at) => `/K${at} ${one}`).join(' ')} >>`),
  ),
})).object;

describe('an object as it is written', () => {
  it('is the same object when it is read again, with other numbers', () => {
    fc.assert(
      fc.property(anyObject, (text) => {
        const written = writeObject(parse(text), addThousand);
        expect(tidy(parse(written))).toBe(tidy(parse(text)).replaceAll('12 0 R', '1012 0 R'));
      }),
    );
  });

  it('has no space too many', () => {
    expect(writeObject(parse('<< /Type /X /N 3 /K [ 1 /A 12 0 R (b) ] /D << >> >>'), addThousand)).toBe(
      '<</Type/X/N 3/K[1/A 1012 0 R(b)]/D<<>>>>',
    );
  });

  it('is all ASCII, whatever its strings say', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20 }), (bytes) => {
        const letters = Buffer.from(bytes)
          .toString('latin1')
          .replaceAll(/[\\()]/g, '');
        const text = writeObject(PDFString.of(letters), addThousand);
        expect(text).toMatch(/^[\n\r\x20-\x7e]*$/);
      }),
    );
  });
});
