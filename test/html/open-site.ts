import type { Browser, Page } from 'puppeteer';
import { afterAll } from 'vitest';
import { findBrowser, launchBrowser } from '../../src/pdf/launch-browser.ts';
import { startPageServer } from '../../src/pdf/page-server.ts';
import { fixtureSettings, PROJECT } from '../fixture-site.ts';
import { type BuiltSite, buildWholeSite } from './build-fixture-site.ts';

/** A site as a reader’s browser shows it. */
export interface OpenSite extends BuiltSite {
  browser: Browser;
  /** One page for all tests of a file: opening another takes longer than most tests. */
  page: Page;
  /** Such as `http://127.0.0.1:43210/site/`. */
  origin: string;
  /** Changes how the reader looks at the page that is open. */
  look(view?: View): Promise<void>;
  /** Opens the page at an address such as `/ar/`. */
  visit(url: string, view?: View): Promise<Page>;
}

/** How a reader looks at a page. */
export interface View {
  width?: number;
  height?: number;
  isDark?: boolean;
  /** The reader’s own few colours, as Windows calls it: high contrast. */
  hasForcedColours?: boolean;
}

/** A phone of the smallest common size. */
export const PHONE = { width: 360, height: 640 };
/** A laptop. */
export const LAPTOP = { width: 1280, height: 900 };

const FOLDER = 'site/';

/** Builds the shipped content without printing it, serves it, and opens a browser; all is closed after the last test. */
export async function openShippedSite(): Promise<OpenSite> {
  const built = await buildWholeSite(await fixtureSettings(PROJECT));
  const text = new TextEncoder();
  const pages = built.site.pages.map(({ path, content }) => [path, text.encode(content)] as const);
  // In a folder: at the root the press's server has a blank page of its own, and links must work in a folder as well.
  const files = [...built.site.assets, ...pages].map(([path, bytes]) => [`${FOLDER}${path}`, bytes] as const);
  const server = await startPageServer(new Map(files));
  const browser = await launchBrowser(await findBrowser(built.settings.cache));
  afterAll(async () => {
    await browser.close();
    await server.close();
  });
  const page = await browser.newPage();
  const protocol = await page.createCDPSession();
  const origin = `${server.origin}${FOLDER}`;
  const look = async ({ width = 360, height = 640, isDark, hasForcedColours }: View = {}) => {
    await page.setViewport({ width, height });
    // By the protocol: Puppeteer knows no forced colours.
    const features = [
      { name: 'prefers-color-scheme', value: isDark ? 'dark' : 'light' },
      { name: 'forced-colors', value: hasForcedColours ? 'active' : 'none' },
    ];
    await protocol.send('Emulation.setEmulatedMedia', { media: 'screen', features });
  };
  const visit = async (url: string, view?: View) => {
    await look(view);
    await page.goto(new URL(url.slice(1), origin).href, { waitUntil: 'load' });
    return page;
  };
  return { ...built, browser, page, origin, look, visit };
}

/** The addresses of all pages, in their order; robots and the sitemap are none, and the page of what is not found is served anywhere. */
export function pagesOf({ site }: Pick<BuiltSite, 'site'>): string[] {
  return site.pages.filter(({ path }) => path.endsWith('index.html')).map(({ url }) => url);
}
