import { PDFDict, type PDFDocument, PDFName, PDFNumber, PDFRef } from '@cantoo/pdf-lib';
import type { BaseBookmarks } from './compiled.ts';
import type { Numbering } from './numbering.ts';
import { MOST_BOOKMARKS_ABOVE, OBJECTS } from './object-numbers.ts';
import { writeDictBody, writeObject } from './write-object.ts';

const [PARENT, PREVIOUS, NEXT, LAST, COUNT] = ['Parent', 'Prev', 'Next', 'Last', 'Count'].map((key) =>
  PDFName.of(key),
) as [PDFName, PDFName, PDFName, PDFName, PDFName];

/** The bookmark of a slot, the one behind it, and those above it from the nearest to the outline. */
export interface OpenBookmarks {
  own: PDFDict;
  after: PDFDict | undefined;
  above: PDFDict[];
}

/**
 * Lets a panel's bookmarks take the place of that of the slot (ISO 32000-1, 12.3.3). Those above it count all below
 * them, and the one behind it, or else the one above, names the last: these are made for each file.
 *
 * Before: `/Title (…) /Parent 7 0 R /Prev 8 0 R /Next 9 0 R /Dest […]`, in object 7 `/Count 2`, in object 9 `/Prev …`
 * After: `/Parent 7 0 R`, `/Prev 2060 0 R`, and objects 6 and 7 without what they say of a panel
 */
export function openBookmarks({ context }: PDFDocument, slot: PDFRef, numbering: Numbering): OpenBookmarks {
  const own = context.lookup(slot, PDFDict);
  for (const key of ['Title', 'Dest', 'SE']) own.delete(PDFName.of(key));
  numbering.setStandIn(slot, OBJECTS.bookmark);
  const next = own.get(NEXT);
  if (next instanceof PDFRef) numbering.setStandIn(next, OBJECTS.bookmarkAfter);
  const above: PDFDict[] = [];
  for (let ref = own.get(PARENT); ref instanceof PDFRef; ref = above.at(-1)?.get(PARENT)) {
    if (above.length === MOST_BOOKMARKS_ABOVE) throw new Error('The bookmark of a slot is too far down.');
    numbering.setStandIn(ref, OBJECTS.bookmarksAbove + above.length);
    above.push(context.lookup(ref, PDFDict));
  }
  const after = own.lookupMaybe(NEXT, PDFDict);
  after?.delete(PREVIOUS);
  if (!after) above[0]?.delete(LAST);
  return { own, after, above };
}

/** Writes what is known of these bookmarks before there is a panel. */
export function writeBookmarks({ own, after, above }: OpenBookmarks, numbering: Numbering): BaseBookmarks {
  const numberOf = (ref: PDFRef) => numbering.of(ref);
  const only = (key: PDFName) => {
    const value = own.get(key);
    return value ? `${key.toString()} ${writeObject(value, numberOf)}` : '';
  };
  return {
    parent: only(PARENT),
    previous: only(PREVIOUS),
    ...(after && { after: writeDictBody(after, numberOf) }),
    above: above.map((item) => {
      const count = item.lookup(COUNT, PDFNumber).asNumber() - 1;
      item.delete(COUNT);
      return { text: writeDictBody(item, numberOf), count };
    }),
  };
}
