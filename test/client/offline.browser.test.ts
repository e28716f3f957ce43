import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findBrowser, launchBrowser } from '../../src/pdf/launch-browser.ts';
import { copyFixtureSite, fixtureSettings, PROJECT } from '../fixture-site.ts';
import { buildFixtureSite } from '../html/build-fixture-site.ts';
import { publishUnprinted } from '../publish/publish-fixture-site.ts';
import { type SiteHost, startSiteHost } from './site-host.ts';

const WATER = 'content/handouts/water/en.md';
const SECOND_EDITION = readFileSync(join(PROJECT, 'test/fixtures/site', WATER), 'utf8')
  .replace('edition: 1\n', 'edition: 2\n')
  .replace('revisions:\n', 'revisions:\n  - edition: 2\n    date: 2026-11-22\n    change: meaning\n    note: Second.\n')
  .replace('title: Drinking enough water', 'title: Drinking enough clean water');

let browser: Browser;
let first: Map<string, Uint8Array>;
let second: Map<string, Uint8Array>;
let host: SiteHost;
let context: BrowserContext;
let page: Page;

async function publish(changes: Record<string, string>): Promise<Map<string, Uint8Array>> {
  const built = await buildFixtureSite(changes, { address: 'https://clinic-site.org/clinic/' });
  return (await publishUnprinted(built)).files;
}

beforeAll(async () => {
  const { cache } = await fixtureSettings(await copyFixtureSite());
  first = await publish({});
  second = await publish({ [WATER]: SECOND_EDITION });
  browser = await launchBrowser(await findBrowser(cache));
});
afterAll(() => browser.close());

beforeEach(async () => {
  host = await startSiteHost(first);
  context = await browser.createBrowserContext();
  page = await context.newPage();
});
afterEach(async () => {
  await context.close();
  await host.close();
});

const open = async (path: string): Promise<void> => {
  await page.goto(host.root + path, { waitUntil: 'load' });
};

/** Waits until the phone has kept what it was to keep: the list comes last. */
const kept = (path: string, store = 'pages'): Promise<unknown> =>
  page.waitForFunction(
    async (part: string, url: string) => {
      for (const name of await caches.keys()) {
        if (name.includes(` ${part}`) && (await (await caches.open(name)).match(url))) return true;
      }
      return false;
    },
    { polling: 50, timeout: 20_000 },
    store,
    host.root + path,
  );

const textOf = (selector: string): Promise<string> =>
  page.$eval(selector, (found) => (found as HTMLElement).innerText.trim());

const isShown = (selector: string): Promise<boolean> =>
  page.$eval(selector, (found) => found.getBoundingClientRect().height > 0);

describe('a site without a signal', () => {
  it('reads on every page of a language after one visit, with its styles and fonts', async () => {
    await open('ar/water/');
    await kept('ar/offline.json');
    host.isOn = false;
    for (const path of ['ar/', 'ar/walking/', 'ar/water/', 'ar/water/bilingual/']) {
      await open(path);
      expect(await page.$('h1')).not.toBeNull();
      const styles = await page.evaluate(async () => {
        await document.fonts.ready;
        const loaded = [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family);
        return { measure: getComputedStyle(document.querySelector('main') as Element).maxInlineSize, loaded };
      });
      expect(styles.measure).not.toBe('none');
      expect(styles.loaded.join()).toContain('Noto Sans Arabic');
    }
  });

  it('says of each page that it is a copy, and of which day', async () => {
    await open('en/');
    await kept('en/offline.json');
    expect(await isShown('.page-notice--kept')).toBe(false);
    host.isOn = false;
    await open('en/water/');
    expect(await isShown('.page-notice--kept')).toBe(true);
    const today = new Intl.DateTimeFormat('en', { dateStyle: 'long' }).format(new Date());
    expect(await textOf('.page-notice--kept')).toContain(`Your phone kept this copy on ${today}`);
  });

  it('says so too where scripts do not run', async () => {
    await open('ar/');
    await kept('ar/offline.json');
    host.isOn = false;
    await page.setJavaScriptEnabled(false);
    await open('ar/water/');
    expect(await isShown('.page-notice--kept')).toBe(true);
    expect(await textOf('.page-notice--kept')).toMatch(/\d{4}-\d\d-\d\d/);
  });

  it('does not wait for ever where the signal is too weak', async () => {
    await open('en/');
    await kept('en/offline.json');
    host.isHanging = true;
    await page.goto(`${host.root}en/water/`, { waitUntil: 'domcontentloaded', timeout: 10_000 });
    expect(host.asked).toContain('en/water/');
    expect(await isShown('.page-notice--kept')).toBe(true);
  });

  it('does not claim a language that was never opened, but shows what there is', async () => {
    await open('en/water/');
    await kept('en/offline.json');
    host.isOn = false;
    await open('ar/water/');
    expect(page.url()).toBe(`${host.root}en/`);
    expect(await isShown('.page-notice--kept')).toBe(true);
  });

  it('opens the PDFs once they have been saved', async () => {
    await open('en/water/');
    await page.waitForSelector('.offline:not([hidden])');
    expect(await textOf('.offline button')).toMatch(/^Keep all sheets on this phone · \d+ kB$/);
    await page.click('.offline button');
    await page.waitForSelector('[data-state="saved"]:not([hidden])');
    host.isOn = false;
    const pdf = 'print/full/en/walking-english-en.pdf';
    const read = await page.evaluate(async (url) => (await fetch(url)).text(), host.root + pdf);
    expect(read).toBe(new TextDecoder().decode(first.get(pdf)));
    await open('en/');
    expect(await isShown('[data-state="saved"]')).toBe(true);
  });

  it('says that saving failed when it did', async () => {
    await open('en/water/');
    await page.waitForSelector('.offline:not([hidden])');
    await kept('en/offline.json');
    host.isOn = false;
    await page.click('.offline button');
    await page.waitForSelector('[data-state="failed"]:not([hidden])');
    expect(await isShown('.offline button')).toBe(true);
  });

  it('keeps only the page that was opened where the phone is to save data', async () => {
    await page.evaluateOnNewDocument(() => {
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
    });
    await open('en/water/');
    await kept('en/water/', 'visited');
    expect(host.asked).not.toContain('en/offline.json');
    host.isOn = false;
    await open('en/water/');
    expect(await isShown('.page-notice--kept')).toBe(true);
    expect(await page.$eval('main', (main) => getComputedStyle(main).maxInlineSize)).not.toBe('none');
    await expect(open('en/walking/')).rejects.toThrow('net::');
  });

  it('keeps a page of another clinic by itself', async () => {
    await open('clinics/bare/en/water/');
    await kept('clinics/bare/en/water/', 'visited');
    host.isOn = false;
    await open('clinics/bare/en/water/');
    expect(await isShown('.page-notice--kept')).toBe(true);
    expect(await page.$eval('main', (main) => getComputedStyle(main).maxInlineSize)).not.toBe('none');
  });
});

