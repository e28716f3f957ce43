import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Site } from '../../src/html/build-site.ts';
import { fillFileBytes, fillFileSizes } from '../../src/html/file-size-placeholder.ts';
import { findBrowser, launchBrowser } from '../../src/pdf/launch-browser.ts';
import { type BuiltSite, buildFixtureSite, EVERYTHING } from '../html/build-fixture-site.ts';
import { serveWithPolicy } from './serve-with-policy.ts';

/** Nobody reads them here. */
const pdf = (path: string): Uint8Array => new TextEncoder().encode(`%PDF-1.7 ${path} ${'x'.repeat(50_000)}`);
const LOST = 'print/full/ar/walking-arabic-ar-phone.pdf';
const NOT_A_PDF = 'print/full/ar/water-arabic-ar-phone.pdf';

let browser: Browser;
let built: BuiltSite;
let site: Awaited<ReturnType<typeof serveWithPolicy>>;
let page: Page;

beforeAll(async () => {
  built = await buildFixtureSite({}, EVERYTHING);
  browser = await launchBrowser(await findBrowser(built.settings.cache));
  site = await serveWithPolicy(withFiles(built));
});
afterAll(async () => {
  site.close();
  await browser.close();
});

/** The site with a file for each PDF but one, and another that a hospital's network answers for. */
function withFiles({ site, sheets }: BuiltSite): Site {
  const assets = new Map(site.assets);
  for (const { pdf: path } of sheets.flatMap(({ files }) => files)) assets.set(path, pdf(path));
  const pages = site.pages.map((one) => {
    const sized = fillFileSizes(one.content, () => '50 kB');
    return { ...one, content: fillFileBytes(sized, (path) => pdf(path).length) };
  });
  assets.delete(LOST);
  assets.set(NOT_A_PDF, new TextEncoder().encode('<html>Sign in to the network'));
  return { ...site, assets, pages };
}

async function open(url = '/print-shop/', width = 320): Promise<void> {
  page = await browser.newPage();
  await page.setViewport({ width, height: 640 });
  page.on('pageerror', (problem) => expect.soft(problem).toBeUndefined());
  await page.goto(site.origin + url);
}

const textOf = (selector: string): Promise<string> => page.$eval(selector, ({ textContent }) => textContent ?? '');
const press = (name: string): Promise<void> => page.locator(`::-p-aria([name="${name}"][role="button"])`).click();
const tick = (label: string): Promise<void> => page.locator(`::-p-aria([name="${label}"][role="checkbox"])`).click();

/** Saves the zip file that the page offers, as a reader does. @returns what is in it, by name */
async function savedZip(): Promise<Record<string, Uint8Array>> {
  const folder = await mkdtemp(join(tmpdir(), 'handout-press-saved-'));
  const client = await page.createCDPSession();
  const downloads = { behavior: 'allow', downloadPath: folder, eventsEnabled: true } as const;
  await client.send('Browser.setDownloadBehavior', downloads);
  const isSaved = new Promise<void>((resolve) => {
    client.on('Browser.downloadProgress', ({ state }) => {
      if (state === 'completed') resolve();
    });
  });
  await page.locator('#print-shop-zip:not([hidden])').click();
  await isSaved;
  const bytes = await readFile(join(folder, 'full-handouts.zip'));
  await rm(folder, { recursive: true });
  return unzipSync(bytes);
}

