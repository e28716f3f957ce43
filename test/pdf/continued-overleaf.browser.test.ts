import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fitInPage } from '../../src/pdf/fit-in-page.ts';
import { findBrowser, launchBrowser } from '../../src/pdf/launch-browser.ts';
import { copyFixtureSite, fixtureSettings } from '../fixture-site.ts';

const line = (text: string): string => `<li style="height:20px">${text}</li>`;
const items = (name: string, count: number): string =>
  Array.from({ length: count }, (_, index) => line(`${name}${index + 1}`)).join('');

/** On sides 170 pixels high, the section of ten lines fits neither on the front nor, whole, on the back. */
const PAGE = `<!doctype html><style>*{margin:0;padding:0;font-size:10px;line-height:20px}</style>
<main class="sheet"><div class="sheet__front"><div style="height:100px">first</div>
<section class="section" id="steps"><h2 style="height:20px">Steps</h2>
<ul>${items('dot', 3)}</ul><ol start="5">${items('step', 6)}</ol></section></div>
<div class="sheet__back"></div><div class="sheet__end" style="height:20px">end</div></main>`;

let browser: Browser;
let page: Page;

beforeAll(async () => {
  const { cache } = await fixtureSettings(await copyFixtureSite());
  browser = await launchBrowser(await findBrowser(cache));
  page = await browser.newPage();
  await page.evaluate('globalThis.__name = (wrapped) => wrapped');
  await page.setContent(PAGE);
  const sizes = {
    minPoints: 12,
    maxPoints: 12,
    stepPoints: 1,
    preferredSlot: 0,
    leastSlot: 0,
    ampleSlot: 0,
    tightest: 0,
  };
  await page.evaluate(fitInPage, { width: 400, height: 170, ...sizes });
});
afterAll(() => browser.close());

const textsOf = (side: string): Promise<string[]> =>
  page.$$eval(`.sheet__${side} li`, (found) => found.map((item) => item.textContent));

describe('a section continued overleaf', () => {
  it('loses no item and keeps their order', async () => {
    const [front, back] = [await textsOf('front'), await textsOf('back')];
    expect(front.length).toBeGreaterThan(0);
    expect(back.length).toBeGreaterThan(0);
    const all = ['dot1', 'dot2', 'dot3', 'step1', 'step2', 'step3', 'step4', 'step5', 'step6'];
    expect([...front, ...back]).toEqual(all);
  });

  it('goes on counting its steps, and keeps each item in a list of its own kind', async () => {
    const numbered = await page.$$eval('ol', (lists) =>
      lists.flatMap((list) => [...list.children].map((item, index) => `${list.start + index} ${item.textContent}`)),
    );
    expect(numbered).toEqual(['5 step1', '6 step2', '7 step3', '8 step4', '9 step5', '10 step6']);
    const dots = await page.$$eval('ul > li', (found) => found.map((item) => item.textContent));
    expect(dots).toEqual(['dot1', 'dot2', 'dot3']);
  });

  it('repeats neither its heading nor its id', async () => {
    expect(await page.$$eval('h2', (found) => found.length)).toBe(1);
    expect(await page.$$eval('#steps', (found) => found.length)).toBe(1);
  });
});
