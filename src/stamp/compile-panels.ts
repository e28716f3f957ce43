import type { Draft } from '../pdf/repair/draft.ts';
import { UnrepairableError } from '../pdf/repair/unrepairable.ts';
import { compilePanel } from './compile-panel.ts';
import type { PanelBatch } from './compiled.ts';
import { type PanelBookmarks, panelBookmarks } from './panel-bookmarks.ts';
import { panelFaults } from './panel-faults.ts';
import { panelTrees } from './panel-trees.ts';
import { retagFonts } from './retag-fonts.ts';
import { shareResources } from './share-resources.ts';

/**
 * Makes the panels of many clinics ready to be put into slots.
 * @param draft pages without margins, one or more for each of them, after `PANEL_STEPS`; it is used up. A panel stands at
 * the left of its pages and at the edge by which it is put into slots. Its place is exact where the page's height is a
 * multiple of 8 pixels; Chromium rounds others, by up to a third of a point.
 * @returns the panels in the order of their pages
 * @throws {UnrepairableError} naming the pages that are not of one panel, or have something no sheet could take in
 */
export function compilePanels({ document, contents }: Draft): PanelBatch {
  retagFonts(document);
  const trees = panelTrees(document);
  const bookmarks = panelBookmarks(document, trees);
  const shared = shareResources(
    document,
    trees.map(({ pages }) => pages),
  );
  const sources = trees.map((tree, index) => ({
    document,
    contents,
    tree,
    bookmarks: bookmarks[index] as PanelBookmarks,
    shared,
    used: shared.used[index] ?? { groups: [], own: [] },
  }));
  const pages = document.getPages();
  const faults = sources.flatMap((source) =>
    source.tree.pages.flatMap((page) =>
      panelFaults(source, page).map((fault) => `On page ${pages.indexOf(page) + 1}, ${fault}`),
    ),
  );
  if (faults.length > 0) throw new UnrepairableError(faults.join(' '));
  return { shared: shared.groups.map(({ bytes }) => bytes), panels: sources.map(compilePanel) };
}
