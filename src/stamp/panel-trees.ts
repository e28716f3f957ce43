import { type PDFDocument, type PDFPage, PDFRef } from '@cantoo/pdf-lib';
import {
  claimOf,
  kidsOf,
  objectsOf,
  type StructureElement,
  structureElements,
  structureRoot,
} from '../pdf/repair/structure-elements.ts';
import { UnrepairableError } from '../pdf/repair/unrepairable.ts';
import { MOST_PANEL_PAGES } from './object-numbers.ts';

/** The structure of a panel. */
export interface PanelTree {
  /** The pages it is on, in order. */
  pages: PDFPage[];
  /** All its elements in reading order, the topmost first. */
  elements: StructureElement[];
  /** Elements that claim the content of each page, by MCID. */
  claims: Map<PDFRef, (PDFRef | undefined)[]>;
  /** Elements of its annotations, by these. */
  annotations: Map<PDFRef, PDFRef>;
}

/**
 * Finds the element of each panel, which holds all that is on its pages and nothing else. They stand next to each other
 * in the document.
 * @returns the panels in the order of their pages
 * @throws {UnrepairableError} naming all pages that are not of one panel, and panels that no sheet has enough slots for
 */
export function panelTrees(document: PDFDocument): PanelTree[] {
  const pages = document.getPages();
  const trees = topTrees(document);
  const faults = pages.flatMap(({ ref }, index) => {
    const count = trees.filter(({ claims }) => claims.has(ref)).length;
    return count === 1 ? [] : `Page ${index + 1} has ${count} elements instead of one panel.`;
  });
  for (const tree of trees) {
    tree.pages = pages.filter(({ ref }) => tree.claims.has(ref));
    const { length } = tree.pages;
    if (length <= MOST_PANEL_PAGES) continue;
    const first = pages.indexOf(tree.pages[0] as PDFPage) + 1;
    faults.push(`The panel on page ${first} takes ${length} pages; a sheet has room for ${MOST_PANEL_PAGES}.`);
  }
  if (faults.length > 0) throw new UnrepairableError(faults.join(' '));
  return trees;
}

/** The elements right below that of the document, each with what stands below it. */
function topTrees(document: PDFDocument): PanelTree[] {
  const found: PanelTree[] = [];
  const tops = new Set(kidsOf(structureRoot(document)).map((kid) => document.context.lookup(kid)));
  for (const element of structureElements(document)) {
    if (tops.has(element.dict)) continue;
    if (tops.has(element.parent)) found.push({ pages: [], elements: [], claims: new Map(), annotations: new Map() });
    const last = found.at(-1);
    if (last) addElement(last, element);
  }
  return found;
}

function addElement({ elements, claims, annotations }: PanelTree, element: StructureElement): void {
  const { dict, ref } = element;
  elements.push(element);
  for (const kid of kidsOf(dict)) {
    const claim = claimOf(kid, dict);
    if (claim) {
      const onPage = claims.get(claim.page) ?? [];
      onPage[claim.mcid] = ref;
      claims.set(claim.page, onPage);
    }
  }
  for (const object of objectsOf(dict)) if (object instanceof PDFRef) annotations.set(object, ref);
}
