import type { FitResult } from './fit-in-page.ts';

/** What a flow works with; lengths in CSS pixels unless their names say points. */
export interface FlowOptions {
  /** Size of a page's content box. */
  width: number;
  height: number;
  points: number;
  /** Height of the box kept free for a panel; missing where the panel has whole pages. */
  slotHeight?: number;
  /** True for a sheet whose text was to fill front and back. */
  isOverlong?: boolean;
}

/**
 * Lets a handout take as many pages as it needs at a given body size. Where two languages stand side by side, rows of
 * the same number in their tables get the same height: whoever points at one must meet the other beside it.
 *
 * Runs in the browser and so may use nothing from outside itself.
 * @param options lengths and size
 * @param document the page, where it is not that of the script: a page in a frame
 */
export function flowOverPages(
  { width, height, points, slotHeight, isOverlong }: FlowOptions,
  document: Document = globalThis.document,
): FitResult {
  const root = document.documentElement;
  root.style.setProperty('--body-size', `${points}pt`);
  root.style.setProperty('--panel-size', `${points}pt`);
  root.style.setProperty('--page-height', `${height}px`);
  if (slotHeight !== undefined) root.style.setProperty('--slot-height', `${slotHeight}px`);
  document.body.style.width = `${width}px`;
  if (isOverlong) root.dataset['overlong'] = '';
  for (const pair of document.querySelectorAll('.pair')) {
    const [own = [], original = []] = [...pair.children].map((side) =>
      [...side.querySelectorAll('tr')].filter((row) => !row.closest('.pair__whole')),
    );
    for (const [index, row] of own.entries()) {
      const rows = [row, original[index]].filter((one) => one !== undefined);
      const height = Math.max(...rows.map((one) => one.getBoundingClientRect().height));
      for (const one of rows) one.style.blockSize = `${height}px`;
    }
  }
  return { points, overflow: 0, tightness: 0, ...(slotHeight !== undefined && { slot: slotHeight }) };
}
