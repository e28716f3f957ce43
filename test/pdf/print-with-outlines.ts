import type { Browser } from 'puppeteer';
import { vi } from 'vitest';
import type { FormName } from '../../src/forms.ts';
import { type PrintedForm, Printer } from '../../src/pdf/print-page.ts';
import { hasErrors } from '../../src/problem.ts';
import type { BuiltSite } from '../html/build-fixture-site.ts';
import { type Box, outlineOf, spelledLike } from './outline.ts';
import { readPageStructure } from './page-structure.ts';
import { readPdfStructure } from './pdf-structure.ts';
import { printBuilt, printBuiltDirectly } from './print-built-site.ts';

/** What a sheet says in one of its forms: on the page it was printed from, and in its PDF. */
export interface PrintedOutlines {
  id: string;
  handout: string;
  locale: string;
  form: FormName;
  page: string[];
  pdf: string[];
  bytes: Uint8Array;
}

/** Prints the sheets of a built site as the press does, and reads every page, with its panel, as it would be printed. */
export async function printWithOutlines(built: BuiltSite): Promise<PrintedOutlines[]> {
  const pages: { url: string; form: PrintedForm; structure: Box }[] = [];
  const open = Printer.open.bind(Printer);
  const watched = vi.spyOn(Printer, 'open').mockImplementation(async (browser, origin) => {
    const page = await browser.newPage();
    const session = await page.createCDPSession();
    const printer = await open(withOnlyPage(browser, page), origin);
    const print = printer.print.bind(printer);
    printer.print = async (job, form) => {
      const printed = await print(job, form);
      pages.push({ url: job.url, form, structure: await readPageStructure(session) });
      return printed;
    };
    return printer;
  });
  await printBuiltDirectly(built).finally(() => watched.mockRestore());
  const { value, problems } = await printBuilt(built);
  if (hasErrors(problems)) throw new Error(`Not all was printed: ${JSON.stringify(problems)}`);
  const outlines = value.map(async ({ sheet, form, pdf, bytes }): Promise<PrintedOutlines> => {
    const { tag: locale } = sheet.language;
    const url = sheet.files.find((file) => file.pdf === pdf)?.url;
    // A page that needed a third side was printed again.
    const page = pages.findLast((one) => one.url === url && one.form === form);
    if (!page) throw new Error(`No page was printed for ${pdf}.`);
    const said = outlineOf(page.structure, locale);
    return {
      id: sheet.id,
      handout: sheet.handout.id,
      locale,
      form: form.name,
      page: said,
      pdf: await outlineOfPdf(bytes, built, locale, said),
      bytes,
    };
  });
  return Promise.all(outlines);
}

/**
 * What a PDF says.
 * @param model how it is spelled
 */
export async function outlineOfPdf(
  bytes: Uint8Array,
  { content: { tools } }: Pick<BuiltSite, 'content'>,
  locale: string,
  model: readonly string[],
): Promise<string[]> {
  const structure = await readPdfStructure(bytes, (lang) => tools.get(lang)?.language.dir === 'rtl');
  return spelledLike(outlineOf(structure, locale), model);
}

/** A browser whose next page is the given one. */
function withOnlyPage(browser: Browser, page: Awaited<ReturnType<Browser['newPage']>>): Browser {
  return new Proxy(browser, {
    get: (target, key) => (key === 'newPage' ? () => Promise.resolve(page) : (Reflect.get(target, key) as unknown)),
  });
}
