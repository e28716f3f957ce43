import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser, launchBrowser } from '../../src/pdf/launch-browser.ts';
import { type BuiltSite, buildFixtureSite } from '../html/build-fixture-site.ts';
import { withThreeEditions } from '../html/editions.ts';
import { browseSite } from './browsed-site.ts';

const ADDRESS = 'http://localhost:8080/health/';

let built: BuiltSite;
let browser: Browser;
beforeAll(async () => {
  built = await buildFixtureSite(await withThreeEditions(), { address: ADDRESS });
  browser = await launchBrowser(await findBrowser(built.settings.cache));
});
afterAll(() => browser.close());

/** Types a code on the page that asks for one, and presses the button. */
async function type(locale: string, code: string): Promise<Page> {
  const page = await browseSite(browser, built);
  await page.goto(`${ADDRESS}${locale}/code/`);
  await page.type('#code', code);
  const leaving = page.waitForNavigation({ timeout: 3000 }).catch(() => undefined);
  await page.click('.code-form button');
  if ((await page.$('#code-unknown:not([hidden])')) === null) await leaving;
  return page;
}

describe('the page that asks for a code', () => {
  it.each([
    ['en', 'wlk 1 ar', 'c/WLK-1-ar/'],
    ['ar', 'WLK–٢', 'c/WLK-2-ar/'],
  ])('in %s leads from “%s” to %s', async (locale, code, path) => {
    const page = await type(locale, code);
    expect(page.url()).toBe(ADDRESS + path);
    await page.close();
  });

  it('says at the field that it does not know a code', async () => {
    const page = await type('en', 'WLK-9-en');
    expect(page.url()).toBe(`${ADDRESS}en/code/`);
    const field = await page.$eval('#code', (input) => ({
      invalid: input.getAttribute('aria-invalid'),
      described: input.getAttribute('aria-describedby'),
      isFocused: document.activeElement === input,
    }));
    expect(field).toEqual({ invalid: 'true', described: 'code-unknown', isFocused: true });
    expect(await page.$eval('#code-unknown', (said) => said.checkVisibility())).toBe(true);
    await page.close();
  });
});

describe('the page for lost readers', () => {
  const visit = async (path: string, languages?: string[]) => {
    const page = await browseSite(browser, built, languages);
    await page.goto(ADDRESS + path);
    return page;
  };
  const firstOf = (page: Page) =>
    page.$$eval('section.not-found', (sections) =>
      sections.map((section) => ({
        lang: section.lang,
        heading: section.firstElementChild?.localName,
        isUnknown: section.querySelector('[role=alert]')?.checkVisibility(),
      })),
    );

  it('answers an unknown code in the language of the browser, first', async () => {
    const page = await visit('c/XYZ-1-en/', ['ar-EG', 'en']);
    expect(await firstOf(page)).toEqual([
      { lang: 'ar', heading: 'h1', isUnknown: true },
      { lang: 'en', heading: 'h2', isUnknown: false },
    ]);
    await page.close();
  });

  it('answers in the language of the sheet where the browser has one that the site lacks', async () => {
    const page = await visit('c/XYZ-1-ar/', ['ko-KR']);
    expect((await firstOf(page))[0]).toEqual({ lang: 'ar', heading: 'h1', isUnknown: true });
    await page.close();
  });

  it('speaks of no code at other addresses', async () => {
    const page = await visit('en/nothing/', ['ar']);
    expect((await firstOf(page)).map(({ isUnknown }) => isUnknown)).toEqual([false, false]);
    await page.close();
  });

  it.each(['c/wlk-1-en', 'clinics/gone/c/WLK-1-en/'])('leads from %s on to the code it means', async (path) => {
    const page = await visit(path);
    await page.waitForSelector('.edition__answer');
    expect(page.url()).toBe(`${ADDRESS}c/WLK-1-en/`);
    await page.close();
  });
});
