import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FORMS } from '../../src/forms.ts';
import { findBrowser, launchBrowser } from '../../src/pdf/launch-browser.ts';
import { startPageServer } from '../../src/pdf/page-server.ts';
import { Printer } from '../../src/pdf/print-page.ts';
import { formPage } from '../../src/html/form-page.ts';
import { type BuiltSite, buildFixtureSite, pageAt, sheetOf } from '../html/build-fixture-site.ts';
import { textByPdfjs } from '../stamp/other-readers.ts';
import { serveWithPolicy } from './serve-with-policy.ts';

let browser: Browser;
let built: BuiltSite;
let site: Awaited<ReturnType<typeof serveWithPolicy>>;

beforeAll(async () => {
  built = await buildFixtureSite();
  browser = await launchBrowser(await findBrowser(built.settings.cache));
  site = await serveWithPolicy(built.site);
});
afterAll(async () => {
  site.close();
  await browser.close();
});

async function open(url: string, width = 1280): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width, height: 700 });
  await page.goto(site.origin + url, { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return page;
}

const bodySize = (page: Page): Promise<string> =>
  page.evaluate(() => document.documentElement.style.getPropertyValue('--body-size'));
const fire = (page: Page, name: string): Promise<boolean> =>
  page.evaluate((event) => window.dispatchEvent(new Event(event)), name);
const outer = (page: Page): Promise<string> => page.evaluate(() => document.documentElement.outerHTML);

/** What a reader’s printer would get of a page; the browser itself then tells the page that it prints. */
async function printFromBrowser(page: Page): Promise<Uint8Array> {
  return page.pdf({ preferCSSPageSize: true, printBackground: true });
}

async function printByPress(id: string): Promise<{ bytes: Uint8Array; points: number }> {
  const { url, footer, language } = sheetOf(built, id);
  const { standard: form } = FORMS;
  const [slot] = form.slots;
  const files = await startPageServer(built.site.assets);
  const html = formPage(pageAt(built, url), { form, footer, language, styles: built.site.formStyles });
  const printer = await Printer.open(browser, files.origin);
  const { bytes, fit, faults } = await printer.print({ html, url, bodySize: built.settings.bodySize, slot }, form);
  expect(faults).toEqual([]);
  await files.close();
  return { bytes, points: fit.points };
}

describe('a sheet that is printed from the browser', () => {
  it.each([
    ['full/en/water', 1280],
    ['full/ar/water', 360],
    ['full/en/walking', 360],
  ])('%s is the sheet of the press (window of %i pixels)', async (id, width) => {
    const pressed = await printByPress(id);
    const page = await open(sheetOf(built, id).url, width);
    await fire(page, 'beforeprint');
    expect(await bodySize(page)).toBe(`${pressed.points}pt`);
    const words = await textByPdfjs(await printFromBrowser(page));
    expect(words).toEqual(await textByPdfjs(pressed.bytes));
    expect(words).toHaveLength(2);
    await page.close();
  });

  it('is fitted on a dark screen too, and printed dark on white', async () => {
    const page = await open('/en/water/');
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    await fire(page, 'beforeprint');
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).color)).toBe('rgb(0, 0, 0)');
    await page.close();
  });

  it('takes more pages where it is too long for front and back, and loses nothing', async () => {
    const page = await open('/en/water/');
    await page.evaluate(() => {
      const section = document.querySelector('.sheet__front')?.lastElementChild;
      for (let index = 0; index < 60; index++)
        section?.append(Object.assign(document.createElement('p'), { textContent: `Added ${index}. `.repeat(20) }));
    });
    await fire(page, 'beforeprint');
    const words = await textByPdfjs(await printFromBrowser(page));
    expect(words.length).toBeGreaterThan(2);
    for (let index = 0; index < 60; index++) expect(words.join(' ')).toContain(`Added ${index}.`);
    await page.close();
  });
});

describe('a page after printing', () => {
  it('is what it was: words, styles, place, what was opened and what has the focus', async () => {
    const page = await open('/ar/water/', 360);
    await page.evaluate(() => {
      document.documentElement.style.setProperty('--own', '1px');
      const main = document.querySelector('main');
      main?.prepend(Object.assign(document.createElement('details'), { open: true, textContent: 'Opened' }));
      main?.querySelector('a')?.focus({ preventScroll: true });
      window.scrollTo(0, 400);
      Object.assign(window, { kept: main });
    });
    const look = () =>
      page.evaluate(() => ({
        y: window.scrollY,
        focused: document.activeElement?.outerHTML,
        width: document.querySelector('main')?.getBoundingClientRect().width,
        columns: getComputedStyle(document.querySelector('.sheet__front') ?? document.body).columnCount,
        isSame: document.querySelector('main') === (window as unknown as { kept: Element }).kept,
      }));
    const [before, html] = [await look(), await outer(page)];
    await fire(page, 'beforeprint');
    expect(await outer(page)).not.toBe(html);
    await fire(page, 'afterprint');
    expect(await outer(page)).toBe(html);
    expect(await look()).toEqual(before);
    expect(before).toMatchObject({ y: 400, columns: 'auto', isSame: true });
    await page.close();
  });

  it('is what it was when the browser itself has printed it', async () => {
    const page = await open('/en/water/');
    const html = await outer(page);
    await printFromBrowser(page);
    expect(await outer(page)).toBe(html);
    await page.close();
  });
});

describe('the script for printing', () => {
  it('is only on pages that are sheets', () => {
    expect(pageAt(built, '/en/water/')).toContain('assets/print.js');
    for (const url of ['/', '/en/', '/languages/']) expect(pageAt(built, url)).not.toContain('assets/print.js');
  });

  it('is small', () => {
    expect(built.site.assets.get('assets/print.js')?.length).toBeLessThan(12_000);
  });
});
