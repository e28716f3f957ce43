import { type PDFPage, PDFDict, PDFNumber, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { type MarkChanges, markArtifacts } from '../mark-artifacts.ts';
import type { RepairStep } from './draft.ts';
import { claimOf, kidsOf, KEYS, setKids, structureElements } from './structure-elements.ts';

/**
 * Marks what only adorns the pages ({@link markArtifacts}), and takes it from the elements that claimed it.
 *
 * Before: `/P /K [5 7]`, where 5 is a text and 7 the border before it
 * After: `/P /K 5`
 */
export const setArtifacts: RepairStep = (draft) => {
  const changes = new Map<string, MarkChanges>();
  for (const [page, operations] of draft.contents) {
    const change = markArtifacts(operations);
    draft.contents.set(page, change.operations);
    changes.set(keyOf(page), change);
  }
  for (const element of structureElements(draft.document)) {
    const kids = kidsOf(element.dict).flatMap((kid): PDFObject[] => {
      const claim = claimOf(kid, element.dict);
      const change = claim && changes.get(claim.page.toString());
      if (!change) return [kid];
      if (change.dropped.has(claim.mcid)) return [];
      return [kid, ...(change.continued.get(claim.mcid) ?? []).map((mcid) => claimLike(kid, mcid, element.dict))];
    });
    setKids(element.dict, kids);
  }
};

function keyOf({ ref }: PDFPage): string {
  return ref.toString();
}

/** A claim of other content of the same page, in the same form. */
function claimLike(kid: PDFObject, mcid: number, { context }: PDFDict): PDFObject {
  const value = kid instanceof PDFRef ? context.lookup(kid) : kid;
  if (!(value instanceof PDFDict)) return PDFNumber.of(mcid);
  const copy = value.clone(context);
  copy.set(KEYS.mcid, PDFNumber.of(mcid));
  return copy;
}
