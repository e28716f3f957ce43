import { describe, expect, it } from 'vitest';
import { parseContentStream } from '../../src/pdf/content-stream.ts';
import { textHeights } from '../../src/pdf/text-heights.ts';

/** Heights of the texts of a content stream, in the order of drawing. */
const heightsIn = (stream: string): number[] =>
  textHeights(parseContentStream(Buffer.from(stream, 'latin1'))).map(({ height }) => height);
const tagged = (stream: string): string => `/P <</MCID 0>> BDC ${stream} EMC`;

describe('the heights of the text of a page', () => {
  it.each([
    ['where its matrix says', 'BT 1 0 0 1 30 700 Tm (a) Tj ET', [700]],
    [
      'a step above or below the line before',
      'BT 1 0 0 1 30 700 Tm (a) Tj 0 -14 Td (b) Tj 5 2 Td (c) Tj ET',
      [700, 686, 688],
    ],
    ['from the start again in each text object', 'BT 0 50 Td (a) Tj ET BT 0 50 Td (b) Tj ET', [50, 50]],
    ['on a page that is turned to grow downwards', '.75 0 0 -.75 0 792 cm BT 1 0 0 -1 0 1000 Tm (a) Tj ET', [42]],
    ['in a box that is moved', '1 0 0 1 0 100 cm 2 0 0 2 0 0 cm BT 0 30 Td (a) Tj ET', [160]],
    ['only within its box', 'q 1 0 0 1 0 100 cm BT 0 30 Td (a) Tj ET Q BT 0 30 Td (b) Tj ET', [130, 30]],
    ['along the letters of one line', 'BT 0 30 Td [(a) 20 (b)] TJ 9 0 Td (c) Tj ET', [30, 30]],
  ])('is %s', (_case, stream, heights) => {
    expect(heightsIn(tagged(stream))).toEqual(heights);
  });

  it('tells the operation that draws it', () => {
    const operations = parseContentStream(Buffer.from(tagged('BT 0 30 Td (a) Tj 0 -9 Td [(b)] TJ ET')));
    expect(textHeights(operations).map(({ index }) => operations[index]?.operator)).toEqual(['Tj', 'TJ']);
  });

  it('is that of tagged text only: footers are where they are', () => {
    expect(
      heightsIn(`BT 0 9 Td (a) Tj ET ${tagged('BT 0 30 Td (b) Tj ET')} /Artifact BMC BT 0 8 Td (c) Tj ET EMC`),
    ).toEqual([30]);
  });

  it('is that of text within another mark in its tag, too', () => {
    expect(heightsIn(tagged('BT 0 30 Td /Span <</ActualText (x)>> BDC (b) Tj EMC (c) Tj ET'))).toEqual([30, 30]);
  });
});