describe('the print shop', () => {
  it('starts with no language, all handouts and the form offered first', async () => {
    await open();
    const ticked = await page.$$eval('input:checked', (boxes) => boxes.map((box) => box.value));
    expect(ticked).toEqual(['walking', 'water', 'standard']);
    expect(await textOf('#print-shop-chosen')).toMatch(/^Nothing is chosen/);
    expect(await page.$eval('#print-shop-make', (button) => (button as HTMLButtonElement).disabled)).toBe(true);
  });

  it('says how many files are chosen and how large they are, and lists them', async () => {
    await open();
    await press('All languages');
    expect(await textOf('#print-shop-chosen')).toBe('4 files, 0.2 MB');
    await press('None');
    await tick('Arabic');
    await tick('With English beside it');
    const links = await page.$$eval('#print-shop-files a', (all) => all.map((link) => link.getAttribute('aria-label')));
    expect(links).toHaveLength(8);
    expect(links).toContain('Open for printing: Arabic: Walking every day. With English beside it');
    const targets = await page.$$eval('#print-shop-files a', (all) => all.map((link) => link.pathname));
    expect(new Set(targets)).toEqual(
      new Set(
        ['walking-arabic-ar', 'walking-arabic-ar-bilingual', 'water-arabic-ar', 'water-arabic-ar-bilingual'].map(
          (name) => `/print/full/ar/${name}.pdf`,
        ),
      ),
    );
  });

  it('makes one zip file of them, with a folder for each language, byte for byte', async () => {
    await open();
    await press('All');
    await press('Make one zip file');
    const saved = await savedZip();
    expect(Object.keys(saved)).toEqual([
      ...['en/walking-english-en.pdf', 'en/water-english-en.pdf'],
      ...['ar/walking-arabic-ar.pdf', 'ar/water-arabic-ar.pdf'],
    ]);
    for (const [name, bytes] of Object.entries(saved)) {
      expect(Buffer.from(bytes).equals(pdf(`print/full/${name}`)), name).toBe(true);
    }
    expect(await textOf('#print-shop-progress')).toBe('The zip file is ready. Save it now.');
  });

  it('takes the zip file back when another choice is made', async () => {
    await open();
    await press('All');
    await press('Make one zip file');
    await savedZip();
    await tick('Arabic');
    expect(await page.$('#print-shop-zip:not([hidden])')).toBeNull();
    expect(await textOf('#print-shop-progress')).toBe('');
  });

  it('names the files that did not load, and gives nothing half', async () => {
    await open();
    await tick('Arabic');
    await tick('To read on a phone');
    await press('Make one zip file');
    await page.waitForFunction(() => document.querySelector('#print-shop-progress')?.textContent?.startsWith('No zip'));
    expect(await textOf('#print-shop-progress')).toBe(
      'No zip file was made. These files did not load: walking-arabic-ar-phone.pdf, water-arabic-ar-phone.pdf. Check the connection, then try again.',
    );
    expect(await page.$('#print-shop-zip:not([hidden])')).toBeNull();
    await tick('To read on a phone');
    await press('Make one zip file');
    expect(Object.keys(await savedZip())).toHaveLength(2);
  });

  it('works by keyboard alone', async () => {
    await open();
    await page.focus('input[name=language][value=ar]');
    await page.keyboard.press('Space');
    await page.focus('#print-shop-make');
    await page.keyboard.press('Enter');
    expect(Object.keys(await savedZip())).toHaveLength(2);
  });

  it.each(['/print-shop/', '/clinics/bare/print-shop/'])('fits on a screen of 320 pixels: %s', async (url) => {
    await open(url);
    await press('All');
    await page.$$eval('details', (all) => all.forEach((one) => (one.open = true)));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });

  it('of another clinic has the files of that clinic', async () => {
    await open('/clinics/bare/print-shop/');
    await press('All');
    const targets = await page.$$eval('#print-shop-files a', (all) => all.map((link) => link.pathname));
    expect(targets.filter((path) => !path.startsWith('/print/bare/'))).toEqual([]);
    expect(targets).toHaveLength(8);
  });

  it('lists every file without scripts', async () => {
    page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.goto(`${site.origin}/print-shop/`);
    expect(await page.$eval('#print-shop', (form) => form.checkVisibility())).toBe(false);
    const paths = await page.$$eval('details a', (all) => all.map((link) => new URL(link.href).pathname.slice(1)));
    const own = built.sheets.filter(({ clinic }) => clinic.id === 'full').flatMap(({ files }) => files);
    expect([...paths].sort()).toEqual(own.map(({ pdf: path }) => path).sort());
  });
});
