import { join } from 'node:path';
import type { Browser } from 'puppeteer';
import { findBrowser, launchBrowser } from '../../src/pdf/launch-browser.ts';
import type { Draft, PdfIdentity } from '../../src/pdf/repair/draft.ts';
import { BASE_STEPS, PANEL_STEPS, repairDocument, repairPdf } from '../../src/pdf/repair/repair-pdf.ts';
import type { SampleTexts } from './sample-texts.ts';

const CACHE = join(import.meta.dirname, '../../.cache');

/** Prints sample pages as the press prints its own, and repairs them. */
export class SamplePrinter {
  readonly #browser: Browser;

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  static async open(): Promise<SamplePrinter> {
    return new SamplePrinter(await launchBrowser(await findBrowser(CACHE)));
  }

  close(): Promise<void> {
    return this.#browser.close();
  }

  /** A sheet that waits for a panel. */
  async base(html: string, texts: SampleTexts): Promise<Draft> {
    const { bytes, identity } = await this.#print(html, texts);
    return repairDocument(bytes, identity, BASE_STEPS);
  }

  /** Panels that wait for a sheet. */
  async panels(html: string, texts: SampleTexts): Promise<Draft> {
    const { bytes, identity } = await this.#print(html, texts);
    return repairDocument(bytes, { ...identity, margins: { above: 0, below: 0 } }, PANEL_STEPS);
  }

  /** A sheet with its panel, finished. */
  async direct(html: string, texts: SampleTexts): Promise<Uint8Array> {
    const { bytes, identity } = await this.#print(html, texts);
    return repairPdf(bytes, identity);
  }

  async #print(html: string, { title, lang, dir }: SampleTexts): Promise<{ bytes: Uint8Array; identity: PdfIdentity }> {
    const page = await this.#browser.newPage();
    const protocol = await page.createCDPSession();
    await page.setContent(html, { waitUntil: 'load' });
    const headings = await page.evaluate(async () => {
      await document.fonts.ready;
      return [...document.querySelectorAll('h1, h2, h3')].map(({ textContent }) => (textContent ?? '').trim());
    });
    const { data } = await protocol.send('Page.printToPDF', {
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
    await page.close();
    const margins = { above: 36, below: 36 };
    const identity = { title, lang, dir, date: '2026-11-20', headings, margins, isTwoSided: false };
    return { bytes: Buffer.from(data, 'base64'), identity };
  }
}
