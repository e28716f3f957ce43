import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser, launchBrowser } from '../../src/pdf/launch-browser.ts';
import { type BuiltSite, buildFixtureSite, pageAt } from './build-fixture-site.ts';
import { withThreeEditions } from './editions.ts';
import { elementsOf } from './page-elements.ts';

const ADDRESS = 'https://handouts.clinic-site.org/';

interface Entry {
  [name: string]: string;
}

let built: BuiltSite;
let browser: Browser;
beforeAll(async () => {
  built = await buildFixtureSite(await withThreeEditions());
  browser = await launchBrowser(await findBrowser(built.settings.cache));
});
afterAll(() => browser.close());

/** Reads a feed with the XML parser of the browser, which refuses what is not well-formed. */
async function feedAt(url: string) {
  const page = await browser.newPage();
  const feed = await page.evaluate((xml) => {
    const { documentElement: root } = new DOMParser().parseFromString(xml, 'application/xml');
    const fields = (of: Element): Record<string, string> =>
      Object.fromEntries([...of.children].map((child) => [child.localName, child.textContent]));
    const entries = [...root.querySelectorAll('entry')];
    return {
      root: [root.localName, root.namespaceURI, root.getAttribute('xml:lang')],
      fields: fields(root),
      self: root.querySelector('link[rel=self]')?.getAttribute('href'),
      entries: entries.map((entry) => ({
        ...fields(entry),
        href: entry.querySelector('link')?.getAttribute('href'),
        noteLanguage: entry.querySelector('content')?.getAttribute('xml:lang'),
      })) as unknown as Entry[],
    };
  }, pageAt(built, url).trim());
  await page.close();
  return feed;
}

describe('the feed of changes', () => {
  it('is an Atom feed in its language that names itself', async () => {
    const { root, fields, self } = await feedAt('/ar/feed.xml');
    expect(root).toEqual(['feed', 'http://www.w3.org/2005/Atom', 'ar']);
    expect(self).toBe(`${ADDRESS}ar/feed.xml`);
    expect(fields).toMatchObject({ id: `${ADDRESS}ar/feed.xml`, updated: '2026-11-21T00:00:00Z' });
    expect(fields.author).toBe('Full Moon Community Health Center');
    expect(pageAt(built, '/ar/feed.xml').startsWith('<?xml')).toBe(true);
  });

  it('has the editions of all handouts, the newest first, each once', async () => {
    const { entries } = await feedAt('/en/feed.xml');
    expect(entries.map(({ title }) => title)).toEqual([
      'Walking every day – Edition 3, November 22, 2026 – Changed for your safety',
      'Walking every day – Edition 2, November 21, 2026 – Easier words',
      'Drinking enough water – Edition 1, November 20, 2026 – New information',
      'Walking every day – Edition 1, October 1, 2026 – New information',
    ]);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(4);
    expect(entries[0]).toMatchObject({ content: 'Stop & call if your chest <hurts>.', noteLanguage: 'en' });
    expect(entries[0]?.updated).toBe('2026-11-22T00:00:00Z');
  });

  it('leads to the page of each edition, and leaves out one that a translation does not have', async () => {
    const { entries } = await feedAt('/ar/feed.xml');
    expect(entries.map(({ href }) => href)).toEqual(
      ['WLK-2-ar', 'WAT-1-ar', 'WLK-1-ar'].map((code) => `${ADDRESS}c/${code}/`),
    );
    for (const { href = '' } of entries)
      expect(pageAt(built, href.slice(ADDRESS.length - 1))).toContain('edition__answer');
  });

  it('is found by feed readers and by people', () => {
    for (const url of ['/ar/', '/ar/water/', '/clinics/bare/ar/water/']) {
      const links = elementsOf(pageAt(built, url)).filter(
        ({ attributes: { type } }) => type === 'application/atom+xml',
      );
      expect(links.map(({ name }) => name)).toEqual(url === '/ar/' ? ['link', 'a'] : ['link']);
      for (const {
        attributes: { href = '' },
      } of links) {
        expect(new URL(href, ADDRESS + url.slice(1)).href).toBe(`${ADDRESS}ar/feed.xml`);
      }
    }
  });
});
