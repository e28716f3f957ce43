import type { PDFDict, PDFRef } from '@cantoo/pdf-lib';
import type { Operation } from '../content-stream.ts';
import { DECORATION, mcidOf } from '../mark-artifacts.ts';
import { createTextLookup } from './claimed-text.ts';
import type { RepairStep } from './draft.ts';
import { claimOf, kidsOf, setKids, structureElements } from './structure-elements.ts';

/**
 * Lets what is printed again on a further page be read only once: Chromium repeats the head of a table on each page the
 * table goes on to, and adds it to the same element, so that a screen reader would say "Date Date".
 *
 * Before: `/TH /K [12 <</Type /MCR /Pg 9 0 R /MCID 6>>]`, both of them "Date"
 * After: `/TH /K 12`, the second an artifact
 */
export const dropRepeatedContent: RepairStep = (draft) => {
  const runsOf = createTextLookup(draft);
  const repeated = new Map<PDFRef, Set<number>>();
  const heads = new Set<PDFDict>();
  for (const { dict, type, parent } of structureElements(draft.document)) {
    // Elsewhere the same words twice are meant.
    if (type !== 'TH' && !(parent && heads.has(parent))) continue;
    heads.add(dict);
    const pages = new Set(kidsOf(dict).flatMap((kid) => claimOf(kid, dict)?.page ?? []));
    if (pages.size < 2) continue;
    const said = new Map<string, PDFRef>();
    const kids = kidsOf(dict).filter((kid) => {
      const claim = claimOf(kid, dict);
      const text = (claim ? runsOf(claim) : [])
        .map((run) => run.text)
        .join('')
        .trim();
      if (!claim || text === '') return true;
      const firstPage = said.get(text) ?? claim.page;
      said.set(text, firstPage);
      if (firstPage === claim.page) return true;
      repeated.set(claim.page, (repeated.get(claim.page) ?? new Set()).add(claim.mcid));
      return false;
    });
    setKids(dict, kids);
  }
  for (const [page, operations] of draft.contents) {
    const mcids = repeated.get(page.ref);
    if (mcids)
      draft.contents.set(
        page,
        operations.map((operation) => asArtifact(operation, mcids)),
      );
  }
};

function asArtifact(operation: Operation, mcids: ReadonlySet<number>): Operation {
  const mcid = mcidOf(operation);
  return mcid !== undefined && mcids.has(mcid) ? DECORATION : operation;
}
