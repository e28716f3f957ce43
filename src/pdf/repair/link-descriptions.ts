import { type PDFArray, PDFDict, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { SLOT_ADDRESS } from '../../html/slot-marker.ts';
import { joinRuns, type Run } from '../read-page-text.ts';
import { createTextLookup } from './claimed-text.ts';
import type { Draft, RepairStep } from './draft.ts';
import { claimOf, isElement, kidsOf, objectsOf, structureElements } from './structure-elements.ts';
import { UnrepairableError } from './unrepairable.ts';

const CONTENTS = PDFName.of('Contents');

/**
 * Gives every link annotation its words (ISO 14289-1, 7.18.5), for programs that list links without reading the page.
 *
 * Before: `/Annot /Subtype /Link /A <</URI (tel:+18005112300)>>`
 * After: the same with `/Contents (1-800-511-2300)`
 * @throws {UnrepairableError} for a link without words, which nobody could choose
 */
export const describeLinks: RepairStep = (draft) => {
  const words = linkWords(draft);
  for (const page of draft.document.getPages()) {
    for (const annotation of annotationsOf(page.node.Annots())) {
      if (annotation.get(PDFName.of('Subtype')) !== PDFName.of('Link')) continue;
      // It stands for a panel, and goes when that comes.
      if (addressOf(annotation) === SLOT_ADDRESS) continue;
      const text = words.get(annotation) ?? '';
      if (text === '') throw new UnrepairableError(`The PDF has a link without words, to ${addressOf(annotation)}.`);
      annotation.set(CONTENTS, PDFHexString.fromText(text));
    }
  }
};

/** The words of each link, from the content its element claims. */
function linkWords(draft: Draft): Map<PDFDict, string> {
  const { document, identity } = draft;
  const runsOf = createTextLookup(draft);
  const runsBelow = (element: PDFDict): Run[] =>
    kidsOf(element).flatMap((kid) => {
      if (isElement(kid, element)) return runsBelow(element.context.lookup(kid, PDFDict));
      const claim = claimOf(kid, element);
      return claim ? runsOf(claim) : [];
    });
  const wordsOf = (link: PDFDict): string =>
    joinRuns(runsBelow(link), identity.dir === 'rtl')
      .replaceAll(/[\u2066-\u2069]/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim();
  const found = new Map<PDFDict, string>();
  for (const { dict } of structureElements(document).filter(({ type }) => type === 'Link')) {
    for (const object of objectsOf(dict)) {
      const annotation = document.context.lookup(object);
      if (annotation instanceof PDFDict) found.set(annotation, wordsOf(dict));
    }
  }
  return found;
}

/** The annotations of a list. */
export function annotationsOf(annotations: PDFArray | undefined): PDFDict[] {
  return (annotations?.asArray() ?? [])
    .map((_, index) => annotations?.lookup(index, PDFDict))
    .filter((one) => one !== undefined);
}

/** Where the annotation of a link leads, for a message. */
export function addressOf(annotation: PDFDict): string {
  const action = annotation.lookupMaybe(PDFName.of('A'), PDFDict);
  return action?.lookupMaybe(PDFName.of('URI'), PDFString, PDFHexString)?.decodeText() ?? 'a place in the document';
}
