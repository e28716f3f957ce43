import type { PDFDocument } from '@cantoo/pdf-lib';

/** Writes a document with its small objects packed together (object streams, ISO 32000-1, 7.5.7). */
export async function savePdf(document: PDFDocument): Promise<Uint8Array> {
  return document.save({
    useObjectStreams: true,
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: Infinity,
  });
}
