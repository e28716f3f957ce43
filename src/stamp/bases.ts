import { emptySlot } from '../html/slot.ts';
import type { Form, Slot } from '../forms.ts';
import { allSections } from '../handout/handout.ts';
import { formPage } from '../html/form-page.ts';
import type { Sheet } from '../html/build-sheets.ts';
import type { OpenPrinter } from '../pdf/browser-pool.ts';
import { printKey } from '../pdf/print-directly.ts';
import { type PrintItem, sheetItem } from '../pdf/print-items.ts';
import type { PrintContext } from '../pdf/print-shop.ts';
import { printWhole } from '../pdf/print-whole.ts';
import { BASE_STEPS } from '../pdf/repair/repair-pdf.ts';
import { UnrepairableError } from '../pdf/repair/unrepairable.ts';
import { FAULT_OF_THE_PRESS } from '../html/compare-texts.ts';
import { NO_PRINT_CACHE } from '../print-cache.ts';
import { type Checked, error } from '../problem.ts';
import { compileBase } from './compile-base.ts';
import type { Base } from './compiled.ts';

/** A handout in one language and form, printed without a clinic. */
export interface PrintedBase {
  base: Base;
  /** Size of its body text. */
  points: number;
  pages: number;
  /** Height of its slot in pixels, where that is one box. */
  slot?: number;
}

/** Gives the base of a sheet with one of the slots of its form; each is printed once, when it is first asked for. */
export type BaseOf = (sheet: Sheet, form: Form, slot: Slot, open: OpenPrinter) => Promise<Checked<PrintedBase>>;

/**
 * Prints bases from the pages of the main clinic, whose panel is taken out. Where a text links to other pages, those of
 * a clinic that has its own are printed.
 * @param sheets of the clinics that have pages, the main clinic among them
 */
export function createBases(sheets: readonly Sheet[], context: PrintContext): BaseOf {
  const sitePages = new Map(context.site.pages.map(({ url, content }) => [url, content]));
  const own = new Map(sheets.filter(linksToPages).map((sheet) => [sheet.id, sheet]));
  const ofMain = sheets.filter(({ clinic }) => clinic.id === context.settings.mainClinic);
  const models = new Map(ofMain.map((sheet) => [modelKey(sheet), sheet]));
  const printed = new Map<string, Promise<Checked<PrintedBase>>>();
  const baseOf: BaseOf = (sheet, form, slot, open) => {
    const model = own.get(sheet.id) ?? models.get(modelKey(sheet));
    if (!model) throw new Error(`The main clinic has no sheet of ${modelKey(sheet)}.`);
    const key = `${model.id} ${form.name} ${JSON.stringify(slot)}`;
    const known = printed.get(key);
    // Whoever waits for a print that failed with another’s browser prints it in its own.
    if (known) return known.catch(() => baseOf(sheet, form, slot, open));
    const printing = printBase(model, { form, slot, sitePages }, context, open);
    printed.set(key, printing);
    // What failed with its browser is tried again with another.
    printing.catch(() => printed.delete(key));
    return printing;
  };
  return baseOf;
}

function modelKey({ language, handout }: Sheet): string {
  return `${language.tag} ${handout.id}`;
}

/** Its summary and title have no links. */
function linksToPages({ text, original }: Sheet): boolean {
  const hasLink = allSections(text.sections).some(({ html }) => html.includes('href="../'));
  return hasLink || (original !== undefined && linksToPages(original));
}

async function printBase(
  model: Sheet,
  { form, slot, sitePages }: { form: Form; slot: Slot; sitePages: ReadonlyMap<string, string> },
  context: PrintContext,
  open: OpenPrinter,
): Promise<Checked<PrintedBase>> {
  const { site, tools, settings } = context;
  const file = model.files.find((one) => one.form === form);
  const page = file && sitePages.get(file.url);
  if (!file || page === undefined) throw new Error(`No page was rendered for ${model.id} in the form ${form.name}.`);
  const item = sheetItem(model, file, tools, settings, slot);
  const html = formPage(emptySlot(page, slot), { ...item, styles: site.formStyles });
  const { cache = NO_PRINT_CACHE } = context;
  return cache.keep('bases', printKey(item, html, context), () => printAnew(item, html, context, open));
}

async function printAnew(
  item: PrintItem,
  html: string,
  { settings }: PrintContext,
  open: OpenPrinter,
): Promise<Checked<PrintedBase>> {
  const { form } = item;
  const whole = await printWhole(await open(), item, { html, steps: BASE_STEPS, settings });
  if (!whole.value) return { problems: whole.problems };
  const { draft, points, pages, slot: height } = whole.value;
  try {
    const base = compileBase(draft, { anchor: form.isTwoSided ? 'bottom' : 'top' });
    return { value: { base, points, pages, slot: height }, problems: whole.problems };
  } catch (failure) {
    if (!(failure instanceof UnrepairableError)) throw failure;
    return { problems: [error(item.pdf, failure.message, FAULT_OF_THE_PRESS)] };
  }
}
