import { PDFDict, PDFName } from '@cantoo/pdf-lib';

/** All items of an outline, each before those below it. */
export function bookmarks(parent: PDFDict | undefined): PDFDict[] {
  const items: PDFDict[] = [];
  let item = parent?.lookupMaybe(PDFName.of('First'), PDFDict);
  for (; item; item = item.lookupMaybe(PDFName.of('Next'), PDFDict)) items.push(item, ...bookmarks(item));
  return items;
}
