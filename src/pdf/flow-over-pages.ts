import type { FitResult } from './fit-in-page.ts';

/**
 * Lets a handout take as many pages as it needs at a given body size.
 *
 * Runs in the browser and so may use nothing from outside itself.
 */
export function flowOverPages({ width, points }: { width: number; points: number }): FitResult {
  document.documentElement.style.setProperty('--body-size', `${points}pt`);
  document.body.style.width = `${width}px`;
  return { points, overflow: 0 };
}
