import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib';

/** Something that is at a place on a page, in points. */
export interface Placed {
  what: string;
  page: number;
  coordinates: number[];
}

/** The links of a PDF with their rectangles, its bookmarks with their places, and its pictures with their boxes. */
export async function placedIn(bytes: Uint8Array): Promise<Record<'links' | 'bookmarks' | 'pictures', Placed[]>> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const pages = document.getPages();
  const pageOf = (ref: unknown) => pages.findIndex((page) => page.ref === ref) + 1;
  const links = pages.flatMap(({ node, ref }) => {
    const list = node.Annots();
    return (list?.asArray() ?? []).map((_, index): Placed => {
      const annotation = list?.lookup(index, PDFDict) as PDFDict;
      const action = annotation.lookupMaybe(PDFName.of('A'), PDFDict);
      const words = textOf(annotation.lookup(PDFName.of('Contents')));
      const address = action ? textOf(action.lookup(PDFName.of('URI'))) : 'a place in the document';
      const what = `${address} described as ${words}`;
      return { what, page: pageOf(ref), coordinates: numbersIn(annotation.lookup(PDFName.of('Rect'), PDFArray)) };
    });
  });
  const bookmarks: Placed[] = [];
  const visit = (parent: PDFDict, above: string): void => {
    let item = parent.lookupMaybe(PDFName.of('First'), PDFDict);
    for (; item; item = item.lookupMaybe(PDFName.of('Next'), PDFDict)) {
      const place = item.lookup(PDFName.of('Dest'), PDFArray);
      const count = item.lookupMaybe(PDFName.of('Count'), PDFNumber)?.asNumber() ?? 0;
      const heading = item.lookup(PDFName.of('SE'), PDFDict).get(PDFName.of('S'));
      const what = `${above}${textOf(item.lookup(PDFName.of('Title')))} (${String(heading)}, ${count} below)`;
      bookmarks.push({ what, page: pageOf(place.get(0)), coordinates: numbersIn(place) });
      visit(item, `${above}> `);
    }
  };
  const outline = document.catalog.lookup(PDFName.of('Outlines'), PDFDict);
  bookmarks.push({ what: `all: ${String(outline.get(PDFName.of('Count')))}`, page: 0, coordinates: [] });
  visit(outline, '');
  return { links, bookmarks, pictures: picturesIn(document) };
}

function picturesIn({ context }: PDFDocument): Placed[] {
  return context.enumerateIndirectObjects().flatMap(([, object]): Placed[] => {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('S')) !== PDFName.of('Figure')) return [];
    const attributes = object.lookup(PDFName.of('A'), PDFArray);
    const boxes = attributes.asArray().map((_, index) => attributes.lookup(index, PDFDict).lookup(PDFName.of('BBox')));
    const box = boxes.find((one) => one instanceof PDFArray);
    return [{ what: textOf(object.lookup(PDFName.of('Alt'))), page: 0, coordinates: box ? numbersIn(box) : [] }];
  });
}

function textOf(value: unknown): string {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : 'nothing';
}

function numbersIn(array: PDFArray): number[] {
  return array.asArray().flatMap((value) => (value instanceof PDFNumber ? value.asNumber() : []));
}
