import type { Sheet } from '../html/build-sheets.ts';
import { formPage } from '../html/form-page.ts';
import { STYLESHEET } from '../html/stylesheet.ts';
import { NO_PRINT_CACHE } from '../print-cache.ts';
import { type Checked, hasErrors, type Problem, warning } from '../problem.ts';
import { isPublished } from '../settings.ts';
import type { OpenPrinter } from './browser-pool.ts';
import { checkPrinted } from './check-printed.ts';
import { cardsItem, printListItem } from './print-other-items.ts';
import { type PrintItem, sheetItem } from './print-items.ts';
import type { PrintContext, PrintShop } from './print-shop.ts';
import { printWhole } from './print-whole.ts';
import type { PrintedFile, PrintedSheet } from './printed-file.ts';
import { readPdfFacts } from './read-pdf-facts.ts';
import { REPAIR_STEPS } from './repair/repair-pdf.ts';
import { savePdf } from './repair/save-pdf.ts';

/** Prints what belongs to no sheet: the cards to point at, and the print lists. */
export async function printOthers(
  shop: PrintShop,
  context: PrintContext,
): Promise<{ value: PrintedFile[]; problems: Problem[] }> {
  const { site, tools, settings } = context;
  const lists = site.printLists.map((list) => printListItem(list, tools, settings.sourceLocale));
  return printItems([cardsItem(site.cards, tools, settings.sourceLocale), ...lists], shop, context);
}

/**
 * Prints sheets with their clinic's panel in its slot. What is published is stamped instead (`src/stamp/`): this is what
 * it must look like, and what the tests and the bench hold it against.
 */
export async function printDirectly(
  sheets: readonly Sheet[],
  shop: PrintShop,
  context: PrintContext,
): Promise<{ value: PrintedSheet[]; problems: Problem[] }> {
  const { tools, settings } = context;
  const files = sheets.flatMap((sheet) => sheet.files.map((file) => ({ sheet, file })));
  const items = files.map(({ sheet, file }) => sheetItem(sheet, file, tools, settings));
  const { value, problems } = await printItems(items, shop, context);
  const byPdf = new Map(value.map((file) => [file.pdf, file]));
  return {
    value: files.flatMap(({ sheet, file: { pdf, form } }) => {
      const printed = byPdf.get(pdf);
      return printed ? [{ ...printed, sheet, form }] : [];
    }),
    problems,
  };
}

/** Prints pages and reads each PDF back. The order of the result is that of the items, not of finishing. */
async function printItems(
  items: readonly PrintItem[],
  shop: PrintShop,
  context: PrintContext,
): Promise<{ value: PrintedFile[]; problems: Problem[] }> {
  const pages = new Map(context.site.pages.map(({ url, content }) => [url, content]));
  const results = await shop.map(items, async (open, item) => {
    const page = pages.get(item.url);
    if (page === undefined) throw new Error(`No page was rendered for ${item.url}.`);
    const printed = await printItem(open, item, page, context);
    context.onPrinted?.(item.id);
    return printed;
  });
  return {
    value: results.flatMap(({ value }) => value ?? []),
    problems: results.flatMap(({ problems }) => problems),
  };
}

async function printItem(
  open: OpenPrinter,
  item: PrintItem,
  page: string,
  context: PrintContext,
): Promise<Checked<PrintedFile>> {
  const { site, cache = NO_PRINT_CACHE } = context;
  const html = formPage(page, { ...item, styles: site.formStyles });
  return cache.keep('files', printKey(item, html, context), () => printAnew(open, item, html, context));
}

/** Everything that decides how an item is printed. The fonts of a page are decided by its words. */
export function printKey(
  { url, date, bodySize, slot, form }: Pick<PrintItem, 'url' | 'date' | 'bodySize' | 'slot' | 'form'>,
  html: string,
  { site, settings }: PrintContext,
): string[] {
  const css = new TextDecoder().decode(site.assets.get(STYLESHEET));
  const address = isPublished(settings) ? settings.address : undefined;
  return [html, css, JSON.stringify({ url, date, bodySize, slot, form, address })];
}

async function printAnew(
  open: OpenPrinter,
  item: PrintItem,
  html: string,
  context: PrintContext,
): Promise<Checked<PrintedFile>> {
  const { settings } = context;
  const whole = await printWhole(await open(), item, { html, steps: REPAIR_STEPS, settings });
  if (whole.value === undefined) return { problems: whole.problems };
  const { draft, points, tightness } = whole.value;
  const bytes = await savePdf(draft.document);
  const expectation = item.expectationAt?.(tightness) ?? item.expectation;
  const checked = await checkFile(bytes, { ...item, expectation }, context);
  const problems = [...whole.problems, ...checked.problems];
  return hasErrors(problems)
    ? { problems }
    : { value: { pdf: item.pdf, bytes, points, pages: checked.pages }, problems };
}

/** Reads a finished PDF back, and compares it with what it must hold. */
export async function checkFile(
  bytes: Uint8Array,
  item: Pick<PrintItem, 'expectation' | 'form' | 'pdf'>,
  { tools }: Pick<PrintContext, 'tools'>,
): Promise<{ pages: number; problems: Problem[] }> {
  const facts = await readPdfFacts(bytes, (lang) => tools.get(lang)?.language.dir === 'rtl');
  return { pages: facts.pages, problems: [...checkPrinted(facts, item.expectation), ...checkSize(bytes.length, item)] };
}

function checkSize(length: number, { pdf, form: { mostBytes } }: Pick<PrintItem, 'form' | 'pdf'>): Problem[] {
  if (length <= mostBytes) return [];
  const what = `This PDF has ${Math.ceil(length / 1000)} kB; over ${mostBytes / 1000} kB it is slow to send to an old phone.`;
  return [warning(pdf, what, 'use a smaller logo, if the clinic has one; else please report it.')];
}
