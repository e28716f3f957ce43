import type { Site } from '../html/build-site.ts';
import type { LanguageTools } from '../i18n/language-tools.ts';
import type { PrintCache } from '../print-cache.ts';
import type { Settings } from '../settings.ts';
import { BrowserPool, type OpenPrinter } from './browser-pool.ts';
import { findBrowser } from './launch-browser.ts';
import { startPageServer } from './page-server.ts';

/** What printing is given beside what is to be printed. */
export interface PrintContext {
  site: Site;
  tools: ReadonlyMap<string, LanguageTools>;
  settings: Settings;
  /** What was printed before; all is printed anew without one. */
  cache?: PrintCache;
  /** Told after each PDF. @param id such as `clinic/es/handout` */
  onPrinted?: (id: string) => void;
  /** Told what a person at the terminal should know. */
  tell?: (message: string) => void;
}

/** Browsers that print, and the files of the site that they may load. */
export interface PrintShop {
  /** Does a work on every item; the results are in the order of the items. */
  map<Item, Result>(
    items: readonly Item[],
    work: (open: OpenPrinter, item: Item) => Promise<Result>,
  ): Promise<Result[]>;
  /** More files for pages to load, by path within the output. */
  add(files: ReadonlyMap<string, Uint8Array>): void;
  close(): Promise<void>;
}

/**
 * Opens browsers of one page each, when they are needed: on two cores, two of them do half again as much as one
 * (`npm run bench`), and one that dies costs what it was at only.
 */
export async function openPrintShop({ site, settings, tell }: PrintContext): Promise<PrintShop> {
  const files = new Map(site.assets);
  const server = await startPageServer(files);
  const pool = new BrowserPool(() => findBrowser(settings.cache), server.origin, tell);
  return {
    map: (items, work) => pool.map(items, settings.workers, work),
    add: (more) => more.forEach((bytes, path) => files.set(path, bytes)),
    close: async () => {
      await pool.close();
      await server.close();
    },
  };
}
