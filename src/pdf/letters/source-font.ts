import { PDFArray, PDFDict, PDFName, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';
import { decodeStream } from '../decode-stream.ts';
import { parseToUnicode } from '../read-fonts.ts';
import { readTrueType, type TrueType } from '../../true-type/read-true-type.ts';

/** A font as Chromium wrote it. */
export interface SourceFont {
  ref: PDFRef;
  dict: PDFDict;
  /** Such as `Bold`, the part of its name behind the hyphen. */
  weight: string;
  trueType: TrueType;
  /** Text of each glyph that stands for characters of its own. */
  texts: ReadonlyMap<number, string>;
}

/** Reads a font for recoding. @returns nothing for one that is not the kind Chromium writes for a static web font */
export function readSourceFont(dict: PDFDict, ref: PDFRef): SourceFont | undefined {
  const descendant = descendantOf(dict);
  const isByGlyph =
    dict.lookup(PDFName.of('Encoding')) === PDFName.of('Identity-H') &&
    descendant?.lookup(PDFName.of('CIDToGIDMap')) === PDFName.of('Identity');
  const file = descendant && descriptorOf(descendant)?.lookup(PDFName.of('FontFile2'));
  const map = dict.lookup(PDFName.of('ToUnicode'));
  if (!isByGlyph || !(file instanceof PDFRawStream) || !(map instanceof PDFRawStream)) return undefined;
  const trueType = readTrueType(decodeStream(file));
  if (!trueType) return undefined;
  const name = dict.lookupMaybe(PDFName.of('BaseFont'), PDFName)?.decodeText() ?? '';
  const weight = name.slice(name.lastIndexOf('-') + 1);
  return { ref, dict, weight, trueType, texts: parseToUnicode(decodeStream(map).toString('latin1')) };
}

/** The part of a composite font that has the glyphs (ISO 32000-1, 9.7.4). */
export function descendantOf(dict: PDFDict): PDFDict | undefined {
  const descendant = dict.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.lookup(0);
  return descendant instanceof PDFDict ? descendant : undefined;
}

/** What a font says of its measures, with its file (ISO 32000-1, 9.8). */
export function descriptorOf(descendant: PDFDict): PDFDict | undefined {
  return descendant.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict);
}
