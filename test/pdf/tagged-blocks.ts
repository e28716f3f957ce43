import { type PDFDict, type PDFDocument, PDFHexString, type PDFObject, PDFString } from '@cantoo/pdf-lib';
import { claimOf, isElement, KEYS, kidsOf, structureRoot } from '../../src/pdf/repair/structure-elements.ts';
import { drawnPage } from './drawn-page.ts';

/** A place on a page: its number, and points from its lower edge. */
export interface Place {
  page: number;
  y: number;
}

/** A heading, paragraph, list item or row of a table, as the tags of a PDF tell it. */
export interface TaggedBlock {
  /** Such as `H2` or `LI`. */
  type: string;
  lang: string;
  /** Its lines in reading order. */
  lines: Place[];
}

const BLOCKS = /^(H[1-6]|P|LI|TR)$/;

/** All blocks of a PDF in reading order; a block within another, such as a paragraph of a list item, is a part of that. */
export function taggedBlocks(document: PDFDocument): TaggedBlock[] {
  const placesOf = placesByPage(document);
  const found: TaggedBlock[] = [];
  const visit = (kid: PDFObject, above: PDFDict, lang: string, within?: TaggedBlock): void => {
    const claim = claimOf(kid, above);
    if (claim) return void within?.lines.push(...placesOf(claim.page.toString(), claim.mcid));
    if (!isElement(kid, above)) return;
    const element = above.context.lookup(kid) as PDFDict;
    const own = element.lookupMaybe(KEYS.lang, PDFString, PDFHexString)?.decodeText() ?? lang;
    const type = String(element.get(KEYS.type)).slice(1);
    const block = within ?? (BLOCKS.test(type) ? { type, lang: own, lines: [] } : undefined);
    if (block && !within) found.push(block);
    for (const below of kidsOf(element)) visit(below, element, own, block);
  };
  const root = structureRoot(document);
  for (const kid of kidsOf(root)) visit(kid, root, '');
  return found.filter(({ lines }) => lines.length > 0);
}

/** The lines of each piece of marked content, from above, by page and number. */
function placesByPage(document: PDFDocument): (page: string, mcid: number) => Place[] {
  const places = new Map(
    document.getPages().map((page, index) => {
      const lines = new Map<number, Place[]>();
      for (const { mcid, y } of drawnPage(page).texts) {
        if (mcid !== undefined) lines.set(mcid, [...(lines.get(mcid) ?? []), { page: index + 1, y }]);
      }
      return [page.ref.toString(), lines];
    }),
  );
  return (page, mcid) => places.get(page)?.get(mcid) ?? [];
}
