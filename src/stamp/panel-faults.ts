import { PDFDict, PDFName, type PDFPage, PDFRef } from '@cantoo/pdf-lib';
import { mcidOf } from '../pdf/mark-artifacts.ts';
import type { PanelSource } from './compile-panel.ts';
import { PANEL_MARKS } from './object-numbers.ts';

/** What of a page of a panel no sheet could take in, each in words that go on from "On page 3,". */
export function panelFaults({ document, contents, tree }: PanelSource, page: PDFPage): string[] {
  const faults: string[] = [];
  const mcids = (contents.get(page) ?? []).flatMap((operation) => mcidOf(operation) ?? []);
  const claims = tree.claims.get(page.ref) ?? [];
  if (mcids.some((mcid) => mcid >= PANEL_MARKS)) {
    faults.push(`the panel has ${mcids.length} pieces of text; a slot takes in ${PANEL_MARKS}.`);
  }
  if (mcids.some((mcid) => !claims[mcid])) {
    faults.push('the panel has a text that is in none of the elements of its structure.');
  }
  for (const ref of page.node.Annots()?.asArray() ?? []) {
    if (!(ref instanceof PDFRef) || !tree.annotations.has(ref)) {
      faults.push('the panel has a link that is in none of the elements of its structure.');
    } else if (document.context.lookup(ref, PDFDict).has(PDFName.of('Dest'))) {
      faults.push('the panel has a link to a place in its own document, which no sheet has.');
    }
  }
  return faults;
}
