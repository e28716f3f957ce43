import { PDFDocument } from '@cantoo/pdf-lib';
import { FAULT_OF_THE_PRESS } from '../html/compare-texts.ts';
import type { Tightness } from '../html/panel-tightness.ts';
import { marginsInPoints } from '../paper.ts';
import { type Checked, error, hasErrors, type Problem } from '../problem.ts';
import { isPublished, type Settings } from '../settings.ts';
import type { Draft, PdfIdentity, RepairStep } from './repair/draft.ts';
import { repairDocument } from './repair/repair-pdf.ts';
import { UnrepairableError } from './repair/unrepairable.ts';
import { type PrintItem, SIDES } from './print-items.ts';
import { STEP } from './fit-options.ts';
import type { PrintedPage, Printer } from './print-page.ts';

/** A page that was printed whole, and repaired; its PDF is still open. */
export interface WholePrint {
  draft: Draft;
  /** Size of its body text. */
  points: number;
  pages: number;
  /** Height of the room it keeps for a panel, in pixels. */
  slot?: number;
  /** What a panel on the page had to give up. */
  tightness: Tightness;
}

/** How an item is printed. */
export interface PrintOptions {
  html: string;
  steps: readonly [string, RepairStep][];
  settings: Settings;
}

/**
 * Prints an item in the largest letters in which it fits, and repairs it. What does not fit in the smallest takes as many
 * pages as it needs, if it may.
 */
export async function printWhole(
  printer: Printer,
  item: PrintItem,
  { html, steps, settings }: PrintOptions,
): Promise<Checked<WholePrint>> {
  const address = isPublished(settings) ? settings.address : undefined;
  const { url, form, slot, tookMore } = item;
  const { min } = item.bodySize;
  let { max } = item.bodySize;
  let isFlowing = false;
  for (;;) {
    const printed = await printer.print({ html, url, bodySize: { min, max }, slot, address, isFlowing }, form);
    if (printed.fit.overflow > 0 && tookMore) {
      isFlowing = true;
      continue;
    }
    const problems = checkPage(printed, item);
    if (hasErrors(problems)) return { problems };
    const pages = await countPages(printed.bytes);
    const { points } = printed.fit;
    // The layout said it fits and the print, rounding otherwise, disagrees: one step smaller.
    if (form.isTwoSided && !isFlowing && pages > SIDES) {
      if (points === min && !tookMore) return { problems: [item.tooLong(min, 1)] };
      isFlowing = points === min;
      max = Math.max(min, points - STEP);
      continue;
    }
    if (isFlowing && tookMore) problems.push(tookMore(pages));
    const draft = await repair(printed.bytes, identityOf(item, printed.fit.headings), steps, item.pdf);
    const { slot: height, tightness } = printed.fit;
    const value = draft.value && { draft: draft.value, points, pages, slot: height, tightness };
    return { value, problems: [...problems, ...draft.problems] };
  }
}

async function countPages(bytes: Uint8Array): Promise<number> {
  return (await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Infinity })).getPageCount();
}

function identityOf({ expectation, language, date, form }: PrintItem, headings: readonly string[]): PdfIdentity {
  return {
    title: expectation.title,
    lang: language.tag,
    dir: language.dir,
    date,
    headings,
    isTwoSided: form.isTwoSided,
    margins: marginsInPoints(form.paper),
  };
}

/** Makes a print final, or says in words why it cannot be. @param where what to name in a problem */
export async function repair(
  bytes: Uint8Array,
  identity: PdfIdentity,
  steps: readonly [string, RepairStep][],
  where: string,
): Promise<Checked<Draft>> {
  try {
    return { value: await repairDocument(bytes, identity, steps), problems: [] };
  } catch (failure) {
    if (!(failure instanceof UnrepairableError)) throw failure;
    return { problems: [error(where, failure.message, FAULT_OF_THE_PRESS)] };
  }
}

/** Requests that failed while something was printed. */
export function faultProblems(faults: readonly string[], where: string): Problem[] {
  return faults.map((fault) =>
    error(
      where,
      `While it was printed, the page ${fault}.`,
      'a sheet may use only files of this site: correct the template or the record that names the address.',
    ),
  );
}

function checkPage({ fit, faults }: PrintedPage, item: PrintItem): Problem[] {
  const problems = faultProblems(faults, item.pdf);
  if (fit.overflow > 0) problems.push(item.tooLong(item.bodySize.min, Math.ceil((fit.overflow * 25.4) / 96)));
  return [...problems, ...fit.tooWide.map((text) => item.tooWide(text))];
}
