import axe from 'axe-core';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser, launchBrowser } from '../../src/pdf/launch-browser.ts';
import { browseSite } from '../client/browsed-site.ts';
import { buildFixtureSite, EVERYTHING } from './build-fixture-site.ts';
import { EDITS, staleWater } from './stale-water.ts';

const ADDRESS = 'https://handouts.clinic-site.org/';
const PAGES = ['ar/water/', 'ar/water/bilingual/', 'c/WAT-1-ar/', 'ar/'];
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let browser: Browser;
let page: Page;
beforeAll(async () => {
  const { danger, amount, caution, summary, section } = EDITS;
  const sections = { 'call-same-day': 'safety', 'ask-first': 'safety', summary: 'safety' } as const;
  const changes = await staleWater('meaning', [danger, amount, caution, summary, section], { sections });
  const built = await buildFixtureSite(changes, { ...EVERYTHING, address: ADDRESS });
  browser = await launchBrowser(await findBrowser(built.settings.cache));
  page = await browseSite(browser, built, ['ar']);
  await page.setViewport({ width: 360, height: 640 });
});
afterAll(() => browser.close());

describe('a page of which parts are too old', () => {
  it.each(PAGES)('has nothing that axe finds wrong, light or dark: %s', async (path) => {
    await page.goto(ADDRESS + path);
    await page.evaluate(axe.source);
    for (const value of ['light', 'dark']) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
      const faults = await page.evaluate(async (values) => {
        const { axe: checker } = window as unknown as { axe: typeof axe };
        const { violations } = await checker.run(document, { runOnly: { type: 'tag', values } });
        return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
      }, TAGS);
      // On a bilingual page the clinic stands twice, under one name.
      expect(faults.filter((fault) => !fault.startsWith('landmark-unique: section[aria-labelledby="panel'))).toEqual(
        [],
      );
    }
  });

  it('is no wider than a phone, and turns what is in English round', async () => {
    await page.goto(`${ADDRESS}ar/water/`);
    const found = await page.evaluate(() => {
      const styleOf = (selector: string) => getComputedStyle(document.querySelector(selector) as Element);
      const thick = (selector: string) => {
        const { borderLeftWidth, borderRightWidth } = styleOf(selector);
        return Number.parseFloat(borderLeftWidth) > Number.parseFloat(borderRightWidth) ? 'left' : 'right';
      };
      const { scrollWidth, clientWidth } = document.documentElement;
      return {
        isWide: scrollWidth > clientWidth,
        thick: [thick('#ask-first'), thick('#ask-first .part-notice')],
        align: [styleOf('#ask-first > p:last-child').direction, styleOf('#how-much > p').direction],
      };
    });
    expect(found).toEqual({ isWide: false, thick: ['left', 'right'], align: ['ltr', 'rtl'] });
  });

  it('has the line between two danger signs between them on paper', async () => {
    await page.goto(`${ADDRESS}ar/water/`);
    await page.emulateMediaType('print');
    const widths = await page.evaluate(() => {
      const { borderLeftWidth, borderRightWidth } = getComputedStyle(
        document.querySelector('#call-same-day') as Element,
      );
      return [borderLeftWidth, borderRightWidth];
    });
    await page.emulateMediaType('screen');
    // The second part stands on the left.
    expect(widths).toEqual(['0px', '1px']);
  });

  it('is read aloud each in a voice of its language, or not at all', async () => {
    const arabicOnly = await saidWith(['ar-SA']);
    expect(arabicOnly.map(({ lang }) => lang)).not.toContain('en-US');
    expect(arabicOnly.filter(({ text }) => text.startsWith('تغيّر هذا الجزء'))).toHaveLength(3);
    expect(arabicOnly.filter(({ text }) => text.includes('for 4 hours'))).toEqual([]);
    const both = await saidWith(['ar-SA', 'en-US']);
    expect(both.filter(({ text }) => text.includes('for 4 hours')).map(({ lang }) => lang)).toEqual(['en-US']);
    expect(both.filter(({ lang }) => lang === 'ar-SA')).toHaveLength(arabicOnly.length);
  });
});

/** What a phone with some voices reads of the page, and in which. */
async function saidWith(voices: string[]): Promise<{ text: string; lang: string }[]> {
  const { identifier } = await page.evaluateOnNewDocument((langs: string[]) => {
    const said: { text: string; lang: string }[] = [];
    Object.defineProperty(globalThis, 'speechSynthesis', {
      value: {
        getVoices: () => langs.map((lang) => ({ lang, localService: true })),
        addEventListener: () => undefined,
        cancel: () => undefined,
        speak: (words: SpeechSynthesisUtterance) => {
          said.push({ text: words.text, lang: words.lang });
          setTimeout(() => void words.onend?.({} as SpeechSynthesisEvent));
        },
      },
    });
    const Utterance = class {
      text: string;
      constructor(text: string) {
        this.text = text;
      }
    };
    Object.defineProperty(globalThis, 'SpeechSynthesisUtterance', { value: Utterance });
    Object.defineProperty(globalThis, 'saidByThePhone', { value: said });
  }, voices);
  await page.goto(`${ADDRESS}ar/water/`);
  await page.click('[data-act="listen"]');
  await page.waitForFunction(() => !document.querySelector('.is-spoken'));
  await page.removeScriptToEvaluateOnNewDocument(identifier);
  return page.evaluate(
    () => (globalThis as unknown as { saidByThePhone: { text: string; lang: string }[] }).saidByThePhone,
  );
}
