import { createHash } from 'node:crypto';
import { PDFHexString, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import type { RepairStep } from './draft.ts';

/**
 * Gives the file an id from the content itself (ISO 32000-1, 14.4 suggests the clock; two builds must agree).
 *
 * Before: no `/ID`
 * After: `/ID [<9F2C…> <9F2C…>]`
 */
export const setFileId: RepairStep = ({ document }) => {
  const hash = createHash('sha256');
  for (const [ref, object] of document.context.enumerateIndirectObjects()) {
    hash.update(`${ref.toString()}${textOf(object)}`);
  }
  const id = PDFHexString.of(hash.digest('hex').slice(0, 32).toUpperCase());
  document.context.trailerInfo.ID = document.context.obj([id, id]);
};

/** An object as the file will have it; the library would write the bytes of a stream one at a time. */
function textOf(object: PDFObject): string {
  if (!(object instanceof PDFRawStream)) return object.toString();
  object.updateDict();
  const contents = Buffer.from(object.getContents()).toString('latin1');
  return `${object.dict.toString()}\nstream\n${contents}\nendstream`;
}
