import { PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFRef } from '@cantoo/pdf-lib';
import { kidsOf, setKids } from '../pdf/repair/structure-elements.ts';
import type { Slot } from './find-slots.ts';

/**
 * Lets the first of several markers stand for all of them, since a panel is one thing however many pages it has: the
 * elements and bookmarks of the others go.
 *
 * Before: `/Document /K [/P /H2 /H2 /P]`
 * After: `/Document /K [/P /H2 /P]`
 */
export function joinMarkers(document: PDFDocument, others: readonly Slot[]): void {
  for (const { element, bookmark } of others) {
    const { ref, parent } = element;
    if (parent)
      setKids(
        parent,
        kidsOf(parent).filter((kid) => kid !== ref),
      );
    unlinkBookmark(document, bookmark);
  }
}

/** Takes a bookmark out of its list (ISO 32000-1, 12.3.3), in which it is not the first. */
function unlinkBookmark({ context }: PDFDocument, ref: PDFRef): void {
  const own = context.lookup(ref, PDFDict);
  const [parent, previous, next] = ['Parent', 'Prev', 'Next'].map((key) => own.lookupMaybe(PDFName.of(key), PDFDict));
  move(own, 'Next', previous, 'Next');
  move(own, 'Prev', next ?? parent, next ? 'Prev' : 'Last');
  for (let above = parent; above; above = above.lookupMaybe(PDFName.of('Parent'), PDFDict)) {
    const count = PDFName.of('Count');
    above.set(count, PDFNumber.of(above.lookup(count, PDFNumber).asNumber() - 1));
  }
}

/** Lets another object say what one has said. */
function move(from: PDFDict, key: string, to: PDFDict | undefined, as: string): void {
  const value = from.get(PDFName.of(key));
  if (value) to?.set(PDFName.of(as), value);
  else to?.delete(PDFName.of(as));
}
