import type { Browser, CDPSession, Page } from 'puppeteer';
import type { Sheet } from '../src/html/build-sheets.ts';
import { checkPrinted } from '../src/pdf/check-printed.ts';
import { fitInPage } from '../src/pdf/fit-in-page.ts';
import { STEP } from '../src/pdf/fit-options.ts';
import { Printer, type PrintedPage } from '../src/pdf/print-page.ts';
import { FORMS } from '../src/forms.ts';
import { marginsInPoints } from '../src/paper.ts';
import { expectationOf, SIDES } from '../src/pdf/print-items.ts';
import { printDirectly } from '../src/pdf/print-directly.ts';
import { openPrintShop } from '../src/pdf/print-shop.ts';
import { readPdfFacts } from '../src/pdf/read-pdf-facts.ts';
import { repairPdf } from '../src/pdf/repair/repair-pdf.ts';
import { stopOnErrors } from '../src/problem.ts';
import { type Contestant, REPEATS, timed, type Times } from './bench-rounds.ts';
import type { Subject } from './bench-subject.ts';

/** The form that is measured. */
const FORM = FORMS.standard;

/**
 * Direct printing: `printDirectly` with its own browsers. The first print of each sheet is left out of the
 * time, and with it the start of the browsers.
 */
export function wholePress({ sheets, context }: Subject, workers: number): Contestant {
  const all = Array.from({ length: REPEATS + 1 }, () => sheets).flat();
  const round = async (): Promise<Times> => {
    let done = 0;
    let started = 0;
    let ended = 0;
    const onPrinted = () => {
      done += 1;
      if (done === sheets.length) started = performance.now();
      ended = performance.now();
    };
    const busy = { ...context, settings: { ...context.settings, workers }, onPrinted };
    const shop = await openPrintShop(busy);
    try {
      stopOnErrors((await printDirectly(all, shop, busy)).problems);
    } finally {
      await shop.close();
    }
    return { whole: (ended - started) / (all.length - sheets.length) };
  };
  return { name: `direct print, ${workers} ${workers === 1 ? 'browser' : 'browsers'}`, round };
}

/** The press by stages: its own `Printer`, whose calls to the browser are timed from outside. */
export async function pressByStages(
  browser: Browser,
  origin: string,
  subject: Subject,
  clock: StageClock,
): Promise<Contestant> {
  const { printer } = await openWatchedPrinter(browser, origin, clock);
  const round = async (): Promise<Times> => {
    clock.times.clear();
    const milliseconds = await timed(async () => {
      for (let repeat = 0; repeat < REPEATS; repeat++) {
        for (const sheet of subject.sheets) await printAndCheck(printer, sheet, subject, clock);
      }
    });
    const prints = REPEATS * subject.sheets.length;
    return {
      whole: milliseconds / prints,
      stages: new Map([...clock.times].map(([name, time]) => [name, time / prints])),
    };
  };
  return { name: 'press, 1 browser, by stages', round };
}

/** Several printers that share a list of sheets: fit and print only. */
export function sharedPrinting(name: string, printers: readonly Printer[], subject: Subject): Contestant {
  const all = Array.from({ length: REPEATS }, () => subject.sheets).flat();
  const round = async (): Promise<Times> => {
    const waiting = [...all];
    const work = async (printer: Printer) => {
      for (let sheet = waiting.shift(); sheet; sheet = waiting.shift()) await printPage(printer, sheet, subject);
    };
    const milliseconds = await timed(() => Promise.all(printers.map(work)));
    return { whole: milliseconds / all.length };
  };
  return { name, round };
}

/** Prints one sheet's page as the press does. */
function printPage(
  printer: Printer,
  sheet: Sheet,
  { site, context }: Subject,
  max = context.settings.bodySize.max,
): Promise<PrintedPage> {
  const html = site.pages.find(({ url }) => url === sheet.url)?.content;
  if (html === undefined) throw new Error(`No page was rendered for ${sheet.url}.`);
  return printer.print(
    { html, url: sheet.url, bodySize: { min: context.settings.bodySize.min, max }, slot: FORM.slots[0] },
    FORM,
  );
}

/**
 * Does with a sheet what the press does, from fit to check, and prints it again one step smaller where it came out on
 * a third page.
 */
export async function printAndCheck(
  printer: Printer,
  sheet: Sheet,
  subject: Subject,
  clock: StageClock,
  max?: number,
): Promise<void> {
  const { text, handout, language } = sheet;
  const { fit, bytes } = await printPage(printer, sheet, subject, max);
  const identity = {
    title: text.title.text,
    lang: language.tag,
    dir: language.dir,
    date: handout.date,
    headings: fit.headings,
    isTwoSided: FORM.isTwoSided,
    margins: marginsInPoints(FORM.paper),
  };
  const repaired = await clock.time('repair', () => repairPdf(bytes, identity));
  clock.sizes.set(sheet.id, { printed: bytes.length, repaired: repaired.length });
  const isWhole = await clock.time('read back and check', () => checkSheet(repaired, sheet, subject));
  if (!isWhole) await printAndCheck(printer, sheet, subject, clock, fit.points - STEP);
}

/** False if it came out on a third page. */
async function checkSheet(bytes: Uint8Array, sheet: Sheet, { context: { tools } }: Subject): Promise<boolean> {
  const facts = await readPdfFacts(bytes, (lang) => tools.get(lang)?.language.dir === 'rtl');
  if (facts.pages > SIDES) return false;
  const problems = checkPrinted(facts, expectationOf(sheet, { form: FORM, pdf: sheet.id }, tools));
  stopOnErrors(problems);
  return true;
}

/** Adds up the time of stages by name, and keeps the sizes of PDFs before and after their repair. */
export class StageClock {
  readonly sizes = new Map<string, { printed: number; repaired: number }>();
  readonly times = new Map<string, number>();

  async time<T>(name: string, work: () => Promise<T>): Promise<T> {
    const started = performance.now();
    const made = await work();
    this.times.set(name, (this.times.get(name) ?? 0) + performance.now() - started);
    return made;
  }
}

/** A printer of the press, and the page it prints by; the page's calls are put down on the clock. */
export async function openWatchedPrinter(
  browser: Browser,
  origin: string,
  clock: StageClock,
): Promise<{ printer: Printer; page: Page }> {
  const page = watchPage(await browser.newPage(), clock);
  const stand = new Proxy(browser, {
    get: (target, key) => (key === 'newPage' ? () => Promise.resolve(page) : (Reflect.get(target, key) as unknown)),
  });
  return { printer: await Printer.open(stand, origin), page };
}

function watchPage(page: Page, clock: StageClock): Page {
  const setContent = page.setContent.bind(page);
  page.setContent = (...given) => clock.time('swap: setContent', () => setContent(...given));
  const evaluate = page.evaluate.bind(page) as (...given: unknown[]) => Promise<unknown>;
  page.evaluate = ((...given: unknown[]) =>
    clock.time(given[0] === fitInPage ? 'fit' : 'address and waiting for fonts', () =>
      evaluate(...given),
    )) as Page['evaluate'];
  const createSession = page.createCDPSession.bind(page);
  page.createCDPSession = async () => watchSession(await createSession(), clock);
  return page;
}

function watchSession(session: CDPSession, clock: StageClock): CDPSession {
  const send = session.send.bind(session) as (...given: unknown[]) => Promise<unknown>;
  session.send = ((...given: unknown[]) => clock.time(String(given[0]), () => send(...given))) as CDPSession['send'];
  return session;
}
