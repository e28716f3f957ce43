import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { LAPTOP, openShippedSite, pagesOf, PHONE, type View } from './open-site.ts';

/** What a page may cost a reader who pays for each megabyte, compressed as servers send it. */
const BUDGET = { text: 30_000, scripts: 15_000, requests: 8 };
/** Cumulative layout shift, of which web.dev calls 0.1 good: https://web.dev/articles/cls */
const STEADY = 0.05;
const FONT_DELAY = 1000;

const site = await openShippedSite();
const handouts = site.sheets.filter(({ clinic }) => clinic.id === site.settings.mainClinic).map(({ url }) => url);
/** One handout for each script: what shifts is a matter of fonts. */
const ofEachScript = [...new Set(site.content.languages.map(({ script }) => script))].flatMap((script) => {
  const sheet = site.sheets.find(({ language, url }) => language.script === script && handouts.includes(url));
  return sheet ? [{ script, url: sheet.url }] : [];
});

/** Compressed bytes of the files that a page names in a kind of element. */
function linkedBytes(url: string, pattern: RegExp): number {
  const { content = '' } = site.site.pages.find((page) => page.url === url) ?? {};
  const paths = [...content.matchAll(pattern)].map(([, href = '']) =>
    new URL(href, `http://x${url}`).pathname.slice(1),
  );
  return paths.reduce((sum, path) => sum + compressed(site.site.assets.get(path) ?? new Uint8Array()), 0);
}

const compressed = (bytes: Uint8Array | string): number => gzipSync(bytes, { level: 6 }).length;

describe('text, styles and drawings are less than 30 kB, scripts less than 15, of the page', () => {
  it.each(pagesOf(site))('%s', (url) => {
    const { content = '' } = site.site.pages.find((page) => page.url === url) ?? {};
    const styles = linkedBytes(url, /<link rel="stylesheet" href="([^"]+)"/g);
    expect(styles).toBeGreaterThan(1000);
    expect(compressed(content) + styles).toBeLessThan(BUDGET.text);
    expect(linkedBytes(url, /<script src="([^"]+)"/g)).toBeLessThan(BUDGET.scripts);
  });
});

describe('is there after eight requests at most, fonts among them, and can be read without scripts:', () => {
  it.each(handouts)('%s', async (url) => {
    const asked: string[] = [];
    const count = (request: { url(): string }) => asked.push(request.url());
    site.page.on('request', count);
    try {
      await site.page.setJavaScriptEnabled(false);
      await site.visit(url, PHONE);
      await site.page.waitForNetworkIdle({ idleTime: 100 });
      expect(asked.length).toBeLessThanOrEqual(BUDGET.requests);
    } finally {
      site.page.off('request', count);
      await site.page.setJavaScriptEnabled(true);
    }
    const isSeen = await site.page.$eval('.danger, .section', (element) => element.getBoundingClientRect().height > 0);
    expect(isSeen).toBe(true);
  });
});

describe('nothing jumps when fonts come a second late', () => {
  /** Opens a page with late fonts. @returns its cumulative layout shift */
  async function shiftOf(url: string, view: View): Promise<number> {
    const page = await site.browser.newPage();
    try {
      await page.setViewport({ width: view.width ?? 0, height: view.height ?? 0 });
      await page.setCacheEnabled(false);
      await page.setRequestInterception(true);
      page.on('request', (request) => {
        const isFont = request.resourceType() === 'font' || request.url().endsWith('.woff2');
        setTimeout(() => void request.continue().catch(() => undefined), isFont ? FONT_DELAY : 0);
      });
      await page.evaluateOnNewDocument(() => {
        const watched = window as unknown as { shift: number };
        watched.shift = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) watched.shift += (entry as unknown as { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(new URL(url.slice(1), site.origin).href, { waitUntil: 'networkidle0' });
      await page.evaluate(async () => {
        await document.fonts.ready;
        await new Promise((resolve) => setTimeout(resolve, 200));
      });
      return await page.evaluate(() => (window as unknown as { shift: number }).shift);
    } finally {
      await page.close();
    }
  }

  it.each(ofEachScript)('in $script: $url', async ({ url }) => {
    expect(await shiftOf(url, PHONE)).toBeLessThan(STEADY);
    expect(await shiftOf(url, LAPTOP)).toBeLessThan(STEADY);
  });
});
