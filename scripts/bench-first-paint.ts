import type { Browser, Page } from 'puppeteer';
import { buildSheets } from '../src/html/build-sheets.ts';
import { buildSite } from '../src/html/build-site.ts';
import { findBrowser, launchBrowser } from '../src/pdf/launch-browser.ts';
import { stopOnErrors } from '../src/problem.ts';
import { readContent } from '../src/read-content.ts';
import type { Settings } from '../src/settings.ts';
import { machine, tell } from './bench-console.ts';
import { type Contestant, type Measured, runRounds, type Times } from './bench-rounds.ts';
import { startCompressingServer } from './compressing-server.ts';
import { govukFiles, govukPage } from './govuk-page.ts';

const ROUNDS = 5;
const HANDOUT = 'calciphylaxis';
/** One language whose fonts a device has, and one whose fonts the press sends. */
const LOCALES = ['en', 'km'];
/** Slow 3G, as Chromium’s own tools have it: 400 kbit/s and 400 ms to the first byte. */
const SLOW = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const PHONE = { width: 360, height: 640, isMobile: true, deviceScaleFactor: 2 };
const MEASURES = ['first contentful paint', 'largest contentful paint', 'kB', 'requests'] as const;

/** Measures when a handout can be read on a slow phone, beside the same text in the stock template of GOV.UK Frontend. */
export async function benchFirstPaint(settings: Settings): Promise<void> {
  const content = await readContent(settings);
  const sheets = buildSheets({ ...content, settings });
  const { value: site, problems } = await buildSite(sheets, content, settings);
  stopOnErrors(problems);
  const browser = await launchBrowser(await findBrowser(settings.cache));
  try {
    console.log(`\n${machine()}, ${await browser.version()}`);
    for (const locale of LOCALES) {
      const page = site.pages.find(({ url }) => url === `/${locale}/${HANDOUT}/`);
      if (!page) continue;
      const encode = (text: string) => new TextEncoder().encode(text);
      const own = await startCompressingServer(new Map([...site.assets, [page.path, encode(page.content)]]));
      const other = await startCompressingServer(
        new Map([...(await govukFiles()), [page.path, encode(govukPage(page.content, locale))]]),
      );
      const url = page.url.slice(1);
      const contestants: Contestant[] = [
        { name: 'handout-press', round: () => load(browser, `${own.origin}${url}`) },
        { name: 'GOV.UK Frontend', round: () => load(browser, `${other.origin}${url}`) },
      ];
      printTable(page.url, await runRounds(contestants, ROUNDS, tell));
      own.close();
      other.close();
    }
  } finally {
    await browser.close();
  }
}

/** Loads a page once, with nothing in the cache. */
async function load(browser: Browser, address: string): Promise<Times> {
  const page = await browser.newPage();
  try {
    await page.setViewport(PHONE);
    const protocol = await page.createCDPSession();
    await protocol.send('Network.enable');
    await protocol.send('Network.setCacheDisabled', { cacheDisabled: true });
    await protocol.send('Network.emulateNetworkConditions', SLOW);
    let [bytes, requests] = [0, 0];
    protocol.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
      requests += 1;
    });
    await page.goto(address, { waitUntil: 'networkidle0', timeout: 60_000 });
    const { first, largest } = await paints(page);
    const values = [first, largest, bytes / 1000, requests];
    return { whole: first, stages: new Map(MEASURES.map((name, index) => [name, values[index] ?? Number.NaN])) };
  } finally {
    await page.close();
  }
}

function paints(page: Page): Promise<{ first: number; largest: number }> {
  return page.evaluate(
    () =>
      new Promise<{ first: number; largest: number }>((resolve) => {
        const first = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN;
        new PerformanceObserver((list) => {
          resolve({ first, largest: list.getEntries().at(-1)?.startTime ?? Number.NaN });
        }).observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );
}

function printTable(url: string, measured: readonly Measured[]): void {
  const [own = [], other = []] = ['handout-press', 'GOV.UK Frontend'].map((name) => {
    const start = measured.findIndex((one) => one.name === name);
    return measured.slice(start + 1, start + 1 + MEASURES.length);
  });
  tell('');
  console.log(`${url} over slow 3G (400 kbit/s, 400 ms), median of ${ROUNDS} rounds:`);
  console.log(`  ${''.padEnd(28)}handout-press  GOV.UK Frontend  ours / theirs`);
  for (const [index, name] of MEASURES.entries()) {
    const [ours = Number.NaN, theirs = Number.NaN] = [own[index]?.median, other[index]?.median];
    const unit = name.endsWith('paint') ? ' (ms)' : '';
    console.log(
      `  ${(name + unit).padEnd(28)}${ours.toFixed(0).padStart(13)}${theirs.toFixed(0).padStart(17)}${(ours / theirs).toFixed(2).padStart(15)}`,
    );
  }
}
