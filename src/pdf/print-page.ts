import type { Browser, CDPSession, Page } from 'puppeteer';
import type { Form, Slot } from '../forms.ts';
import type { Paper } from '../paper.ts';
import { type FitResult, fitInPage } from './fit-in-page.ts';
import { fitOptions, flowOptions } from './fit-options.ts';
import { flowOverPages } from './flow-over-pages.ts';
import { choosePanels, type MeasureOptions, measurePanels, type PanelMeasures } from './measure-panels.ts';
import { pointLinksHome } from './point-links-home.ts';
import { type LayoutFacts, readLayout } from './read-layout.ts';
import { shrinkToFit } from './shrink-to-fit.ts';

/** A page to print, as the site has it. */
export interface PrintJob {
  html: string;
  /** Address within the site: relative links in the page start from here. */
  url: string;
  bodySize: { min: number; max: number };
  /** The room it keeps for a panel; missing for pages without one. */
  slot?: Slot;
  /** Where the site is published; missing while it is not. */
  address?: string;
  /** True to take as many pages as it needs also where the form is of two sides. */
  isFlowing?: boolean;
}

/** What printing must know of a form. */
export type PrintedForm = Pick<Form, 'paper' | 'isTwoSided'>;

/** A page as the browser printed it. */
export interface PrintedPage {
  bytes: Uint8Array;
  fit: FitResult & LayoutFacts;
  /** Requests that failed or went elsewhere, each in words; a sheet with one is not to be trusted. */
  faults: string[];
}

/** As wide as a page, and no taller than it must be: what is seen is painted, though nobody looks. */
const VIEWPORT = { width: 740, height: 8 };

/**
 * One page of one browser, kept open: sheets are swapped into it, which takes half the time of opening
 * each (18 against 38 ms), and printed by the protocol's own call (9.4 against 11.9 ms).
 */
export class Printer {
  readonly #page: Page;
  readonly #protocol: CDPSession;
  readonly #origin: string;
  #faults: string[] = [];
  #hasCrashed = false;

  private constructor(page: Page, protocol: CDPSession, origin: string) {
    this.#page = page;
    this.#protocol = protocol;
    this.#origin = origin;
  }

  static async open(browser: Browser, origin: string): Promise<Printer> {
    const page = await browser.newPage();
    const printer = new Printer(page, await page.createCDPSession(), origin);
    printer.#watchRequests();
    await page.goto(origin);
    await page.setViewport(VIEWPORT);
    // By the same session that prints: set by the page's own, the browser forgot it (headless shell 147).
    await printer.#protocol.send('Emulation.setEmulatedMedia', { media: 'print' });
    // The compiler that runs our TypeScript wraps inner functions in a call of this name.
    await page.evaluate('globalThis.__name = (wrapped) => wrapped');
    return printer;
  }

