import { textHeights } from '../text-heights.ts';
import type { RepairStep } from './draft.ts';

/**
 * Takes out text that is drawn in the margin of a page: where the ink of a page's first line reaches over the upper edge
 * of its content, Chromium draws that line at the foot of the page before as well (headless shell 147), where it shows
 * as crumbs and is read twice.
 *
 * Before: page 2 ends with the first line of page 3, below its content
 * After: page 2 ends with its own last line
 */
export const dropMarginText: RepairStep = ({ contents, identity: { margins } }) => {
  for (const [page, operations] of contents) {
    const { height } = page.getSize();
    const isInMargin = (baseline: number) => baseline < margins.below || baseline > height - margins.above;
    const dropped = new Set(textHeights(operations).flatMap((text) => (isInMargin(text.height) ? text.index : [])));
    if (dropped.size > 0)
      contents.set(
        page,
        operations.filter((_, index) => !dropped.has(index)),
      );
  }
};
