import { cacheKey } from '../cache-key.ts';
import type { Form } from '../forms.ts';
import type { Sheet } from '../html/build-sheets.ts';
import type { PanelFontSource } from '../html/panel-fonts.ts';
import { createPanelRenderers } from '../html/render-panels.ts';
import type { Language } from '../i18n/languages.ts';
import { checkFile } from '../pdf/print-directly.ts';
import { expectationOf } from '../pdf/print-items.ts';
import type { PrintContext, PrintShop } from '../pdf/print-shop.ts';
import type { PrintedSheet } from '../pdf/printed-file.ts';
import { NO_PRINT_CACHE } from '../print-cache.ts';
import { type Checked, hasErrors, type Problem } from '../problem.ts';
import { createBases } from './bases.ts';
import { bucketsOf } from './buckets.ts';
import { LeftOutLines } from './left-out.ts';
import { type StampedSheet, stampGroup } from './stamp-group.ts';

/** What stamping is given beside the sheets. */
export interface StampContext extends PrintContext, Pick<PanelFontSource, 'languages' | 'fonts'> {}

/**
 * Makes the PDFs of sheets, and reads each back. The order of the result is that of the sheets and their files.
 * @param sheets all there are: panels are printed together whatever is asked for, so that the files are the same
 * @param wanted those that files are made for
 */
export async function stampSheets(
  sheets: readonly Sheet[],
  shop: PrintShop,
  context: StampContext,
  wanted: ReadonlySet<Sheet> = new Set(sheets),
): Promise<{ value: PrintedSheet[]; problems: Problem[] }> {
  const baseOf = createBases(sheets, context);
  const rendererOf = createPanelRenderers(context.tools, context.settings);
  const leftOut = new LeftOutLines();
  const groups = groupSheets(sheets).filter((group) => group.sheets.some((sheet) => wanted.has(sheet)));
  const results = await shop.map(groups, async (open, group) => {
    const press = { ...context, context, shop, baseOf, render: rendererOf(group.language) };
    const stamped = await stampGroup(group, press, open);
    const finished: Checked<PrintedSheet>[] = [];
    const ofWanted = stamped.value.filter(({ sheet }) => wanted.has(sheet));
    for (const one of ofWanted) {
      finished.push(await finish(one, context));
      context.onPrinted?.(`${one.sheet.id} ${one.form.name}`);
    }
    const problems = [...stamped.problems, ...finished.flatMap((one) => one.problems)];
    leftOut.add(ofWanted);
    return { value: finished.flatMap(({ value }) => value ?? []), problems };
  });
  const byPdf = new Map(results.flatMap(({ value }) => value).map((one) => [one.pdf, one]));
  return {
    value: sheets.flatMap(({ files }) => files.flatMap(({ pdf }) => byPdf.get(pdf) ?? [])),
    problems: [...results.flatMap(({ problems }) => problems), ...leftOut.problems()],
  };
}

/** Sheets by language, form and bucket of clinics, in the order of the languages and forms. */
function groupSheets(sheets: readonly Sheet[]): { language: Language; form: Form; sheets: Sheet[] }[] {
  const buckets = bucketsOf([...new Set(sheets.map(({ clinic }) => clinic.id))]).map((ids) => new Set(ids));
  const languages = [...new Set(sheets.map(({ language }) => language))];
  return languages.flatMap((language) => {
    const own = sheets.filter((sheet) => sheet.language === language);
    const forms = [...new Set(own.flatMap(({ files }) => files.map(({ form }) => form)))];
    return forms.flatMap((form) =>
      buckets
        .map((ids) => ({ language, form, sheets: own.filter(({ clinic }) => ids.has(clinic.id)) }))
        .filter((group) => group.sheets.length > 0),
    );
  });
}

async function finish(one: StampedSheet, context: PrintContext): Promise<Checked<PrintedSheet>> {
  const { sheet, form, pdf, points } = one;
  const bytes = Buffer.concat(one.chunks);
  const { value: pages, problems } = await readBack(one, bytes, context);
  return pages === undefined ? { problems } : { value: { sheet, form, pdf, bytes, points, pages }, problems };
}

/**
 * Reads a stamped sheet back whole, and compares it with all that it must hold. The same bytes are read once, also when
 * another build makes them.
 * @param bytes of the whole file
 * @returns its number of pages
 */
export async function readBack(
  { sheet, form, pdf, tightness }: StampedSheet,
  bytes: Uint8Array,
  context: PrintContext,
): Promise<Checked<number>> {
  const { cache = NO_PRINT_CACHE, tools } = context;
  const expectation = expectationOf(sheet, { form, pdf }, tools, tightness);
  return cache.keep('read-back', [cacheKey(bytes), JSON.stringify(expectation)], async () => {
    const { pages, problems } = await checkFile(bytes, { expectation, form, pdf }, context);
    return hasErrors(problems) ? { problems } : { value: pages, problems };
  });
}
