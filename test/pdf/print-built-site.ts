import { Buffer } from 'node:buffer';
import { type PrintContext, type PrintedFile, type PrintedSheet, printSheets } from '../../src/pdf/print-sheets.ts';
import type { Problem } from '../../src/problem.ts';
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
  const { site, content, settings } = built;
  const sheets = built.sheets.filter(({ id }) => ids?.includes(id) ?? true);
  return printSheets(sheets, { site, tools: content.tools, settings: { ...settings, workers }, ...told });
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

/** What happened to one sheet whose page was changed: its problems in words. */
export async function problemsWithPage(
  built: BuiltSite,
  id: string,
  change: (html: string) => string,
): Promise<string[]> {
  const url = built.sheets.find((sheet) => sheet.id === id)?.url ?? '';
  const { value, problems } = await printBuilt(withPage(built, url, change), { ids: [id], workers: 1 });
  if (problems.length > 0 && value.length > 0) throw new Error(`${id} has problems and was printed all the same.`);
  return problems.map(({ where, what }) => `${where.file}${where.line === undefined ? '' : `:${where.line}`} ${what}`);
}

/** Bytes by path of the PDF, for comparison. */
export function bytesByPdf(printed: readonly PrintedSheet[]): Record<string, string> {
  return Object.fromEntries(printed.map(({ pdf, bytes }) => [pdf, Buffer.from(bytes).toString('base64')]));
}
