import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { BrowserPool } from '../../src/pdf/browser-pool.ts';
import { findBrowser } from '../../src/pdf/launch-browser.ts';
import { type PageServer, startPageServer } from '../../src/pdf/page-server.ts';
import type { BrowserBinary } from '../../src/pdf/browser-binary.ts';
import { Printer } from '../../src/pdf/print-page.ts';
import { PressError } from '../../src/problem.ts';
import { fixtureSettings, PROJECT } from '../fixture-site.ts';
import { buildFixtureSite } from '../html/build-fixture-site.ts';
import { CAN_LIST_PROCESSES, runningBrowsers } from './child-processes.ts';
import { bytesByPdf, printBuilt } from './print-built-site.ts';

let binary: BrowserBinary;
let server: PageServer;
let told: string[];
let pool: BrowserPool;
beforeAll(async () => {
  binary = await findBrowser((await fixtureSettings(PROJECT)).cache);
});
beforeEach(async () => {
  server = await startPageServer(new Map());
  told = [];
  pool = new BrowserPool(
    () => Promise.resolve(binary),
    server.origin,
    (message) => told.push(message),
  );
});
afterEach(async () => {
  await pool.close();
  await server.close();
});

const STOPPED = 'The browser stopped; starting it again.';
/** Ends the browsers this test has started, as a lack of memory would. */
const killBrowsers = (): void => runningBrowsers().forEach((id) => process.kill(id, 'SIGKILL'));
/** A browser that has just been killed is noticed a moment later. */
async function untilDead(printer: { isAlive: boolean }): Promise<void> {
  while (printer.isAlive) await setTimeout(10);
}

