import type { Browser } from 'puppeteer';
import { LETTER } from '../src/paper.ts';
import { type Contestant, REPEATS, timed } from './bench-rounds.ts';
import { openWatchedPrinter, printAndCheck, StageClock } from './bench-press.ts';
import type { Subject } from './bench-subject.ts';

/** Pages as the press has fitted them, by address within the site: nothing is left to do but print. */
export type FittedPages = ReadonlyMap<string, string>;

const PRINT_OPTIONS = {
  preferCSSPageSize: true,
  printBackground: true,
  paperWidth: LETTER.widthInches,
  paperHeight: LETTER.heightInches,
};

/**
 * Lets the press fit each page once and takes it from the browser. Files of the site are named in full, so that a
 * page may stand at any address.
 */
export async function fitPages(browser: Browser, origin: string, subject: Subject): Promise<FittedPages> {
  const { printer, page } = await openWatchedPrinter(browser, origin, new StageClock());
  const pages = new Map<string, string>();
  for (const sheet of subject.sheets) {
    await printAndCheck(printer, sheet, subject, new StageClock());
    pages.set(
      sheet.url,
      (await page.content()).replaceAll(/((?:href|src)=")(?:\.\.\/)+assets\//g, `$1${origin}assets/`),
    );
  }
  await page.close();
  return pages;
}

/** The least this browser takes: a page kept open, the fitted page swapped in, the protocol's own print call. */
export async function rawPrinting(
  browser: Browser,
  origin: string,
  pages: FittedPages,
  hasTags: boolean,
): Promise<Contestant> {
  const page = await browser.newPage();
  const protocol = await page.createCDPSession();
  await page.goto(origin);
  await protocol.send('Emulation.setEmulatedMedia', { media: 'print' });
  const options = { ...PRINT_OPTIONS, generateTaggedPDF: hasTags, generateDocumentOutline: hasTags };
  return printEach(
    `floor: raw print of fitted pages, tags ${hasTags ? 'on' : 'off'}`,
    [...pages.values()],
    async (html) => {
      await page.setContent(html, { waitUntil: 'load' });
      const { data } = await protocol.send('Page.printToPDF', options);
      return Buffer.from(data, 'base64');
    },
  );
}

/** What most programs do: open each page and call the library's `pdf()`. The server must hold the fitted pages. */
export async function navigating(browser: Browser, origin: string, pages: FittedPages): Promise<Contestant> {
  const page = await browser.newPage();
  return printEach('page.goto + page.pdf() of fitted pages', [...pages.keys()], async (url) => {
    await page.goto(new URL(url, origin).href, { waitUntil: 'load' });
    return page.pdf({ ...PRINT_OPTIONS, tagged: true, outline: true });
  });
}

/** Each in turn, several times in a round. */
function printEach(name: string, items: readonly string[], print: (item: string) => Promise<Uint8Array>): Contestant {
  const all = Array.from({ length: REPEATS }, () => items).flat();
  const round = async () => {
    const milliseconds = await timed(async () => {
      for (const item of all) {
        const bytes = await print(item);
        if (bytes.length < 1000) throw new Error(`"${name}" printed nothing.`);
      }
    });
    return { whole: milliseconds / all.length };
  };
  return { name, round };
}
