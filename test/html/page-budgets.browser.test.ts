import { gzipSync } from 'node:zlib';
import type { Page } from 'puppeteer';
import { describe, expect, it } from 'vitest';
import { LAPTOP, openShippedSite, pagesOf, PHONE, type View } from './open-site.ts';

/**
 * What a page may cost a reader who pays for each megabyte, compressed as servers send it. Test machines have no Chinese font, and the one
 * for rare Traditional letters is in pieces: twelve requests are made only by a device without any.
 */
const BUDGET = { text: 30_000, scripts: 15_000, requests: 8, requestsForRareLetters: 12 };
/** Cumulative layout shift that web.dev calls good: https://web.dev/articles/cls */
const STEADY = 0.1;
/** A tool for a clinic's desk: it checks phone numbers of the whole world. */
const TOOL = { url: '/yours/', scripts: 100_000 };
const FONT_DELAY = 1000;

const site = await openShippedSite();
const handouts = site.sheets.filter(({ clinic }) => clinic.id === site.settings.mainClinic).map(({ url }) => url);
/**
 * One handout for each script that a test machine has fonts for. Of the others it has none and draws boxes, which no font
 * can replace without a jump.
 */
const ofEachScript = ['Latn', 'Cyrl', 'Armn'].flatMap((script) => {
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
    expect(linkedBytes(url, /<script src="([^"]+)"/g)).toBeLessThan(url === TOOL.url ? TOOL.scripts : BUDGET.scripts);
  });
});

/** Opens a page whose fonts come late. */
async function load(url: string, view: View, hasScripts: boolean): Promise<{ page: Page; requests: string[] }> {
  const page = await site.browser.newPage();
  const requests = new Set<string>();
  await page.setViewport({ width: view.width ?? 0, height: view.height ?? 0 });
  await page.setJavaScriptEnabled(hasScripts);
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const path = request.url().slice(site.origin.length);
    if (request.url().startsWith(site.origin)) requests.add(path);
    setTimeout(() => void request.continue().catch(() => undefined), path.endsWith('.woff2') ? FONT_DELAY : 0);
  });
  await page.evaluateOnNewDocument(() => {
    const watched = window as unknown as { shift: number };
    watched.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) watched.shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(new URL(url.slice(1), site.origin).href, { waitUntil: 'networkidle0' });
  return { page, requests: [...requests] };
}

describe('is there after eight requests at most, and can be read without scripts:', () => {
  it.each(handouts)('%s', async (url) => {
    const { page, requests } = await load(url, PHONE, false);
    try {
      const { content = '' } = site.site.pages.find((one) => one.url === url) ?? {};
      const scripts = content.match(/<script src=/g) ?? [];
      expect(requests.length).toBeGreaterThan(2);
      expect(requests.length + scripts.length).toBeLessThanOrEqual(
        url.startsWith('/zh-Hant/') ? BUDGET.requestsForRareLetters : BUDGET.requests,
      );
      const height = await page.$eval('.danger, .section', (element) => element.getBoundingClientRect().height);
      expect(height).toBeGreaterThan(0);
    } finally {
      await page.close();
    }
  });
});

describe('nothing jumps when fonts come a second late', () => {
  it.each(ofEachScript)('in $script: $url', async ({ url }) => {
    for (const view of [PHONE, LAPTOP]) {
      const { page } = await load(url, view, true);
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      const shift = await page.evaluate(() => (window as unknown as { shift: number }).shift);
      await page.close();
      expect(shift).toBeLessThan(STEADY);
    }
  });
});
