import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser, launchBrowser } from '../../src/pdf/launch-browser.ts';
import { type BuiltSite, buildFixtureSite } from '../html/build-fixture-site.ts';
import { withLanguages } from '../html/more-languages.ts';
import { serveWithPolicy } from './serve-with-policy.ts';

let browser: Browser;
let built: BuiltSite;
let site: Awaited<ReturnType<typeof serveWithPolicy>>;
beforeAll(async () => {
  built = await buildFixtureSite(await withLanguages('fa'));
  browser = await launchBrowser(await findBrowser(built.settings.cache));
  site = await serveWithPolicy(built.site);
});
afterAll(async () => {
  site.close();
  await browser.close();
});

/** Opens a page in a browser of its own; what a page complains of is an error of the test. */
async function open(url: string, prepare: (page: Page) => Promise<unknown> = async () => {}): Promise<Page> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 360, height: 640 });
  page.on('pageerror', (problem) => expect.soft(problem).toBeUndefined());
  await prepare(page);
  await page.goto(site.origin + url);
  return page;
}

interface Shown {
  status: string;
  results: { text: string; href: string; marked: string[] }[];
  /** Whether the page says that search does not work. */
  isMissing: boolean;
}

const shown = (page: Page): Promise<Shown> =>
  page.evaluate(() => ({
    status: document.querySelector('[role=status]')?.textContent ?? '',
    results: [...document.querySelectorAll('#search-results li')].map((item) => ({
      text: item.querySelector('a')?.textContent ?? '',
      href: item.querySelector('a')?.getAttribute('href') ?? '',
      marked: [...item.querySelectorAll('mark')].map((mark) => mark.textContent ?? ''),
    })),
    isMissing: document.querySelector('#search-missing')?.checkVisibility() ?? false,
  }));

/** Waits until the page has said something other than before. */
async function answer(page: Page, before = ''): Promise<Shown> {
  await page.waitForFunction(
    (old) => (document.querySelector('[role=status]')?.textContent ?? '') !== old,
    { timeout: 10_000 },
    before,
  );
  return shown(page);
}

describe('the search page', () => {
  it('looks for the word in its address', async () => {
    const page = await open('/en/search/?q=thirsty');
    const { status, results } = await answer(page);
    expect(status).toBe(`Results: ${results.length}`);
    expect(results.length).toBeGreaterThan(0);
    expect(await page.$eval('#search-words', (input) => (input as HTMLInputElement).value)).toBe('thirsty');
  });

  it('answers while a reader types, with words marked and links that lead to the section', async () => {
    const page = await open('/en/search/');
    expect(await shown(page)).toEqual({ status: '', results: [], isMissing: false });
    await page.type('#search-words', 'Water');
    const { results } = await answer(page);
    const [first] = results;
    expect(first?.marked.map((word) => word.toLowerCase())).toContain('water');
    const [, section = ''] = results.find(({ href }) => href.includes('#'))?.href.split('#') ?? [];
    await Promise.all([page.waitForNavigation(), page.click(`#search-results a[href$="#${section}"]`)]);
    expect(await page.$(`main #${section}`)).not.toBeNull();
    await page.goBack();
    expect((await answer(page)).results).toEqual(results);
  });

  it('marks Arabic words, also without the marks that a reader leaves out', async () => {
    const page = await open(`/ar/search/?q=${encodeURIComponent('تشوش')}`);
    const { results } = await answer(page);
    expect(results.map(({ href }) => href)).toEqual(['../water/#call-now']);
    expect(results.flatMap(({ marked }) => marked)).toEqual(['تشوّش']);
  });

  it('counts in the digits of the language', async () => {
    const page = await open(`/fa/search/?q=${encodeURIComponent('کفش')}`);
    const { status, results } = await answer(page);
    expect(results.length).toBeGreaterThan(0);
    expect(status).toMatch(/[۰-۹]/);
    expect(status).not.toMatch(/\d/);
  });

  it('says that nothing was found, and has a link to the topics', async () => {
    const page = await open('/en/search/?q=xylophone');
    const { status, results } = await answer(page);
    expect(results).toEqual([]);
    expect(status).toBe('Nothing found. Try another word, or look at the topics.');
    await Promise.all([page.waitForNavigation(), page.click('#search-topics a')]);
    expect(new URL(page.url()).hash).toBe('#topics');
    expect(await page.$('#topics')).not.toBeNull();
  });

  it('works by keyboard alone, and leaves the reader in the field', async () => {
    const page = await open('/en/search/');
    await page.focus('#search-words');
    await page.keyboard.type('walk');
    await page.keyboard.press('Enter');
    expect((await answer(page)).results.length).toBeGreaterThan(0);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search-words');
    expect(new URL(page.url()).search).toBe('?q=walk');
  });
});

describe('a browser that cannot search', () => {
  it('says so and leads to the topics, without scripts', async () => {
    const page = await open('/en/search/', (blank) => blank.setJavaScriptEnabled(false));
    const texts = await page.$$eval('main p', (all) =>
      all.filter((one) => one.checkVisibility() && one.textContent).map((one) => one.textContent),
    );
    expect(texts).toEqual(['Search does not work in this browser. Look at the topics instead.', 'Topics']);
    expect(await page.$eval('#search', (form) => form.checkVisibility())).toBe(false);
  });

  it('says so where it is too old', async () => {
    const page = await open('/en/search/', (blank) =>
      blank.evaluateOnNewDocument(() => Reflect.deleteProperty(Array.prototype, 'flatMap')),
    );
    expect((await shown(page)).isMissing).toBe(true);
  });

  it('says so without a signal, and tries again with the next word', async () => {
    const page = await open('/en/search/');
    await page.setOfflineMode(true);
    await page.type('#search-words', 'wat');
    await page.waitForFunction(() => document.querySelector('#search-missing')?.checkVisibility());
    await page.setOfflineMode(false);
    await page.type('#search-words', 'er');
    expect(await answer(page)).toMatchObject({ isMissing: false, status: /Results: / });
  });
});

describe('a phone of 2020', () => {
  /** What Chrome 80 does not have. */
  const forget = (page: Page): Promise<unknown> =>
    page.evaluateOnNewDocument(() => {
      Reflect.deleteProperty(Intl, 'Segmenter');
      for (const name of ['replaceAll', 'at']) Reflect.deleteProperty(String.prototype, name);
      for (const name of ['at', 'findLast', 'toSorted']) Reflect.deleteProperty(Array.prototype, name);
    });

  it('finds words by the words of the index', async () => {
    const page = await open('/en/search/?q=drink%20water', forget);
    expect((await answer(page)).results.length).toBeGreaterThan(0);
  });
});
