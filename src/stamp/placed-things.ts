import { PDFDict, type PDFPage, type PDFRef } from '@cantoo/pdf-lib';
import type { PanelSource } from './compile-panel.ts';
import { detachBookmarks, pageOf } from './panel-bookmarks.ts';
import { detachBoxes } from './panel-structure.ts';
import type { PanelTree } from './panel-trees.ts';
import type { placeObject } from './place-object.ts';

/** Something of a panel that says where it is on its page. */
export interface PlacedThing {
  ref: PDFRef;
  /** What says it. */
  key: Parameters<typeof placeObject>[1];
  /** Index of its page among those of the panel. */
  part: number;
}

/**
 * Lists the links, boxes of pictures and bookmarks of a panel, each made an object of its own that says nothing of the
 * panels around it.
 */
export function placedThings({ document, tree, bookmarks }: PanelSource): PlacedThing[] {
  const partOf = (page: unknown): number => {
    const part = tree.pages.findIndex(({ ref }) => ref === page);
    if (part === -1) throw new Error('Something of a panel is on none of its pages.');
    return part;
  };
  const pageOfLink = (link: PDFRef) => tree.pages.find((page) => linksOn(page, tree).includes(link))?.ref;
  const pageOfBookmark = (item: PDFRef) => pageOf(document.context.lookup(item, PDFDict));
  detachBookmarks(bookmarks, document);
  const links = [...tree.annotations.keys()].map((ref) => ({ ref, key: 'Rect' as const, page: pageOfLink(ref) }));
  const boxes = detachBoxes(tree).map(([ref, page]) => ({ ref, key: 'BBox' as const, page }));
  const items = [...bookmarks.top, ...bookmarks.below].map((ref) => ({
    ref,
    key: 'Dest' as const,
    page: pageOfBookmark(ref),
  }));
  return [...links, ...boxes, ...items].map(({ page, ...thing }) => ({ ...thing, part: partOf(page) }));
}

/** The links of a panel that are on a page of it, in reading order. */
export function linksOn({ node }: PDFPage, { annotations }: PanelTree): PDFRef[] {
  const onPage = new Set<unknown>(node.Annots()?.asArray());
  return [...annotations.keys()].filter((link) => onPage.has(link));
}
