import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildStylesheet } from '../../src/html/stylesheet.ts';
import { headingWords } from '../../src/i18n/heading-words.ts';
import { findBrowser, launchBrowser } from '../../src/pdf/launch-browser.ts';
import { copyFixtureSite, fixtureSettings, PROJECT } from '../fixture-site.ts';
import { languageNamed } from '../language-named.ts';

/** A CSS pixel, of which an inch has 96. */
const MILLIMETRE = 96 / 25.4;
const MEDIA = ['screen', 'print'] as const;

let browser: Browser;
let page: Page;
let css: string;

beforeAll(async () => {
  css = await buildStylesheet(join(PROJECT, 'templates'), ['en', 'ar', 'ko', 'zh-Hant'].map(languageNamed));
  const { cache } = await fixtureSettings(await copyFixtureSite());
  browser = await launchBrowser(await findBrowser(cache));
  page = await browser.newPage();
  await page.setViewport({ width: 740, height: 900 });
});
afterAll(() => browser.close());

async function show(html: string, media: (typeof MEDIA)[number], lang = 'en'): Promise<void> {
  await page.emulateMediaType(media);
  await page.setContent(`<!doctype html><html lang="${lang}"><style>${css}</style><main>${html}</main></html>`);
}

/** Heights of all elements a selector names, in pixels. */
const heights = (selector: string): Promise<number[]> =>
  page.$$eval(selector, (found) => found.map((element) => element.getBoundingClientRect().height));

/** The lines a browser breaks a heading into. */
const linesOf = (selector: string): Promise<string[]> =>
  page.$eval(selector, (heading) => {
    const lines: string[] = [];
    let last = -Infinity;
    const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let index = 0; index < (node.nodeValue ?? '').length; index++) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        const { top } = range.getBoundingClientRect();
        if (top > last + 1) lines.push('');
        lines[lines.length - 1] += node.nodeValue?.[index] ?? '';
        last = Math.max(top, last);
      }
    }
    return lines;
  });

describe('a heading of several lines', () => {
  const words = headingWords('洗腎的人如果皮膚上出現疼痛的傷口應該馬上打電話給診所', languageNamed('zh-Hant'));
  const ends = words.map((_, index) => words.slice(0, index + 1).join('').length);
  /** Breaks inside a word, in columns of several widths: which font the machine has must not matter. */
  async function breaksInWords(element: string, html: string): Promise<number[]> {
    const found: number[] = [];
    for (const width of [3, 4, 5, 6, 7, 8]) {
      await show(`<${element} style="inline-size:${width}em">${html}</${element}>`, 'screen', 'zh-Hant');
      const lines = await linesOf(element);
      expect(lines.length).toBeGreaterThan(1);
      const breaks = lines.map((_, index) => lines.slice(0, index + 1).join('').length);
      found.push(...breaks.filter((place) => !ends.includes(place)));
    }
    return found;
  }

  it('breaks between words in Chinese, unlike running text', async () => {
    expect(await breaksInWords('h2', words.join('<wbr>'))).toEqual([]);
    expect(await breaksInWords('p', words.join(''))).not.toEqual([]);
  });

  it('breaks between words in Korean', async () => {
    await show('<h2 style="inline-size:7em">투석을 받는 사람의 피부에 아픈 상처가 생기면</h2>', 'screen', 'ko');
    const lines = await linesOf('h2');
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.slice(0, -1).filter((line) => !line.endsWith(' '))).toEqual([]);
  });
});

describe('what a reader fills in by hand', () => {
  const worksheet = `<section class="section section--worksheet"><ul><li>Name<span class="write-line"></span></li>
    <li>Day<span class="write-line"></span></li></ul>
    <table><tr><th>When</th><th>What</th></tr><tr><td>Morning</td><td class="write-cell">&nbsp;</td></tr></table></section>`;

  it.each(MEDIA)('has room for handwriting: 8 millimetres or more (%s)', async (media) => {
    await show(worksheet, media);
    const room = await heights('.write-line, .write-cell');
    expect(room).toHaveLength(3);
    expect(Math.min(...room)).toBeGreaterThanOrEqual(8 * MILLIMETRE - 0.5);
  });

  it('has more room where the press finds some', async () => {
    await show(worksheet, 'print');
    const before = await heights('.write-line, .write-cell');
    await page.evaluate(() => document.documentElement.style.setProperty('--more-writing', '10px'));
    const after = await heights('.write-line, .write-cell');
    expect(after.map((height, index) => Math.round(height - (before[index] ?? 0)))).toEqual([10, 10, 10]);
  });
});

describe('the cards to point at', () => {
  const card = (text: string): string =>
    `<section class="card"><p class="card__speak">${text}</p><p class="card__english">English</p></section>`;

  it('stand in two columns on paper, large enough to point at, and hold a long name', async () => {
    await show(
      `<div class="cards">${['A', 'B', 'I speak a language with a very long name indeed.'].map(card).join('')}</div>`,
      'print',
    );
    const cards = await page.$$eval('.card', (found) =>
      found.map((element) => ({
        left: element.getBoundingClientRect().left,
        height: element.getBoundingClientRect().height,
        isCut: element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight,
      })),
    );
    expect(new Set(cards.map(({ left }) => left)).size).toBe(2);
    expect(Math.min(...cards.map(({ height }) => height))).toBeGreaterThanOrEqual(40 * MILLIMETRE);
    expect(cards.map(({ isCut }) => isCut)).toEqual([false, false, false]);
  });
});

describe('a picture', () => {
  const DRAWING = '<svg class="picture__drawing" viewBox="0 0 10 90"></svg>';

  it.each(MEDIA)('is never so high that it takes the page (%s)', async (media) => {
    await show(
      `<div class="pictures"><div class="picture">${DRAWING}<p class="picture__label">Leg</p></div></div>`,
      media,
    );
    const [height = 0] = await heights('.picture__drawing');
    expect(height).toBeGreaterThan(20 * MILLIMETRE);
    expect(height).toBeLessThan(60 * MILLIMETRE);
  });

  it.each(['ltr', 'rtl'])(
    'before an item takes the place of the bullet and does not cover the words (%s)',
    async (dir) => {
      await show(
        `<ul dir="${dir}"><li><svg class="icon" viewBox="0 0 9 9"></svg><span>Fever</span></li></ul>`,
        'print',
      );
      const [icon, words, list] = await Promise.all(
        ['.icon', 'li span', 'ul'].map((selector) =>
          page.$eval(selector, (found) => {
            const { left, right } = found.getBoundingClientRect();
            return { left, right };
          }),
        ),
      );
      if (!icon || !words || !list) throw new Error('Nothing was drawn.');
      expect(await page.$eval('li', (item) => getComputedStyle(item).listStyleType)).toBe('none');
      expect(dir === 'ltr' ? icon.right <= words.left : icon.left >= words.right).toBe(true);
      expect(icon.left >= list.left && icon.right <= list.right).toBe(true);
    },
  );
});
