import { deflateSync } from 'node:zlib';
import { PDFContext, PDFRawStream } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { decodeStream } from '../../src/pdf/decode-stream.ts';

const TEXT = Buffer.from('BT (Drink) Tj ET');
const streamOf = (bytes: Uint8Array, entries = {}) => PDFRawStream.of(PDFContext.create().obj(entries), bytes);

describe('a stream of a PDF', () => {
  it.each([
    ['as it is', streamOf(TEXT)],
    ['packed', streamOf(deflateSync(TEXT), { Filter: 'FlateDecode' })],
    ['packed, with its filter in a list', streamOf(deflateSync(TEXT), { Filter: ['FlateDecode'] })],
    ['written in digits', streamOf(Buffer.from(`${TEXT.toString('hex')}>`), { Filter: 'ASCIIHexDecode' })],
  ])('is read %s', (_case, stream) => {
    expect(decodeStream(stream)).toEqual(TEXT);
  });

  it('is refused if it is damaged', () => {
    expect(() => decodeStream(streamOf(TEXT, { Filter: 'FlateDecode' }))).toThrow('incorrect header check');
  });
});
