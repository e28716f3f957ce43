import { PDFArray, type PDFPage, PDFRawStream } from '@cantoo/pdf-lib';
import { decodeStream } from './decode-stream.ts';

/** All that a page draws, as one stream (ISO 32000-1, 7.8.2: several count as one, with a space between them). */
export function contentOf(page: PDFPage): Uint8Array {
  const contents = page.node.Contents();
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((_, index) => contents.lookup(index)) : [contents];
  const parts = streams.flatMap((stream) =>
    stream instanceof PDFRawStream ? [decodeStream(stream), Buffer.from('\n')] : [],
  );
  return Buffer.concat(parts);
}