describe('a new edition', () => {
  it('is shown as soon as there is a signal again, and then kept', async () => {
    await open('en/water/');
    await kept('en/offline.json');
    host.files = second;
    await open('en/water/');
    expect(await textOf('h1')).toBe('Drinking enough clean water');
    expect(await isShown('.page-notice--kept')).toBe(false);
    await page.waitForFunction(
      async () => (await caches.keys()).filter((name) => name.includes(' pages en ')).length === 1,
      { polling: 50 },
    );
    await waitForVersion(second);
    host.isOn = false;
    await open('en/water/');
    expect(await textOf('h1')).toBe('Drinking enough clean water');
  });

  it('brings new PDFs to a phone that has saved them', async () => {
    await open('en/water/');
    await page.waitForSelector('.offline:not([hidden])');
    await page.click('.offline button');
    await page.waitForSelector('[data-state="saved"]:not([hidden])');
    host.files = second;
    host.asked = [];
    await open('en/water/');
    await waitForVersion(second, 'prints');
    const pdfs = host.asked.filter((path) => path.endsWith('.pdf'));
    expect(pdfs).toEqual(expect.arrayContaining(['print/full/en/water-english-en.pdf']));
    expect(pdfs.join()).not.toContain('walking');
  });

  it('is told of on a page that has stayed open', async () => {
    await open('en/water/');
    expect(await isShown('.page-notice--newer')).toBe(false);
    // As a cache on the way would send it: the old page beside the new list of editions.
    host.files = new Map([...first, ['editions.json', second.get('editions.json') ?? new Uint8Array()]]);
    await open('en/water/');
    await page.waitForSelector('.page-notice--newer:not([hidden])');
    expect(await textOf('.page-notice--newer')).toContain('There is a newer edition of this sheet.');
    host.files = second;
    await Promise.all([page.waitForNavigation(), page.click('.page-notice--newer a')]);
    expect(await textOf('h1')).toBe('Drinking enough clean water');
  });

  it('that arrives only half leaves the old copy', async () => {
    await open('en/water/');
    await kept('en/offline.json');
    host.files = second;
    host.broken = /^en\/water\/$/;
    host.asked = [];
    await open('en/walking/');
    await expect.poll(() => host.asked).toContain('en/water/');
    host.isOn = false;
    await open('en/water/');
    expect(await textOf('h1')).toBe('Drinking enough water');
    expect(await isShown('.page-notice--kept')).toBe(true);
  });
});

/** Waits until the version of a published site is the kept one. */
async function waitForVersion(files: ReadonlyMap<string, Uint8Array>, store = 'pages'): Promise<void> {
  const { version } = JSON.parse(new TextDecoder().decode(files.get('en/offline.json'))) as { version: string };
  await page.waitForFunction(
    async (part: string, url: string, wanted: string) => {
      const texts: string[] = [];
      for (const name of await caches.keys()) {
        const list = name.includes(` ${part} en`) && (await (await caches.open(name)).match(url));
        if (list) texts.push(await list.text());
      }
      return texts.length > 0 && texts.every((text) => text.includes(wanted));
    },
    { polling: 50, timeout: 20_000 },
    store,
    `${host.root}en/offline.json`,
    version,
  );
}
