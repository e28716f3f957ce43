import type { Browser } from 'puppeteer';
import type { Site } from '../src/html/build-site.ts';
import { findBrowser, launchBrowser } from '../src/pdf/launch-browser.ts';
import { startPageServer } from '../src/pdf/page-server.ts';
import type { PrintShop } from '../src/pdf/print-shop.ts';

/** One browser whose printing can be watched, and the files of the site that it may load. */
export interface OneBrowser extends Pick<PrintShop, 'add' | 'close'> {
  browser: Browser;
  /** Address of the site. */
  origin: string;
}

/**
 * Starts a browser for measurements.
 * @param cache folder that the browser is unpacked into
 */
export async function openOneBrowser({ assets }: Pick<Site, 'assets'>, cache: string): Promise<OneBrowser> {
  const files = new Map(assets);
  const server = await startPageServer(files);
  const browser = await launchBrowser(await findBrowser(cache));
  return {
    browser,
    origin: server.origin,
    add: (more) => more.forEach((bytes, path) => files.set(path, bytes)),
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
