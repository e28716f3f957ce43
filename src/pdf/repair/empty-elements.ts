import { type PDFDict, type PDFDocument, PDFNumber, type PDFObject, type PDFRef } from '@cantoo/pdf-lib';
import type { RepairStep } from './draft.ts';
import { claimOf, isElement, KEYS, kidsOf, setKids, structureElements } from './structure-elements.ts';

/** Empty cells are part of the shape of their table, and an empty column head too. */
const MAY_BE_EMPTY = new Set(['TD', 'TH']);

/**
 * Takes out elements that hold nothing, as those of boxes whose border was all that was printed.
 *
 * Before: `/P /K [5, /NonStruct]`
 * After: `/P /K 5`
 */
export const dropEmptyElements: RepairStep = ({ document }) => {
  // From the last to the first: an element may be empty once those below it are gone.
  for (const { ref, dict, type, parent } of structureElements(document).reverse()) {
    if (parent && kidsOf(dict).length === 0 && !MAY_BE_EMPTY.has(type)) replaceKid(document, { ref, parent }, []);
  }
};

/**
 * Lets plain boxes around content give it to the element they stand in: Chromium wraps each stretch of text in one,
 * a third of all objects of a sheet.
 *
 * Before: `/P /K [/NonStruct /K 5]`
 * After: `/P /K 5`
 */
export const unwrapContent: RepairStep = ({ document }) => {
  for (const element of structureElements(document).reverse()) {
    const { ref, dict, type, parent } = element;
    const isPlain = type === 'NonStruct' && dict.keys().every((key) => PLAIN_KEYS.has(key.decodeText()));
    const kids = kidsOf(dict);
    if (!parent || !isPlain || kids.some((kid) => isElement(kid, dict))) continue;
    replaceKid(
      document,
      { ref, parent },
      kids.map((kid) => adopted(kid, dict, parent)),
    );
  }
};

const PLAIN_KEYS = new Set(['Type', 'S', 'P', 'K', 'Pg']);

/** Content as a kid of another element: a number alone counts on the page which that element names. */
function adopted(kid: PDFObject, from: PDFDict, parent: PDFDict): PDFObject {
  const claim = claimOf(kid, from);
  if (!claim) return kid;
  if (!parent.has(KEYS.page)) parent.set(KEYS.page, claim.page);
  if (parent.get(KEYS.page) === claim.page) return PDFNumber.of(claim.mcid);
  return parent.context.obj({ Type: 'MCR', Pg: claim.page, MCID: claim.mcid });
}

function replaceKid(
  document: PDFDocument,
  { ref, parent }: { ref: PDFRef; parent: PDFDict },
  kids: readonly PDFObject[],
): void {
  setKids(
    parent,
    kidsOf(parent).flatMap((kid) => (kid === ref ? kids : [kid])),
  );
  document.context.delete(ref);
}
