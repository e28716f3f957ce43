import { PDFDict, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import { bookmarks } from '../bookmarks.ts';
import type { RepairStep } from './draft.ts';
import { UnrepairableError } from './unrepairable.ts';

/**
 * Writes the titles of the bookmarks anew: Chromium puts the words of a right-to-left heading in reverse
 * order and loses the space where a heading wraps (headless shell 147).
 *
 * Before: `/Title (signsDanger)`
 * After: `/Title (Danger signs)`
 * @throws {UnrepairableError} for a bookmark too many or too few
 */
export const nameBookmarks: RepairStep = ({ document, identity: { headings } }) => {
  const items = bookmarks(document.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict));
  if (items.length !== headings.length) {
    throw new UnrepairableError(`The PDF has ${items.length} bookmarks for ${headings.length} headings.`);
  }
  items.forEach((item, index) => item.set(PDFName.of('Title'), PDFHexString.fromText(headings[index] ?? '')));
};
