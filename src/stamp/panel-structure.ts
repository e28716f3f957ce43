import {
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { compareText } from '../problem.ts';
import { findHeaders } from '../pdf/repair/element-ids.ts';
import { attributesOf, claimOf, KEYS, kidsOf } from '../pdf/repair/structure-elements.ts';
import { LINK_KEY } from './object-numbers.ts';
import type { PanelTree } from './panel-trees.ts';

const ID = PDFName.of('ID');

/**
 * Names the elements of a panel so that no element of a sheet has such a name (ISO 32000-1, 14.7.2): a sheet's are
 * `element1` and so on, sorted before these. The topmost element always has one, so that there is a list of them.
 * @returns the names in the order of a name tree (7.9.6), each with its element
 */
export function nameElements({ elements }: PanelTree): [string, PDFRef][] {
  const names = new Map<string, PDFString>();
  const renamed = (old: string): PDFString => {
    const name = names.get(old) ?? PDFString.of(`panel${names.size}`);
    names.set(old, name);
    return name;
  };
  const named: [string, PDFRef][] = [];
  elements.forEach(({ dict, ref }, index) => {
    const id = dict.get(ID);
    const isNamed = id instanceof PDFString || id instanceof PDFHexString;
    if (isNamed || index === 0) {
      const name = renamed(isNamed ? id.decodeText() : '');
      dict.set(ID, name);
      named.push([name.decodeText(), ref]);
    }
    for (const headers of findHeaders(dict)) {
      headers.asArray().forEach((header, place) => {
        if (header instanceof PDFString || header instanceof PDFHexString)
          headers.set(place, renamed(header.decodeText()));
      });
    }
  });
  return named.sort(([a], [b]) => compareText(a, b));
}

/** Lets the topmost element of a panel say its language, where it would have been that of its document. */
export function nameLanguage({ elements: [top] }: PanelTree, document: PDFDocument): void {
  const above = top?.parent?.get(KEYS.lang) ?? document.catalog.get(KEYS.lang);
  if (top && above && !top.dict.has(KEYS.lang)) top.dict.set(KEYS.lang, above);
}

/**
 * Makes an object of each attribute that says where something is on the page: it must be written for each file.
 *
 * Before: `/Figure /A [<</O /Layout /BBox [42 210 126 291]>>]`
 * After: `/Figure /A [12 0 R]`
 * @returns each of these objects, with the page it tells of
 */
export function detachBoxes({ elements }: PanelTree): [PDFRef, page: PDFObject | undefined][] {
  const boxes: [PDFRef, PDFObject | undefined][] = [];
  for (const { dict } of elements) {
    const attributes = attributesOf(dict);
    if (!attributes.some((attribute) => attribute.has(PDFName.of('BBox')))) continue;
    const [claim] = kidsOf(dict).flatMap((kid) => claimOf(kid, dict) ?? []);
    const detached = attributes.map((attribute): PDFObject => {
      if (!attribute.has(PDFName.of('BBox'))) return attribute;
      const ref = dict.context.register(attribute);
      boxes.push([ref, claim?.page]);
      return ref;
    });
    dict.set(KEYS.attributes, dict.context.obj(detached));
  }
  return boxes;
}

/** Gives the annotations of a panel the keys of their elements in the parent tree, which follow those of the pages. */
export function keyAnnotations(annotations: readonly PDFRef[], { context }: PDFDocument): void {
  annotations.forEach((ref, index) => {
    context.lookup(ref, PDFDict).set(PDFName.of('StructParent'), PDFNumber.of(LINK_KEY + index));
  });
}
