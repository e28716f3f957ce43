import { PDFArray, PDFName, PDFRef } from '@cantoo/pdf-lib';
import { zlibSync } from 'fflate';
import type { MergedFont } from '../letters/merged-font.ts';
import { descendantOf, descriptorOf, type SourceFont } from '../letters/source-font.ts';
import { writeTrueType } from '../../true-type/write-true-type.ts';
import { writeToUnicode } from '../write-to-unicode.ts';

/** PDF measures letters in thousandths of their size. */
const PDF_UNITS = 1000;

/** The source whose name and measures a merged font has: the largest, which is that of the script of the page. */
export function mainSourceOf({ sources }: MergedFont): SourceFont {
  return sources.reduce((main, source) =>
    source.trueType.tables.get('glyf')!.length > main.trueType.tables.get('glyf')!.length ? source : main,
  );
}

/**
 * Writes a merged font in the place of its main source.
 *
 * Before: a font file of the letters of one script, and `ToUnicode` with `<0122> <0000>` for the dots of a letter
 * After: one of all letters, with codes 1, 2, 3 …, a width for each, and a text for each that is used
 */
export function writeMergedFont(font: MergedFont): void {
  const { dict, trueType } = mainSourceOf(font);
  const { context } = dict;
  const descendant = descendantOf(dict);
  const descriptor = descendant && descriptorOf(descendant);
  const { file, box } = writeTrueType(trueType, font.glyphs);
  const scaled = (units: number) => Math.round((units * PDF_UNITS * 1000) / trueType.unitsPerEm) / 1000;
  // A compressor in JavaScript, because Node's own gives other bytes with another version of Node.
  const packed = (bytes: Uint8Array, entries = {}) =>
    context.stream(zlibSync(bytes, { level: 9 }), { Filter: 'FlateDecode', ...entries });
  descendant?.set(PDFName.of('W'), context.obj([0, font.glyphs.map(({ advance }) => scaled(advance))]));
  descriptor?.set(PDFName.of('FontBBox'), context.obj(box.map(scaled)));
  context.assign(descriptor?.get(PDFName.of('FontFile2')) as PDFRef, packed(file, { Length1: file.length }));
  const map = writeToUnicode(font.texts);
  context.assign(dict.get(PDFName.of('ToUnicode')) as PDFRef, packed(Buffer.from(map, 'latin1')));
}

/** Takes a font that another one replaces out of the document, with all that belongs to it. */
export function deleteFont({ ref, dict }: SourceFont): void {
  const descendant = descendantOf(dict);
  const objects = [
    ref,
    dict.get(PDFName.of('ToUnicode')),
    dict.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.get(0),
    descendant?.get(PDFName.of('FontDescriptor')),
    descendant && descriptorOf(descendant)?.get(PDFName.of('FontFile2')),
  ];
  for (const object of objects) if (object instanceof PDFRef) dict.context.delete(object);
}
