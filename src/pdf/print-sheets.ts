import { sheetCode } from '../html/build-footer.ts';
import { expectedLinks, expectedTexts } from '../html/expected-text.ts';
import type { Sheet } from '../html/build-sheets.ts';
import type { Site } from '../html/build-site.ts';
import { type LanguageTools, toolsFor } from '../i18n/language-tools.ts';
import { type Checked, error, hasErrors, type Problem } from '../problem.ts';
import { isPublished, type Settings } from '../settings.ts';
import { BrowserPool } from './browser-pool.ts';
import { checkPrinted, type Expectation } from './check-printed.ts';
import { finishPdf } from './finish-pdf.ts';
import { findBrowser } from './launch-browser.ts';
import { startPageServer } from './page-server.ts';
import { LETTER, type Paper } from './paper.ts';
import { type PrintedPage, type Printer, STEP } from './print-page.ts';
import { readPdfFacts } from './read-pdf-facts.ts';

/** A finished PDF, read back and found whole. */
export interface PrintedSheet {
  sheet: Sheet;
  bytes: Uint8Array;
  /** Size of its body text. */
  points: number;
}

/** What printing is given beside the sheets. */
export interface PrintContext {
  site: Site;
  tools: ReadonlyMap<string, LanguageTools>;
  settings: Settings;
  /** Told after each sheet. */
  onPrinted?: (sheet: Sheet) => void;
  /** Told what a person at the terminal should know. */
  tell?: (message: string) => void;
}

/**
 * Prints all sheets and reads each one back, in a few browsers of one page each: on two cores, two of them do half
 * again as much as one (`npm run bench`), and one that dies costs one sheet only. The order of the
 * result is that of the sheets, not of finishing.
 */
export async function printSheets(
  sheets: readonly Sheet[],
  context: PrintContext,
): Promise<{ value: PrintedSheet[]; problems: Problem[] }> {
  const { site, settings, tell } = context;
  const pages = new Map(site.pages.map(({ url, content }) => [url, content]));
  const server = await startPageServer(site.assets);
  const pool = new BrowserPool(await findBrowser(settings.cache), server.origin, tell);
  try {
    const results = await pool.map(sheets, settings.workers, async (printer, sheet) => {
      const html = pages.get(sheet.url);
      if (html === undefined) throw new Error(`No page was rendered for ${sheet.url}.`);
      const printed = await printSheet(printer, sheet, html, context);
      context.onPrinted?.(sheet);
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

async function printSheet(
  printer: Printer,
  sheet: Sheet,
  html: string,
  { tools, settings }: PrintContext,
): Promise<Checked<PrintedSheet>> {
  const ownTools = toolsFor(tools, sheet.language.tag);
  const isRtl = (lang: string) => tools.get(lang)?.language.dir === 'rtl';
  const address = isPublished(settings) ? settings.address : undefined;
  const { min } = settings.bodySize;
  let { max } = settings.bodySize;
  for (;;) {
    const printed = await printer.print({ html, url: sheet.url, bodySize: { min, max }, address }, LETTER);
    const problems = checkPage(printed, sheet, min);
    if (hasErrors(problems)) return { problems };
    const bytes = await finishPdf(printed.bytes, {
      title: sheet.text.title.text,
      date: sheet.handout.date,
      headings: printed.fit.headings,
    });
    const facts = await readPdfFacts(bytes, isRtl);
    const { points } = printed.fit;
    // The layout said it fits and the print, rounding otherwise, disagrees: one step smaller.
    if (facts.pages > LETTER.pages) {
      if (points === min) return { problems: [doesNotFit(sheet, min, 1)] };
      max = Math.max(min, points - STEP);
      continue;
    }
    problems.push(...checkPrinted(facts, expectationOf(sheet, ownTools, LETTER)));
    return hasErrors(problems) ? { problems } : { value: { sheet, bytes, points }, problems };
  }
}

function checkPage({ fit, faults }: PrintedPage, sheet: Sheet, min: number): Problem[] {
  const { file } = sheet.text;
  const problems = faults.map((fault) =>
    error(
      sheet.pdf,
      `While it was printed, the page ${fault}.`,
      'a sheet may use only files of this site: correct the template or the record that names the address.',
    ),
  );
  if (fit.overflow > 0) problems.push(doesNotFit(sheet, min, Math.ceil((fit.overflow * 25.4) / 96)));
  for (const text of fit.tooWide) {
    problems.push(
      error(
        file,
        `Something is wider than its column on the sheet of ${sheet.clinic.name}: "${text}"`,
        'break up the longest word or shorten the name.',
      ),
    );
  }
  return problems;
}

function doesNotFit(sheet: Sheet, points: number, millimetres: number): Problem {
  const what = `This handout does not fit on one sheet with the panel of ${sheet.clinic.name}: at ${points} points it is ${millimetres} mm too long.`;
  // Both columns get shorter by half of a line that is taken out; a line is about 5 mm high.
  const lines = Math.ceil(millimetres / 2.5);
  return error(
    sheet.text.file,
    what,
    `shorten the text by about ${lines} lines, or take lines out of ${sheet.clinic.file}.`,
  );
}

/** What the read-back must find, from the checked content. */
export function expectationOf(sheet: Sheet, tools: LanguageTools, paper: Paper): Expectation {
  const { text, handout, footer, language } = sheet;
  return {
    pdf: sheet.pdf,
    file: text.file,
    pages: paper.pages,
    title: text.title.text,
    lang: language.tag,
    texts: expectedTexts(sheet, tools),
    footer: [footer.start, footer.end, sheetCode(handout, text)],
    links: expectedLinks(sheet),
    headings: text.sections.map(({ heading }) => heading.text),
  };
}
