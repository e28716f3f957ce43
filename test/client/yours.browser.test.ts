import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeDetails, encodeDetails } from '../../src/client/yours/details-link.ts';
import type { Details } from '../../src/client/yours/details.ts';
import { findBrowser, launchBrowser } from '../../src/pdf/launch-browser.ts';
import { PROJECT } from '../fixture-site.ts';
import { type BuiltSite, buildFixtureSite, EVERYTHING, pageAt } from '../html/build-fixture-site.ts';
import { textByPdfjs } from '../stamp/other-readers.ts';
import { DETAILS, pressPanel } from './press-panel.ts';
import { serveWithPolicy } from './serve-with-policy.ts';

let browser: Browser;
let built: BuiltSite;
let site: Awaited<ReturnType<typeof serveWithPolicy>>;
beforeAll(async () => {
  built = await buildFixtureSite({}, EVERYTHING);
  browser = await launchBrowser(await findBrowser(built.settings.cache));
  site = await serveWithPolicy(built.site);
});
afterAll(async () => {
  site.close();
  await browser.close();
});

/** Opens the page and tells of everything its policy forbids or that goes wrong. */
async function open(details?: Details | string, size = { width: 1280, height: 900 }, origin = site.origin) {
  // What one test leaves in the browser's storage must not come up in the next.
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  // That the frame may not run the scripts of its page is meant so.
  page.on('console', (message) => {
    const isMeant = message.text().startsWith('Blocked script execution');
    if (message.type() === 'error' && !isMeant) faults.push(message.text());
  });
  await page.setViewport(size);
  const fragment = typeof details === 'string' ? details : details && encodeDetails(details);
  await page.goto(`${origin}/yours/${fragment === undefined ? '' : `#${fragment}`}`);
  await waitForSheet(page, faults);
  return { page, faults };
}

/** Waits until the sheet is laid out; if it never is, the failure says what the page says. */
async function waitForSheet(page: Page, faults: readonly string[] = []): Promise<void> {
  // A page that is still coming has no body, and a function that throws is waited for in vain.
  const laidOut = page.waitForFunction(
    () => document.querySelector('iframe')?.contentDocument?.querySelector('body')?.style.width,
  );
  await laidOut.catch(async (failure: unknown) => {
    const seen = await page.evaluate(() => {
      const frame = document.querySelector('iframe');
      const status = document.querySelector('#yours-status')?.textContent;
      return { status, frame: frame?.contentDocument?.URL, ready: frame?.contentDocument?.readyState };
    });
    throw new Error(`No sheet: ${JSON.stringify({ ...seen, faults })}`, { cause: failure });
  });
}

/** As long as a link may have it, in wide letters. */
const LONG = '診'.repeat(300);

const slot = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector('iframe')?.contentDocument?.querySelector('.slot')?.innerHTML ?? '');
const waitForSlot = (page: Page, text: string): Promise<unknown> =>
  page.waitForFunction(
    (wanted) =>
      document.querySelector('iframe')?.contentDocument?.querySelector('.slot')?.textContent.includes(wanted) ?? false,
    {},
    text,
  );
const asParsed = (page: Page, html: string): Promise<string> =>
  page.evaluate((text) => {
    const template = document.createElement('template');
    template.innerHTML = text;
    return template.innerHTML;
  }, html);
const fault = (page: Page, field: string): Promise<string> =>
  page.$eval(`#fault-${field}`, (place) => (place instanceof HTMLElement && !place.hidden ? place.textContent : ''));
