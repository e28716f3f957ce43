import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFPage,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { bookmarks } from '../pdf/bookmarks.ts';
import { isSlot } from '../pdf/repair/slot.ts';
import { kidsOf, objectsOf, type StructureElement, structureElements } from '../pdf/repair/structure-elements.ts';
import { UnrepairableError } from '../pdf/repair/unrepairable.ts';
import type { Edges } from './compiled.ts';
import { MOST_PANEL_PAGES } from './object-numbers.ts';

/** What a sheet has in the place of a page of a panel. */
export interface Slot {
  page: PDFPage;
  edges: Edges;
  annotation: PDFRef;
  /** The element that stands for the panel. */
  element: StructureElement;
  bookmark: PDFRef;
}

/**
 * Finds the slots of a sheet by their markers (`SLOT_MARKER`).
 * @returns one or more, in the order of their pages
 * @throws {UnrepairableError} for a sheet without a slot, or with one that is not whole
 */
export function findSlots(document: PDFDocument): [Slot, ...Slot[]] {
  const elements = structureElements(document);
  const found = document.getPages().flatMap((page, index) => {
    const annotations = slotsOn(page);
    if (annotations.length > 1) {
      throw new UnrepairableError(`Page ${index + 1} has ${annotations.length} slots for the panel instead of one.`);
    }
    return annotations.map((annotation) => ({
      page,
      annotation,
      edges: edgesOf(document.context.lookup(annotation, PDFDict), page),
      element: headingOf(elements, annotation),
    }));
  });
  const items = bookmarksOf(document);
  if (items.length !== found.length) {
    throw new UnrepairableError(`The PDF has ${items.length} bookmarks for ${found.length} slots.`);
  }
  const [first, ...others] = found.map((slot, index) => ({ ...slot, bookmark: items[index] as PDFRef }));
  if (!first) throw new UnrepairableError('The PDF has no slot for a panel.');
  if (found.length > MOST_PANEL_PAGES) {
    throw new UnrepairableError(`The PDF has ${found.length} slots; a panel has ${MOST_PANEL_PAGES} pages at most.`);
  }
  return [first, ...others];
}

function slotsOn({ node }: PDFPage): PDFRef[] {
  const refs = node.Annots()?.asArray() ?? [];
  return refs.filter((ref): ref is PDFRef => ref instanceof PDFRef && isSlot(node.context.lookup(ref, PDFDict)));
}

function edgesOf(annotation: PDFDict, page: PDFPage): Edges {
  const rectangle = annotation.lookup(PDFName.of('Rect'), PDFArray);
  const [left = 0, bottom = 0, right = 0, top = 0] = [0, 1, 2, 3].map((side) =>
    rectangle.lookup(side, PDFNumber).asNumber(),
  );
  const { width, height } = page.getSize();
  if (left < 0 || bottom < 0 || right > width || top > height) {
    throw new UnrepairableError('The slot for the panel reaches over the edge of its page.');
  }
  return { left, bottom, top };
}

/** The element of a whole marker: a heading with nothing but the link. */
function headingOf(elements: readonly StructureElement[], annotation: PDFRef): StructureElement {
  const link = elements.find(({ dict }) => objectsOf(dict).includes(annotation));
  const heading = elements.find(({ dict }) => dict === link?.parent);
  if (link?.type !== 'Link' || !heading || !/^H[1-6]$/.test(heading.type) || kidsOf(heading.dict).length > 1) {
    throw new UnrepairableError('The marker of the slot for the panel is not tagged as a heading that is a link.');
  }
  const pieces = objectsOf(link.dict).length;
  if (pieces > 1) {
    throw new UnrepairableError(`The slot for the panel was printed in ${pieces} pieces, as if it ran over a page.`);
  }
  return heading;
}

/** The bookmarks of the markers are the only ones without a title. */
function bookmarksOf({ catalog, context }: PDFDocument): PDFRef[] {
  const items = bookmarks(catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict)).filter((item) => {
    const title = item.lookupMaybe(PDFName.of('Title'), PDFString, PDFHexString)?.decodeText() ?? '';
    return title.trim() === '';
  });
  if (items.some((item) => item.has(PDFName.of('First')))) {
    throw new UnrepairableError(
      'A heading below the slot for the panel is of a lower level, as if it were of the panel.',
    );
  }
  return items.map((item) => context.getObjectRef(item) as PDFRef);
}
