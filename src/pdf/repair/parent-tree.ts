import { PDFArray, PDFDict, PDFName, PDFNull, PDFNumber, type PDFObject, type PDFRef } from '@cantoo/pdf-lib';
import type { RepairStep } from './draft.ts';
import { claimOf, KEYS, kidsOf, objectsOf, structureElements, structureRoot } from './structure-elements.ts';

const STRUCT_PARENTS = PDFName.of('StructParents');
const STRUCT_PARENT = PDFName.of('StructParent');

/**
 * Writes anew which element claims each piece of content and each annotation (ISO 32000-1, 14.7.4.4), from the
 * elements themselves: other steps have moved content from one to another. Chromium also counts its keys wrong.
 *
 * Before: `/ParentTreeNextKey 2`, with the keys 0 to 5
 * After: `/ParentTreeNextKey 6`
 */
export const writeParentTree: RepairStep = ({ document }) => {
  const { context } = document;
  const root = structureRoot(document);
  const pages = document.getPages();
  const claims = new Map(pages.map((page) => [page.ref.toString(), [] as (PDFRef | undefined)[]]));
  const annotations: [PDFDict, PDFRef][] = [];
  for (const element of structureElements(document)) {
    for (const kid of kidsOf(element.dict)) {
      const claim = claimOf(kid, element.dict);
      const claimed = claim && claims.get(claim.page.toString());
      if (claim && claimed) claimed[claim.mcid] = element.ref;
    }
    for (const object of objectsOf(element.dict)) {
      const annotation = context.lookup(object);
      if (annotation instanceof PDFDict) annotations.push([annotation, element.ref]);
    }
  }
  const numbers: PDFObject[] = [];
  pages.forEach((page, key) => {
    page.node.set(STRUCT_PARENTS, PDFNumber.of(key));
    const refs = claims.get(page.ref.toString()) ?? [];
    const list = context.obj(Array.from(refs, (ref) => ref ?? PDFNull));
    numbers.push(PDFNumber.of(key), context.register(list));
  });
  annotations.forEach(([annotation, ref], index) => {
    annotation.set(STRUCT_PARENT, PDFNumber.of(pages.length + index));
    numbers.push(PDFNumber.of(pages.length + index), ref);
  });
  removeTree(root);
  root.set(PDFName.of('ParentTree'), context.register(context.obj({ Nums: numbers })));
  root.set(PDFName.of('ParentTreeNextKey'), PDFNumber.of(pages.length + annotations.length));
};

/** Takes the old tree out of the file, with its nodes and lists. */
function removeTree(root: PDFDict): void {
  const { context } = root;
  const key = PDFName.of('ParentTree');
  const visit = (value: PDFObject | undefined): void => {
    const node = context.lookup(value);
    if (!(node instanceof PDFDict) || node.has(KEYS.type)) return;
    for (const kid of node.lookupMaybe(PDFName.of('Kids'), PDFArray)?.asArray() ?? []) visit(kid);
    for (const entry of node.lookupMaybe(PDFName.of('Nums'), PDFArray)?.asArray() ?? []) {
      if (context.lookup(entry) instanceof PDFArray) context.delete(entry as PDFRef);
    }
    if (value !== node) context.delete(value as PDFRef);
  };
  visit(root.get(key));
}
