import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser, launchBrowser } from '../../src/pdf/launch-browser.ts';
import { type SiteHost, startSiteHost } from '../client/site-host.ts';
import { buildFixtureSite, EVERYTHING } from '../html/build-fixture-site.ts';
import { type PublishedSite, publishUnprinted } from './publish-fixture-site.ts';

let browser: Browser;
let host: SiteHost;
let published: PublishedSite;
beforeAll(async () => {
  const built = await buildFixtureSite({}, { ...EVERYTHING, address: 'https://clinic-site.org/clinic/' });
  published = await publishUnprinted(built);
  browser = await launchBrowser(await findBrowser(built.settings.cache));
  host = await startSiteHost(published.files);
});
afterAll(async () => {
  await browser.close();
  await host.close();
});

describe('a published page in a browser', () => {
  it('breaks no rule of its own policy, and finds all it asks for', async () => {
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on('console', (message) => {
      // The frame of /yours/ shows a page whose scripts are not to run.
      if (message.type() === 'error' && !/frame is sandboxed/.test(message.text())) faults.push(message.text());
    });
    page.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`));
    page.on('response', (response) => response.status() >= 400 && faults.push(`missing: ${response.url()}`));
    const pages = [...published.files.keys()].filter((path) => path.endsWith('index.html'));
    expect(pages.length).toBeGreaterThan(15);
    for (const path of pages) {
      await page.goto(host.root + path.replace(/index\.html$/, ''), { waitUntil: 'load' });
      const size = await page.$eval('h1', (heading) => getComputedStyle(heading).fontWeight);
      expect(size).toBe('700');
    }
    expect(faults).toEqual([]);
  });

  it('is the same to the byte when it is made again', async () => {
    const built = await buildFixtureSite({}, { ...EVERYTHING, address: 'https://clinic-site.org/clinic/' });
    const again = await publishUnprinted(built);
    const differing = [...again.files].filter(
      ([path, bytes]) => !Buffer.from(bytes).equals(published.files.get(path) ?? new Uint8Array()),
    );
    expect(differing.map(([path]) => path)).toEqual([]);
    expect([...again.files.keys()]).toEqual([...published.files.keys()]);
  });
});