  /** Fits a page to the paper of its form and prints it. */
  async print(
    { html, url, bodySize, slot, address, isFlowing = false }: PrintJob,
    { paper, isTwoSided }: PrintedForm,
  ): Promise<PrintedPage> {
    await this.#show(html, url);
    await this.#page.evaluate(pointLinksHome, address ?? null);
    const fit =
      isTwoSided && !isFlowing
        ? await this.#page.evaluate(fitInPage, fitOptions(paper, bodySize, slot))
        : await this.#page.evaluate(flowOverPages, flowOptions(paper, bodySize.min, slot, isTwoSided));
    const layout = await this.#page.evaluate(readLayout);
    // Setting the size may bring in a weight or a slice that was not needed before.
    await this.#page.evaluate(() => document.fonts.ready.then(() => undefined));
    const bytes = await this.#printToPdf(paper);
    return { bytes, fit: { ...fit, ...layout }, faults: this.#faults };
  }

  /** Lays out a page of panels and measures them; {@link printPanels} then prints from it. */
  async measurePanels(
    html: string,
    url: string,
    options: MeasureOptions,
  ): Promise<PanelMeasures & { faults: string[] }> {
    await this.#show(html, url);
    const measures = await this.#page.evaluate(measurePanels, options);
    return { ...measures, faults: this.#faults };
  }

  /** Prints some panels of the page that was measured last, in pages of that size. @param wanted their numbers, in order */
  async printPanels(
    wanted: readonly number[],
    tightness: number,
    { width, height }: { width: number; height: number },
  ): Promise<{ bytes: Uint8Array; headings: string[] }> {
    const headings = await this.#page.evaluate(choosePanels, { wanted, tightness });
    const bytes = await this.#printToPdf({ widthInches: width / 96, heightInches: height / 96 });
    return { bytes, headings };
  }

  /**
   * Draws a page as a picture, its words as large as they fit.
   * @param size in pixels
   * @returns a PNG, whether all words are in it, and what is wrong with its page
   */
  async draw(
    html: string,
    url: string,
    size: { width: number; height: number },
  ): Promise<{ bytes: Uint8Array; fits: boolean; faults: string[] }> {
    await this.#page.setViewport(size);
    try {
      await this.#show(html, url);
      const fits = await this.#page.evaluate(shrinkToFit, { selector: '.share-image__body', least: 40 });
      await this.#page.evaluate(() => document.fonts.ready.then(() => undefined));
      const bytes = await this.#page.screenshot({ type: 'png' });
      // A plain array, so that a cache gives back what was put into it.
      return { bytes: new Uint8Array(bytes), fits, faults: this.#faults };
    } finally {
      await this.#page.setViewport(VIEWPORT);
    }
  }

  /** Puts a page into the browser, and waits until all of it is there. */
  async #show(html: string, url: string): Promise<void> {
    this.#faults = [];
    await this.#page.evaluate((address) => history.replaceState(null, '', address), url);
    await this.#page.setContent(html, { waitUntil: 'load' });
    await this.#page.evaluate(() => document.fonts.ready.then(() => undefined));
    for (const picture of await this.#page.evaluate(findBrokenPictures)) {
      this.#faults.push(`shows a picture that cannot be drawn (${picture})`);
    }
  }

  async #printToPdf({ widthInches, heightInches }: Pick<Paper, 'widthInches' | 'heightInches'>): Promise<Uint8Array> {
    const { data } = await this.#protocol.send('Page.printToPDF', {
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      paperWidth: widthInches,
      paperHeight: heightInches,
    });
    return Buffer.from(data, 'base64');
  }

  /** False once its browser has died or its page has crashed. */
  get isAlive(): boolean {
    return !this.#page.isClosed() && this.#page.browser().connected && !this.#hasCrashed;
  }

  /** The browser gets no network: everything a sheet needs comes from the build. */
  #watchRequests(): void {
    // A crashed page answers nothing more, though its browser lives.
    this.#page.on('error', () => (this.#hasCrashed = true));
    this.#page.on('request', (request) => {
      const address = request.url();
      if (!address.startsWith(this.#origin) && !/^(data:|about:blank)/.test(address)) {
        this.#faults.push(`asked for ${address}, which is not part of this site`);
      }
    });
    this.#page.on('requestfailed', (request) => {
      this.#faults.push(`could not load ${request.url()} (${request.failure()?.errorText ?? 'no reason given'})`);
    });
    this.#page.on('response', (response) => {
      if (response.status() >= 400) this.#faults.push(`could not load ${response.url()} (status ${response.status()})`);
    });
  }
}

/** Pictures that arrived but are damaged. Runs in the browser. */
async function findBrokenPictures(): Promise<string[]> {
  const pictures = [...document.images];
  const results = await Promise.allSettled(pictures.map((picture) => picture.decode()));
  return pictures.filter((_, index) => results[index]?.status === 'rejected').map(({ src }) => new URL(src).pathname);
}
