import { Buffer } from 'node:buffer';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { printDirectly, printOthers } from '../../src/pdf/print-directly.ts';
import { openPrintShop, type PrintContext } from '../../src/pdf/print-shop.ts';
import type { PrintedFile, PrintedSheet } from '../../src/pdf/printed-file.ts';
import { type Problem, stopOnErrors } from '../../src/problem.ts';
import { type StampContext, stampSheets } from '../../src/stamp/stamp-sheets.ts';
import type { BuiltSite } from '../html/build-fixture-site.ts';

/** Prints the sheets of a built site, or some of them by their ids, and what belongs to none: cards and print lists. */
export async function printBuilt(
  built: BuiltSite,
  {
    ids,
    workers = built.settings.workers,
    ...told
  }: { ids?: string[]; workers?: number } & Pick<PrintContext, 'tell' | 'onPrinted'> = {},
): Promise<{ value: PrintedSheet[]; others: PrintedFile[]; problems: Problem[] }> {
  const { site, content, settings, sheets } = built;
  const wanted = new Set(sheets.filter(({ id }) => ids?.includes(id) ?? true));
  const context: StampContext = { ...content, site, settings: { ...settings, workers }, ...told };
  const shop = await openPrintShop(context);
  try {
    const others = await printOthers(shop, context);
    const { value, problems } = await stampSheets(sheets, shop, context, wanted);
    return { value, others: others.value, problems: [...others.problems, ...problems] };
  } finally {
    await shop.close();
  }
}

/** Prints the sheets of a built site each with its panel on its page, as the press holds its stamped sheets against. */
export async function printBuiltDirectly({ site, content, settings, sheets }: BuiltSite): Promise<PrintedSheet[]> {
  const context: StampContext = { ...content, site, settings };
  const shop = await openPrintShop(context);
  try {
    const { value, problems } = await printDirectly(sheets, shop, context);
    stopOnErrors(problems);
    return value;
  } finally {
    await shop.close();
  }
}

/** A built site with one of its pages changed behind the back of all checks, as a fault of a template would. */
export function withPage(built: BuiltSite, url: string, change: (html: string) => string): BuiltSite {
  const pages = built.site.pages.map((page) => {
    if (page.url !== url) return page;
    const content = change(page.content);
    if (content === page.content) throw new Error(`Nothing was changed on ${url}.`);
    return { ...page, content };
  });
  return { ...built, site: { ...built.site, pages } };
}

/** A built site whose panels for stamping come from a template that was changed, by a fault. Ends with the test. */
export async function withPanelTemplate(built: BuiltSite, change: (template: string) => string): Promise<BuiltSite> {
  const templates = await mkdtemp(join(tmpdir(), 'handout-press-templates-'));
  onTestFinished(() => rm(templates, { recursive: true, force: true }));
  await cp(built.settings.templates, templates, { recursive: true });
  const path = join(templates, 'partials/panel.njk');
  const template = await readFile(path, 'utf8');
  if (change(template) === template) throw new Error('Nothing was changed in the template of panels.');
  await writeFile(path, change(template));
  return { ...built, settings: { ...built.settings, templates } };
}

/** What happened to one sheet whose page was changed: its problems in words. */
export async function problemsWithPage(
  built: BuiltSite,
  id: string,
  change: (html: string) => string,
): Promise<string[]> {
  const url = built.sheets.find((sheet) => sheet.id === id)?.url ?? '';
  return problemsOf(withPage(built, url, change), id);
}

/** What happened to one sheet whose panel was changed: its problems in words. */
export async function problemsWithPanel(
  built: BuiltSite,
  id: string,
  change: (template: string) => string,
): Promise<string[]> {
  return problemsOf(await withPanelTemplate(built, change), id);
}

async function problemsOf(built: BuiltSite, id: string): Promise<string[]> {
  const { value, problems } = await printBuilt(built, { ids: [id], workers: 1 });
  if (problems.length > 0 && value.length > 0) throw new Error(`${id} has problems and was printed all the same.`);
  return problems.map(({ where, what }) => `${where.file}${where.line === undefined ? '' : `:${where.line}`} ${what}`);
}

/** Bytes by path of the PDF, for comparison. */
export function bytesByPdf(printed: readonly PrintedSheet[]): Record<string, string> {
  return Object.fromEntries(printed.map(({ pdf, bytes }) => [pdf, Buffer.from(bytes).toString('base64')]));
}
