import type { Browser } from 'puppeteer';
import { error, PressError } from '../problem.ts';
import type { BrowserBinary } from './browser-binary.ts';
import { launchBrowser } from './launch-browser.ts';
import { Printer } from './print-page.ts';

/** How often a piece of work is tried again after its browser died. */
const RETRIES = 2;

/** Gives a worker its printer, and starts its browser when it is asked for the first time. */
export type OpenPrinter = () => Promise<Printer>;

/** A few browsers, each with one page, that share a list of work. */
export class BrowserPool {
  readonly #findBinary: () => Promise<BrowserBinary>;
  readonly #origin: string;
  readonly #tell: ((message: string) => void) | undefined;
  readonly #browsers = new Set<Browser>();

  /** @param findBinary asked when the first browser is needed, if one is */
  constructor(findBinary: () => Promise<BrowserBinary>, origin: string, tell?: (message: string) => void) {
    this.#findBinary = findBinary;
    this.#origin = origin;
    this.#tell = tell;
  }

  /**
   * Does the work on every item; the results are in the order of the items. Work that needs a browser opens it: what
   * has been printed before needs none. A browser that dies is replaced and its item tried again from its beginning, so
   * that one crash does not cost a long run.
   * @throws {PressError} when an item has cost several browsers; else what the work threw. All workers have ended then,
   * so that nothing is written any more by work that nobody waits for
   */
  async map<Item, Result>(
    items: readonly Item[],
    workers: number,
    work: (open: OpenPrinter, item: Item) => Promise<Result>,
  ): Promise<Result[]> {
    const results: Result[] = new Array<Result>(items.length);
    let next = 0;
    let hasFailed = false;
    const runWorker = async () => {
      const desk = new Desk(() => this.#openPrinter());
      while (next < items.length && !hasFailed) {
        const index = next++;
        for (let attempt = 0; ; attempt++) {
          try {
            results[index] = await work(() => desk.open(), items[index] as Item);
            break;
          } catch (failure) {
            if (hasFailed) return;
            const isDeath = desk.isDead(failure);
            if (!isDeath || attempt === RETRIES) {
              hasFailed = true;
              throw isDeath ? gaveUp(failure) : failure;
            }
            this.#tell?.('The browser stopped; starting it again.');
            desk.clear();
          }
        }
      }
    };
    const ends = await Promise.allSettled(Array.from({ length: Math.min(workers, items.length) }, runWorker));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
    return results;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#browsers].map((browser) => browser.close().catch(() => undefined)));
  }

  async #openPrinter(): Promise<Printer> {
    const binary = await this.#findBinary();
    const browser = await launchBrowser(binary, this.#tell).catch((failure: unknown) => {
      throw new StartedInVain(failure);
    });
    this.#browsers.add(browser);
    // Puppeteer waits half a minute for the page of a browser that dies while it is opened (24.43).
    const death = new Promise<never>((_resolve, reject) => {
      browser.once('disconnected', () => {
        this.#browsers.delete(browser);
        reject(new Error('The browser was ended before it had a page.'));
      });
    });
    try {
      return await Promise.race([Printer.open(browser, this.#origin), death]);
    } catch (failure) {
      throw browser.connected ? failure : new StartedInVain(failure);
    }
  }
}

/**
 * Carries why a browser died before its printer was ready. Whether somebody ended it, or it cannot run here at all, is
 * known only when it has been tried again.
 */
class StartedInVain extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** Where a worker has its printer, if it has needed one. */
class Desk {
  readonly #openPrinter: OpenPrinter;
  #printer: Printer | undefined;

  constructor(openPrinter: OpenPrinter) {
    this.#openPrinter = openPrinter;
  }

  async open(): Promise<Printer> {
    return (this.#printer ??= await this.#openPrinter());
  }

  /** True for a failure that came of the death of the browser. */
  isDead(failure: unknown): boolean {
    if (failure instanceof PressError) return false;
    return failure instanceof StartedInVain || this.#printer?.isAlive === false;
  }

  /** Lets the next {@link open} start another browser. */
  clear(): void {
    this.#printer = undefined;
  }
}

function gaveUp(failure: unknown): PressError {
  if (failure instanceof StartedInVain && failure.cause instanceof PressError) return failure.cause;
  const said = failure instanceof Error ? failure.message : String(failure);
  const what = `The browser stopped ${RETRIES + 1} times at the same piece of work, at last with: ${said}`;
  return new PressError([
    error('browser', what, 'close other programs, so that it has more memory, then build again.'),
  ]);
}
