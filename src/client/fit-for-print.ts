import type { Slot } from '../forms.ts';
import type { Paper } from '../paper.ts';
import { fitInPage } from '../pdf/fit-in-page.ts';
import type { FitResult } from '../pdf/fit-in-page.ts';
import { fitOptions, flowOptions } from '../pdf/fit-options.ts';
import { flowOverPages } from '../pdf/flow-over-pages.ts';

/** What a sheet is to be laid out on. */
export interface FittedForm {
  paper: Paper;
  /** True for front and back in the largest text that fits, else as many pages as it takes. */
  isTwoSided: boolean;
  /** In points. */
  bodySize: { min: number; max: number };
  slot?: Slot;
}

/**
 * Lays a sheet out for its paper as the press does, in a page that is shown as printed. What stands on it is changed:
 * sections move to the back, and styles are set on the root and the body.
 *
 * A sheet that the press fitted may be too long here, where letters are drawn by other fonts: then it takes as many
 * pages as it needs in the smallest text, and nothing is lost.
 * @returns what the fit found, and whether the sheet is on two sides as in the press
 */
export function fitForPrint(
  { paper, isTwoSided, bodySize, slot }: FittedForm,
  document: Document,
): FitResult & { isFitted: boolean } {
  if (!isTwoSided) return { ...flowOverPages(flowOptions(paper, bodySize.min, slot), document), isFitted: true };
  const sheet = document.querySelector('main.sheet');
  const whole = sheet?.cloneNode(true);
  const fit = fitInPage(fitOptions(paper, bodySize, slot), document);
  if (fit.overflow === 0 || !sheet || !whole) return { ...fit, isFitted: true };
  sheet.replaceWith(whole);
  document.documentElement.removeAttribute('style');
  // Columns that run on to another page are not measured as they are printed, and could lose a line.
  for (const side of document.querySelectorAll<HTMLElement>('.sheet__body')) side.style.columns = 'auto';
  return { ...flowOverPages(flowOptions(paper, bodySize.min), document), isFitted: false };
}
