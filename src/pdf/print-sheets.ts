import type { Site } from '../html/build-site.ts';
import type { Form } from '../forms.ts';
import type { Sheet } from '../html/build-sheets.ts';
import { FAULT_OF_THE_PRESS } from '../html/compare-texts.ts';
import { formPage } from '../html/form-page.ts';
import type { LanguageTools } from '../i18n/language-tools.ts';
import { type Checked, error, hasErrors, type Problem, warning } from '../problem.ts';
import { marginsInPoints } from '../paper.ts';
import { isPublished, type Settings } from '../settings.ts';
import { BrowserPool } from './browser-pool.ts';
import { checkPrinted } from './check-printed.ts';
import { repairPdf } from './repair/repair-pdf.ts';
import { UnrepairableError } from './repair/unrepairable.ts';
import { findBrowser } from './launch-browser.ts';
import { startPageServer } from './page-server.ts';
import { cardsItem, printListItem } from './print-other-items.ts';
import { type PrintItem, sheetItem, SIDES } from './print-items.ts';
import { type PrintedPage, type Printer, STEP } from './print-page.ts';
import { readPdfFacts } from './read-pdf-facts.ts';

/** A finished PDF, read back and found whole. */
export interface PrintedFile {
  pdf: string;
  bytes: Uint8Array;
  /** Size of its body text. */
  points: number;
  pages: number;
}

/** The finished PDF of a form of a sheet. */
export interface PrintedSheet extends PrintedFile {
  sheet: Sheet;
  form: Form;
}

/** What printing is given beside the items. */
export interface PrintContext {
  site: Site;
  tools: ReadonlyMap<string, LanguageTools>;
  settings: Settings;
  /** Told after each item. */
  onPrinted?: (item: PrintItem) => void;
  /** Told what a person at the terminal should know. */
  tell?: (message: string) => void;
}

/** Prints all forms of all sheets, and the cards and lists that belong to none of them; see {@link printItems}. */
export async function printSheets(
  sheets: readonly Sheet[],
  context: PrintContext,
): Promise<{ value: PrintedSheet[]; others: PrintedFile[]; problems: Problem[] }> {
  const { tools, settings, site } = context;
  const items = sheets.flatMap((sheet) => sheet.files.map((file) => sheetItem(sheet, file, tools, settings)));
  const lists = site.printLists.map((list) => printListItem(list, tools, settings.sourceLocale));
  const others = [cardsItem(site.cards, tools, settings.sourceLocale), ...lists];
  const { value, problems } = await printItems([...items, ...others], context);
  const byPdf = new Map(value.map((file) => [file.pdf, file]));
  return {
    value: sheets.flatMap((sheet) =>
      sheet.files.flatMap(({ pdf, form }) => {
        const file = byPdf.get(pdf);
        return file ? [{ ...file, sheet, form }] : [];
      }),
    ),
    others: others.flatMap(({ pdf }) => byPdf.get(pdf) ?? []),
    problems,
  };
}

/**
 * Prints pages and reads each PDF back, in a few browsers of one page each: on two cores, two of them do half
 * again as much as one (`npm run bench`), and one that dies costs one sheet only. The order of the
 * result is that of the items, not of finishing.
 */
async function printItems(
  items: readonly PrintItem[],
  context: PrintContext,
): Promise<{ value: PrintedFile[]; problems: Problem[] }> {
  const { site, settings, tell } = context;
  const pages = new Map(site.pages.map(({ url, content }) => [url, content]));
  const server = await startPageServer(site.assets);
  const pool = new BrowserPool(await findBrowser(settings.cache), server.origin, tell);
  try {
    const results = await pool.map(items, settings.workers, async (printer, item) => {
      const page = pages.get(item.url);
      if (page === undefined) throw new Error(`No page was rendered for ${item.url}.`);
      const html = formPage(page, { ...item, styles: site.formStyles });
      const printed = await printItem(printer, item, html, context);
      context.onPrinted?.(item);
      return printed;
    });
    return {
      value: results.flatMap(({ value }) => value ?? []),
      problems: results.flatMap(({ problems }) => problems),
    };
  } finally {
    await pool.close();
    await server.close();
  }
}

async function printItem(
  printer: Printer,
  item: PrintItem,
  html: string,
  { tools, settings }: PrintContext,
): Promise<Checked<PrintedFile>> {
  const isRtl = (lang: string) => tools.get(lang)?.language.dir === 'rtl';
  const address = isPublished(settings) ? settings.address : undefined;
  const { url, pdf, expectation, form } = item;
  const { min } = item.bodySize;
  let { max } = item.bodySize;
  for (;;) {
    const printed = await printer.print({ html, url, bodySize: { min, max }, address }, form);
    const problems = checkPage(printed, item);
    if (hasErrors(problems)) return { problems };
    const repaired = await repairPrinted(printed, item);
    if (repaired.value === undefined) return { problems: repaired.problems };
    const bytes = repaired.value;
    const facts = await readPdfFacts(bytes, isRtl);
    const { points } = printed.fit;
    // The layout said it fits and the print, rounding otherwise, disagrees: one step smaller.
    if (form.isTwoSided && facts.pages > SIDES) {
      if (points === min) return { problems: [item.tooLong(min, 1)] };
      max = Math.max(min, points - STEP);
      continue;
    }
    problems.push(...checkPrinted(facts, expectation), ...checkSize(bytes, item));
    return hasErrors(problems) ? { problems } : { value: { pdf, bytes, points, pages: facts.pages }, problems };
  }
}

/** Makes a print final, or says in words why it cannot be. */
async function repairPrinted(
  { bytes, fit: { headings } }: PrintedPage,
  { expectation: { title, pdf }, language, date, form }: PrintItem,
): Promise<Checked<Uint8Array>> {
  const { tag: lang, dir } = language;
  try {
    const identity = {
      title,
      lang,
      dir,
      date,
      headings,
      isTwoSided: form.isTwoSided,
      margins: marginsInPoints(form.paper),
    };
    return { value: await repairPdf(bytes, identity), problems: [] };
  } catch (failure) {
    if (!(failure instanceof UnrepairableError)) throw failure;
    return { problems: [error(pdf, failure.message, FAULT_OF_THE_PRESS)] };
  }
}

function checkSize({ length }: Uint8Array, { pdf, form: { mostBytes } }: PrintItem): Problem[] {
  if (length <= mostBytes) return [];
  const what = `This PDF has ${Math.ceil(length / 1000)} kB; over ${mostBytes / 1000} kB it is slow to send to an old phone.`;
  return [warning(pdf, what, 'use a smaller logo, if the clinic has one; else please report it.')];
}

function checkPage({ fit, faults }: PrintedPage, item: PrintItem): Problem[] {
  const problems = faults.map((fault) =>
    error(
      item.pdf,
      `While it was printed, the page ${fault}.`,
      'a sheet may use only files of this site: correct the template or the record that names the address.',
    ),
  );
  if (fit.overflow > 0) problems.push(item.tooLong(item.bodySize.min, Math.ceil((fit.overflow * 25.4) / 96)));
  return [...problems, ...fit.tooWide.map((text) => item.tooWide(text))];
}