const status = (page: Page): Promise<string> => page.$eval('#yours-status', (place) => place.textContent);
/** Lets the last keystroke take effect, which waits for a pause. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 700));

describe('the page for a clinic of one’s own', () => {
  it('puts on the sheet what is typed, and obeys the policy of the site', async () => {
    const { page, faults } = await open();
    expect(await slot(page)).toBe('');
    await page.type('#yours-name', 'Typed Clinic');
    await page.type('#yours-appointments', '(310) 706-2594');
    await waitForSlot(page, '310-706-2594');
    expect(await slot(page)).toContain('Typed Clinic');
    expect(faults).toEqual([]);
    await page.browserContext().close();
  });

  it.each([
    ['en', 'standard'],
    ['ar', 'standard'],
    ['ar', 'bilingual'],
    ['ar', 'phone'],
  ])('makes the very panel of the press (%s, %s)', async (locale, form) => {
    const { page, faults } = await open(DETAILS);
    await page.select('#yours-language', locale);
    await page.select('#yours-form', form);
    await page.waitForFunction(
      (tag, name) => {
        const root = document.querySelector('iframe')?.contentDocument?.documentElement;
        return root?.lang === tag && (root.dataset['form'] ?? 'standard') === name && root.style.length > 0;
      },
      {},
      locale,
      form,
    );
    await waitForSlot(page, '310-706-2594');
    const expected = await asParsed(page, pressPanel(built, locale, form === 'bilingual'));
    expect((await slot(page)).trim()).toBe(expected.trim());
    expect(faults).toEqual([]);
    await page.browserContext().close();
  });

  it('isolates the phone in an Arabic sheet, below the Arabic label', async () => {
    const { page } = await open(DETAILS);
    await page.select('#yours-language', 'ar');
    await waitForSlot(page, 'لحجز موعد');
    await waitForSlot(page, 'Anywhere');
    expect(await slot(page)).toContain('<bdi dir="ltr">310-706-2594</bdi>');
    await page.browserContext().close();
  });

  it('says at the field that a number cannot be dialled, once the field is left', async () => {
    const { page } = await open();
    await page.type('#yours-name', 'Typed Clinic');
    await page.type('#yours-appointments', '555');
    await pause();
    expect(await fault(page, 'appointments')).toBe('');
    await page.keyboard.press('Tab');
    await pause();
    expect(await fault(page, 'appointments')).toContain('cannot be dialled');
    const [invalid, described] = await page.$eval('#yours-appointments', (field) =>
      ['aria-invalid', 'aria-describedby'].map((name) => field.getAttribute(name)),
    );
    expect([invalid, described]).toEqual(['true', 'fault-appointments']);
    await page.browserContext().close();
  });

  it('prints nothing while something is wrong, and leads to it', async () => {
    const { page } = await open({ ...DETAILS, closes1: '08:00', website: 'none', postalCode: '' });
    await page.evaluate(() => {
      const frame = document.querySelector('iframe')?.contentWindow;
      if (frame) frame.print = () => Object.assign(window, { printed: true });
    });
    await page.click('button[type=submit]');
    await pause();
    expect(await fault(page, 'closes1')).toContain('earlier');
    expect(await fault(page, 'website')).toContain('not a web address');
    expect(await fault(page, 'postalCode')).not.toBe('');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('yours-website');
    expect(await page.evaluate(() => 'printed' in window)).toBe(false);
    await page.browserContext().close();
  });

  it('tells by how much a panel is too high, and does not print it', async () => {
    const handout = 'content/handouts/walking/en.md';
    const text = await readFile(join(PROJECT, 'test/fixtures/site', handout), 'utf8');
    const full = text + '\nWalk a little every day, and rest when you are tired.\n'.repeat(70);
    const changed = await buildFixtureSite({
      [handout]: full,
      'content/handouts/walking/ar.md': null,
      'content/handouts/water': null,
    });
    const fuller = await serveWithPolicy(changed.site);
    const long = { ...DETAILS, name: LONG, shortName: LONG, street: LONG, city: LONG, state: LONG };
    const { page } = await open(long, undefined, fuller.origin);
    await page.evaluate(() => {
      const frame = document.querySelector('iframe')?.contentWindow;
      if (frame) frame.print = () => Object.assign(window, { printed: true });
    });
    await page.waitForFunction(() => document.querySelector('#yours-status')?.textContent);
    expect(await status(page)).toMatch(/is \d+ mm too high/);
    await page.click('button[type=submit]');
    await pause();
    expect(await page.evaluate(() => 'printed' in window)).toBe(false);
    await page.browserContext().close();
    fuller.close();
  });

  it('prints front and back with the clinic on them', async () => {
    const { page } = await open(DETAILS);
    await waitForSlot(page, '310-706-2594');
    await page.evaluate(() => {
      const frame = document.querySelector('iframe')?.contentWindow;
      if (frame) frame.print = () => Object.assign(window, { printed: true });
    });
    await page.click('button[type=submit]');
    await page.waitForFunction(() => 'printed' in window);
    const { html, url } = await page.evaluate(() => {
      const shown = document.querySelector('iframe')?.contentDocument;
      return { html: shown?.documentElement.outerHTML ?? '', url: shown?.URL ?? '' };
    });
    const alone = await browser.newPage();
    await alone.setJavaScriptEnabled(false);
    await alone.goto(url);
    await alone.setContent(`<!doctype html>${html}`);
    const texts = await textByPdfjs(await alone.pdf({ preferCSSPageSize: true, printBackground: true }));
    expect(texts).toHaveLength(2);
    expect(texts[1]).toContain('310-706-2594');
    expect(texts[1]?.replaceAll(/\s+/g, ' ')).toContain('Anywhere <Clinic> & Sons');
    expect(texts.join(' ')).not.toContain('Full Moon');
    await alone.close();
    await page.browserContext().close();
  });

  it('fills the form from a link, and ignores one that holds something else', async () => {
    const { page } = await open(DETAILS);
    expect(await page.$eval('#yours-name', (field) => (field as HTMLInputElement).value)).toBe(DETAILS.name);
    await page.click('#yours-copy');
    const link = await page.$eval('#yours-link', (field) => (field as HTMLInputElement).value);
    expect(link).toMatch(`${site.origin}/yours/#`);
    expect(decodeDetails(new URL(link).hash.slice(1))).toEqual(DETAILS);
    await page.click('#yours-forget');
    await page.waitForFunction(() => document.querySelector('#yours-status')?.textContent.startsWith('Forgotten'));
    expect(await page.evaluate(() => [localStorage.length, location.hash])).toEqual([0, '']);
    await page.browserContext().close();
    const garbled = await open('%7Bnot-a-link');
    await garbled.page.waitForFunction(() => document.querySelector('#yours-status')?.textContent.includes('link'));
    expect(await garbled.page.$eval('#yours-name', (field) => (field as HTMLInputElement).value)).toBe('');
    expect(garbled.faults).toEqual([]);
    await garbled.page.browserContext().close();
  });

  it('tells that a part of it did not come before it tells of a bad link', async () => {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.setRequestInterception(true);
    page.on(
      'request',
      (request) => void (/\/yours\/.*\.json$/.test(request.url()) ? request.abort() : request.continue()),
    );
    await page.goto(`${site.origin}/yours/#%7Bnot-a-link`);
    await page.waitForFunction(() => document.querySelector('#yours-status')?.textContent !== '', { polling: 100 });
    expect(await page.$eval('#yours-status', ({ textContent }) => textContent)).toBe(
      'A part of this page did not come. Check the connection, then open the page again.',
    );
    await context.close();
  });

  it('keeps what was typed for the next time', async () => {
    const { page } = await open();
    await page.type('#yours-name', 'Kept Clinic');
    await pause();
    await page.reload();
    await waitForSheet(page);
    expect(await page.$eval('#yours-name', (field) => (field as HTMLInputElement).value)).toBe('Kept Clinic');
    await page.click('#yours-forget');
    await page.browserContext().close();
  });

  it('is not wider than a small phone', async () => {
    const { page } = await open(DETAILS, { width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await page.browserContext().close();
  });

  it('leaves pages of readers alone', () => {
    for (const url of ['/', '/en/', '/en/water/', '/ar/water/bilingual/']) {
      expect(pageAt(built, url)).not.toMatch(/yours\.(js|css)/);
    }
  });
});
