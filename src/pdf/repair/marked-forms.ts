import { decodePDFRawStream, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { parseContentStream } from '../content-stream.ts';
import { mcidOf } from '../mark-artifacts.ts';
import type { RepairStep } from './draft.ts';
import { UnrepairableError } from './unrepairable.ts';

/**
 * Refuses tagged content that is drawn by way of a form (ISO 32000-1, 8.10), as Chromium draws half-transparent texts:
 * the numbers of its marks are those of the page, but its text is not found there.
 * @throws {UnrepairableError} for such content
 */
export const refuseMarkedForms: RepairStep = ({ document: { context } }) => {
  for (const [, form] of context.enumerateIndirectObjects()) {
    if (!(form instanceof PDFRawStream) || form.dict.get(PDFName.of('Subtype')) !== PDFName.of('Form')) continue;
    const operations = parseContentStream(decodePDFRawStream(form).decode());
    if (operations.some((operation) => mcidOf(operation) !== undefined)) {
      throw new UnrepairableError('The PDF has a text that is half transparent, or drawn with a filter.');
    }
  }
};
