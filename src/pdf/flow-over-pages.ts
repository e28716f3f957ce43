import type { FitResult } from './fit-in-page.ts';

/**
 * Lets a handout take as many pages as it needs at a given body size. Where two languages stand side by side, rows of
 * the same number in their tables get the same height: whoever points at one must meet the other beside it.
 *
 * Runs in the browser and so may use nothing from outside itself.
 */
export function flowOverPages({ width, points }: { width: number; points: number }): FitResult {
  document.documentElement.style.setProperty('--body-size', `${points}pt`);
  document.body.style.width = `${width}px`;
  for (const pair of document.querySelectorAll('.pair')) {
    const [own = [], original = []] = [...pair.children].map((side) => [...side.querySelectorAll('tr')]);
    for (const [index, row] of own.entries()) {
      const rows = [row, original[index]].filter((one) => one !== undefined);
      const height = Math.max(...rows.map((one) => one.getBoundingClientRect().height));
      for (const one of rows) one.style.blockSize = `${height}px`;
    }
  }
  return { points, overflow: 0 };
}
