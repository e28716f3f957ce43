import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { structureRoot } from '../pdf/repair/structure-elements.ts';
import type { Slot } from './find-slots.ts';
import { BASE_FIRST, LINK_KEY, PANEL_FIRST, SLOT_KEY } from './object-numbers.ts';

const STRUCT_PARENTS = PDFName.of('StructParents');

/** Elements that claim content of a page, by MCID. */
export type Claims = (PDFRef | undefined)[];

/**
 * Opens the parent tree of a sheet (ISO 32000-1, 14.7.4.4) to that of a panel, which tells who claims the content of the
 * slots' pages, since they share that.
 *
 * Before: `/ParentTree <</Nums [0 7 0 R 1 8 0 R 2 9 0 R]>>`, where 0 is the slot's page and 2 the marker in the slot
 * After: `/ParentTree <</Kids [10 0 R 2 0 R]>>`, and in the first of them `1 8 0 R`
 * @returns who claims the own content of the page of each slot
 */
export function openParentTree(document: PDFDocument, slots: readonly Slot[], panelParents: PDFRef): Claims[] {
  const { context } = document;
  const root = structureRoot(document);
  const tree = root.lookup(PDFName.of('ParentTree'), PDFDict).lookup(PDFName.of('Nums'), PDFArray);
  const pageKeys = slots.map(({ page }) => page.node.lookup(STRUCT_PARENTS, PDFNumber).asNumber());
  const markerKeys = slots.map(({ annotation }) =>
    context.lookup(annotation, PDFDict).lookup(PDFName.of('StructParent'), PDFNumber).asNumber(),
  );
  const numbers: PDFObject[] = [];
  const claims = slots.map((): Claims => []);
  for (let index = 0; index + 1 < tree.size(); index += 2) {
    const key = tree.lookup(index, PDFNumber).asNumber();
    const part = pageKeys.indexOf(key);
    if (part !== -1) claims[part] = claimsIn(tree.lookup(index + 1, PDFArray));
    else if (!markerKeys.includes(key)) numbers.push(PDFNumber.of(key), tree.get(index + 1));
  }
  const [first, last] = [numbers[0], numbers.at(-2)];
  const leaves: PDFObject[] = [panelParents];
  if (first && last) leaves.unshift(context.register(context.obj({ Limits: [first, last], Nums: numbers })));
  root.set(PDFName.of('ParentTree'), context.register(context.obj({ Kids: leaves })));
  root.set(PDFName.of('ParentTreeNextKey'), PDFNumber.of(LINK_KEY + BASE_FIRST - PANEL_FIRST));
  slots.forEach(({ page }, part) => page.node.set(STRUCT_PARENTS, PDFNumber.of(SLOT_KEY + part)));
  return claims;
}

function claimsIn(list: PDFArray): Claims {
  return list.asArray().map((ref) => (ref instanceof PDFRef ? ref : undefined));
}