describe('a pool of browsers', () => {
  it('gives the results in the order of the items, not of finishing', async () => {
    const results = await pool.map([40, 5, 20, 0], 2, async (_open, wait) => {
      await setTimeout(wait);
      return wait;
    });
    expect(results).toEqual([40, 5, 20, 0]);
  });

  it.skipIf(!CAN_LIST_PROCESSES)('starts no browser for nothing', async () => {
    expect(await pool.map([], 2, () => Promise.resolve(1))).toEqual([]);
    expect(runningBrowsers()).toEqual([]);
  });

  it.skipIf(!CAN_LIST_PROCESSES)('starts no browser for work that needs none', async () => {
    expect(await pool.map([1, 2], 2, (_open, item) => Promise.resolve(item))).toEqual([1, 2]);
    expect(runningBrowsers()).toEqual([]);
  });

  it('passes on what the work threw, without another try', async () => {
    let tries = 0;
    const work = () => {
      tries += 1;
      return Promise.reject(new Error('A fault of the work.'));
    };
    await expect(pool.map([1], 1, work)).rejects.toThrow('A fault of the work.');
    expect(tries).toBe(1);
  });

  it.skipIf(!CAN_LIST_PROCESSES)('replaces a browser that is killed at work, and loses no item', async () => {
    let kills = 0;
    const results = await pool.map(['a', 'b', 'c'], 1, async (open, item) => {
      const printer = await open();
      if (item === 'b' && kills++ === 0) {
        killBrowsers();
        await untilDead(printer);
        throw new Error('Protocol error: Target closed');
      }
      return item.toUpperCase();
    });
    expect(results).toEqual(['A', 'B', 'C']);
    expect(told).toEqual([STOPPED]);
  });

  it.skipIf(!CAN_LIST_PROCESSES)('gives up in words when the same item kills every browser', async () => {
    const work = pool.map([1], 1, async (open) => {
      const printer = await open();
      killBrowsers();
      await untilDead(printer);
      throw new Error('Protocol error: Target closed');
    });
    const failure: unknown = await work.catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(PressError);
    expect((failure as PressError).message).toMatchInlineSnapshot(`
      "error browser
        The browser stopped 3 times at the same piece of work, at last with: Protocol error: Target closed
        To mend it: close other programs, so that it has more memory, then build again."
    `);
    expect(told).toEqual([STOPPED, STOPPED]);
  });

  it('replaces a browser that dies before its page is open', async () => {
    vi.spyOn(Printer, 'open').mockImplementationOnce(async (browser) => {
      browser.process()?.kill('SIGKILL');
      while (browser.connected) await setTimeout(10);
      throw new Error('Protocol error: Target closed');
    });
    expect(await pool.map(['a'], 1, async (open, item) => ((await open()).isAlive ? item : undefined))).toEqual(['a']);
    expect(told).toEqual([STOPPED]);
  });

  it('does not wait for the page of a browser that has died', async () => {
    vi.spyOn(Printer, 'open').mockImplementationOnce((browser) => {
      browser.process()?.kill('SIGKILL');
      return new Promise(() => undefined);
    });
    expect(await pool.map(['a'], 1, async (open, item) => ((await open()).isAlive ? item : undefined))).toEqual(['a']);
    expect(told).toEqual([STOPPED]);
  });

  it.skipIf(!CAN_LIST_PROCESSES)('replaces a browser that dies while it starts', async () => {
    const work = pool.map(['a'], 1, async (open, item) => ((await open()).isAlive ? item : undefined));
    while (runningBrowsers().length === 0) await setTimeout(1);
    killBrowsers();
    expect(await work).toEqual(['a']);
    expect(told).toEqual([STOPPED]);
  });

  it('fails only when no worker is at work any more', async () => {
    let hasEnded = false;
    const work = pool.map([1, 2], 2, async (_open, item) => {
      if (item === 1) throw new Error('A fault of the work.');
      await setTimeout(100);
      hasEnded = true;
    });
    await expect(work).rejects.toThrow('A fault of the work.');
    expect(hasEnded).toBe(true);
  });

  it.skipIf(!CAN_LIST_PROCESSES)('leaves no browser behind when it is closed', async () => {
    await pool.map([1, 2], 2, (open) => open());
    await pool.close();
    expect(runningBrowsers()).toEqual([]);
  });

  it.skipIf(!CAN_LIST_PROCESSES)('starts no other browser once a piece of work has failed', async () => {
    const work = pool.map([1, 2, 3, 4], 2, async (open, item) => {
      const printer = await open();
      await setTimeout(item === 1 ? 50 : 300);
      if (item === 1) throw new Error('A fault of the work.');
      if (!printer.isAlive) throw new Error('Protocol error: Target closed');
    });
    await expect(work).rejects.toThrow('A fault of the work.');
    await pool.close();
    await server.close();
    await setTimeout(1500);
    const left = runningBrowsers();
    killBrowsers();
    expect(left).toEqual([]);
  });

  it('says that a browser does not start, and what to do', async () => {
    const broken = new BrowserPool(() => Promise.resolve({ executable: '/bin/false', environment: {} }), server.origin);
    const failure: unknown = await broken.map([1], 1, (open) => open()).catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(PressError);
    const [problem] = (failure as PressError).problems;
    expect(problem?.what).toMatch(/^The browser \/bin\/false did not start: /);
    expect(problem?.fix).toContain('npx puppeteer browsers install');
  });
});

describe('a whole run in which a browser is killed', () => {
  it.skipIf(!CAN_LIST_PROCESSES)('ends with the same sheets as any other run', async () => {
    const built = await buildFixtureSite();
    const ids = ['full/en/walking', 'bare/en/walking', 'bare/ar/walking', 'full/ar/walking'];
    const calm = await printBuilt(built, { ids, workers: 1 });
    const messages: string[] = [];
    let done = 0;
    const { value, problems } = await printBuilt(built, {
      ids,
      workers: 1,
      tell: (message) => messages.push(message),
      onPrinted: () => (++done === 2 ? killBrowsers() : undefined),
    });
    expect(problems).toEqual([]);
    expect(messages).toEqual([STOPPED]);
    expect(bytesByPdf(value)).toEqual(bytesByPdf(calm.value));
  });
});
