import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObject, type PDFRef } from '@cantoo/pdf-lib';
import { ROLES } from '../pdf/repair/roles.ts';
import { kidsOf, setKids, structureRoot } from '../pdf/repair/structure-elements.ts';
import type { Slot } from './find-slots.ts';

/** What stands for the parts of a panel that elements of a sheet name. */
export interface PanelElements {
  top: PDFRef;
  ids: PDFRef;
}

/**
 * Puts a panel into the structure tree, in the place of the marker of the slot, with the ids of its elements and what
 * its types may mean.
 */
export function openElements(document: PDFDocument, { element }: Slot, { top, ids }: PanelElements): void {
  const { context } = document;
  const parent = element.parent as PDFDict;
  setKids(
    parent,
    kidsOf(parent).map((kid) => (kid === element.ref ? top : kid)),
  );
  const root = structureRoot(document);
  root.set(PDFName.of('RoleMap'), context.obj(ROLES));
  const own = root.lookupMaybe(PDFName.of('IDTree'), PDFDict);
  const leaves = own?.lookupMaybe(PDFName.of('Kids'), PDFArray)?.asArray() ?? [];
  root.set(PDFName.of('IDTree'), context.obj({ Kids: [...leaves, ids] as PDFObject[] }));
}
