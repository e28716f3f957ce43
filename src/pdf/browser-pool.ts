import type { Browser } from 'puppeteer';
import { PressError } from '../problem.ts';
import type { BrowserBinary } from './browser-binary.ts';
import { launchBrowser } from './launch-browser.ts';
import { Printer } from './print-page.ts';

/** How often a piece of work is tried again after its browser died. */
const RETRIES = 2;

/** A few browsers, each with one page, that share a list of work. */
export class BrowserPool {
  readonly #binary: BrowserBinary;
  readonly #origin: string;
  readonly #tell: ((message: string) => void) | undefined;
  readonly #browsers = new Set<Browser>();

  constructor(binary: BrowserBinary, origin: string, tell?: (message: string) => void) {
    this.#binary = binary;
    this.#origin = origin;
    this.#tell = tell;
  }

  /**
   * Does the work on every item; the results are in the order of the items. A browser that dies is replaced
   * and its item tried again, so that one crash does not cost a long run.
   * @throws what the work threw, if it was not the browser's death
   */
  async map<Item, Result>(
    items: readonly Item[],
    workers: number,
    work: (printer: Printer, item: Item) => Promise<Result>,
  ): Promise<Result[]> {
    const results: Result[] = new Array<Result>(items.length);
    let next = 0;
    let hasFailed = false;
    const runWorker = async () => {
      let printer: Printer | undefined;
      while (next < items.length && !hasFailed) {
        const index = next++;
        for (let attempt = 0; ; attempt++) {
          try {
            printer ??= await this.#openPrinter();
            results[index] = await work(printer, items[index] as Item);
            break;
          } catch (failure) {
            if (hasFailed) return;
            if (printer?.isAlive || failure instanceof PressError || attempt === RETRIES) {
              hasFailed = true;
              throw failure;
            }
            this.#tell?.('The browser stopped; starting it again.');
            printer = undefined;
          }
        }
      }
    };
    await Promise.all(Array.from({ length: Math.min(workers, items.length) }, runWorker));
    return results;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#browsers].map((browser) => browser.close().catch(() => undefined)));
  }

  async #openPrinter(): Promise<Printer> {
    const browser = await launchBrowser(this.#binary, this.#tell);
    this.#browsers.add(browser);
    browser.once('disconnected', () => this.#browsers.delete(browser));
    return Printer.open(browser, this.#origin);
  }
}
