import { PDFArray, type PDFDict, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import type { PlacedObject } from './compiled.ts';
import { type NumberOf, writeDictBody, writeObject } from './write-object.ts';

/** Entries that say where something is, and which of their values are coordinates, x and y by turns. */
const PLACES = {
  /** Of an annotation (ISO 32000-1, 12.5.2). */
  Rect: [0, 1, 2, 3],
  /** Of a picture (14.8.5.4.3). */
  BBox: [0, 1, 2, 3],
  /** Of a bookmark: page, `XYZ`, left, top, enlargement (12.3.2.2). */
  Dest: [2, 3],
};

/**
 * Takes an object apart into texts and coordinates.
 *
 * Input: `<</Type /Annot /Rect [36 500 96 512]>>`
 * Output: the texts `/Type/Annot/Rect[`, a space, a space, a space and `]`, and the coordinates 36, 500, 96 and 512
 * @throws {Error} where one of the coordinates is no number
 */
export function placeObject(
  dict: PDFDict,
  key: keyof typeof PLACES,
  numberOf: NumberOf,
): Pick<PlacedObject, 'texts' | 'coordinates'> {
  const others = dict.clone(dict.context);
  others.delete(PDFName.of(key));
  const texts: string[] = [];
  const coordinates: number[] = [];
  let text = `${writeDictBody(others, numberOf)}/${key}[`;
  const values = dict.lookup(PDFName.of(key), PDFArray);
  values.asArray().forEach((value, index) => {
    if (index > 0) text += ' ';
    if (!PLACES[key].includes(index)) {
      text += writeObject(value, numberOf);
      return;
    }
    coordinates.push(values.lookup(index, PDFNumber).asNumber());
    texts.push(text);
    text = '';
  });
  return { texts: [...texts, `${text}]`], coordinates };
}
