import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFRef } from '@cantoo/pdf-lib';
import { UnrepairableError } from '../pdf/repair/unrepairable.ts';
import type { PanelTree } from './panel-trees.ts';

/** The bookmarks of a panel. */
export interface PanelBookmarks {
  /** That of its name, in each language it is in. */
  top: PDFRef[];
  /** Those of its parts, each before those below it. */
  below: PDFRef[];
}

/**
 * Finds the bookmarks of each panel.
 * @returns bookmarks for each panel, in order
 * @throws {UnrepairableError} naming all panels without a heading, or with one that is below a heading of another panel
 */
export function panelBookmarks(document: PDFDocument, trees: readonly PanelTree[]): PanelBookmarks[] {
  const { context, catalog } = document;
  const found = trees.map((): PanelBookmarks => ({ top: [], below: [] }));
  const panelOf = (item: PDFRef) => {
    const page = pageOf(context.lookup(item, PDFDict));
    return trees.findIndex(({ pages }) => pages.some(({ ref }) => ref === page));
  };
  const misplaced = new Set<number>();
  for (const item of itemsBelow(catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict))) {
    const panel = panelOf(item);
    found[panel]?.top.push(item);
    for (const lower of allBelow(context.lookup(item, PDFDict))) {
      found[panel]?.below.push(lower);
      if (panelOf(lower) !== panel) misplaced.add(panelOf(lower));
    }
  }
  const pages = document.getPages();
  const faults = trees.flatMap((tree, index) => {
    if (found[index]?.top.length && !misplaced.has(index)) return [];
    const first = pages.findIndex((page) => page === tree.pages[0]) + 1;
    return `The panel on page ${first} needs a heading first that is of no lower level than its others.`;
  });
  if (faults.length > 0) throw new UnrepairableError(faults.join(' '));
  return found;
}

/** The page that a bookmark leads to. */
export function pageOf(item: PDFDict): unknown {
  return item.lookupMaybe(PDFName.of('Dest'), PDFArray)?.get(0);
}

/** The items right below one, or below the outline. */
function itemsBelow(parent: PDFDict | undefined): PDFRef[] {
  const items: PDFRef[] = [];
  let item = parent?.get(PDFName.of('First'));
  for (; item instanceof PDFRef; item = parent?.context.lookup(item, PDFDict).get(PDFName.of('Next'))) items.push(item);
  return items;
}

/** All items below one, each before those below it. */
function allBelow(parent: PDFDict | undefined): PDFRef[] {
  return itemsBelow(parent).flatMap((item) => [item, ...allBelow(parent?.context.lookup(item, PDFDict))]);
}

/**
 * Leaves to the sheet what a panel's topmost bookmarks say of those around them.
 *
 * Before: `/Title (River Clinic) /Parent 8 0 R /Prev 12 0 R /Next 15 0 R /Dest […]`, of a panel between two others
 * After: `/Title (River Clinic) /Dest […]`
 */
export function detachBookmarks({ top }: PanelBookmarks, { context }: PDFDocument): void {
  top.forEach((ref, index) => {
    const item = context.lookup(ref, PDFDict);
    item.delete(PDFName.of('Parent'));
    if (index === 0) item.delete(PDFName.of('Prev'));
    if (index === top.length - 1) item.delete(PDFName.of('Next'));
  });
}
