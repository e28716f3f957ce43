import { PDFDict, PDFName, type PDFObject } from '@cantoo/pdf-lib';
import type { RepairStep } from './draft.ts';
import { isElement, kidsOf, KEYS, setKids, structureElements } from './structure-elements.ts';

/** What may stand in an item. */
const PARTS = [PDFName.of('Lbl'), PDFName.of('LBody')];

/**
 * Puts what a list item says into a body (ISO 32000-1, 14.8.4.3.3: an item has a label and a body, nothing else).
 *
 * Before: `/LI /K [/Lbl 12]`
 * After: `/LI /K [/Lbl /LBody /K 12]`
 */
export const addListBodies: RepairStep = ({ document }) => {
  const { context } = document;
  for (const { ref, dict, type } of structureElements(document)) {
    if (type !== 'LI') continue;
    const isPart = (kid: PDFObject) =>
      isElement(kid, dict) && PARTS.some((part) => context.lookup(kid, PDFDict).get(KEYS.type) === part);
    const kids = kidsOf(dict);
    const rest = kids.filter((kid) => !isPart(kid));
    if (rest.length === 0) continue;
    const body = context.obj({ Type: 'StructElem', S: 'LBody', P: ref });
    const page = dict.get(KEYS.page);
    if (page) body.set(KEYS.page, page);
    const bodyRef = context.register(body);
    setKids(body, rest);
    for (const kid of rest) if (isElement(kid, dict)) context.lookup(kid, PDFDict).set(KEYS.parent, bodyRef);
    setKids(dict, [...kids.filter(isPart), bodyRef]);
  }
};
