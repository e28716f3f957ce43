import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser, launchBrowser } from '../../src/pdf/launch-browser.ts';
import { type PageServer, startPageServer } from '../../src/pdf/page-server.ts';
import { type BuiltSite, buildFixtureSite, EVERYTHING } from '../html/build-fixture-site.ts';

let built: BuiltSite;
let server: PageServer;
let browser: Browser;

beforeAll(async () => {
  built = await buildFixtureSite({}, EVERYTHING);
  const text = new TextEncoder();
  const pages = built.site.pages.map(({ path, content }): [string, Uint8Array] => [path, text.encode(content)]);
  server = await startPageServer(new Map([...built.site.assets, ...pages]));
  browser = await launchBrowser(await findBrowser(built.settings.cache));
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** A phone on which a page is read, as far as its scripts can tell. */
interface Phone {
  languages?: string[];
  voices?: { lang: string; localService: boolean }[];
  /** Whether it has a window of its own for sharing. */
  shares?: boolean;
  /** Whether pages may put something on its clipboard; it has none that they know of if this is missing. */
  copies?: boolean;
}

declare global {
  /** What the page did with the phone. */
  var done: { said: string[]; shared: unknown[]; copied: string[] };
}

async function open(url: string, phone: Phone = {}): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width: 360, height: 640 });
  await page.evaluateOnNewDocument((given: Phone) => {
    globalThis.done = { said: [], shared: [], copied: [] };
    const define = (name: string, value: unknown) => {
      Object.defineProperty(navigator, name, { value });
    };
    define('languages', given.languages ?? ['en']);
    define('share', given.shares ? (what: unknown) => (done.shared.push(what), Promise.resolve()) : undefined);
    const write = (text: string) => (
      done.copied.push(text),
      given.copies ? Promise.resolve() : Promise.reject(new Error())
    );
    define('clipboard', given.copies === undefined ? undefined : { writeText: write });
    Object.defineProperty(globalThis, 'speechSynthesis', {
      value: {
        getVoices: () => given.voices ?? [],
        addEventListener: () => undefined,
        cancel: () => undefined,
        speak: (words: SpeechSynthesisUtterance) => {
          done.said.push(words.text);
          setTimeout(() => void words.onend?.({} as SpeechSynthesisEvent));
        },
      },
    });
    Object.defineProperty(globalThis, 'SpeechSynthesisUtterance', {
      value: class {
        text: string;
        constructor(text: string) {
          this.text = text;
        }
      },
    });
  }, phone);
  await page.goto(new URL(url.slice(1), server.origin).href);
  return page;
}

const seen = (page: Page, selector: string): Promise<string[]> =>
  page.$$eval(selector, (found) =>
    found.filter((one) => one.checkVisibility()).map((one) => (one.textContent ?? '').trim()),
  );

describe('a reader’s language', () => {
  it('has a welcome on the page that all start from', async () => {
    const page = await open('/index.html', { languages: ['ar-EG', 'en'] });
    expect(await seen(page, '.welcome')).toHaveLength(1);
    expect(await page.$eval('.welcome:not([hidden]) a', (link) => new URL(link.href).pathname)).toBe('/ar/');
  });

  it('is not led to by itself', async () => {
    const page = await open('/index.html', { languages: ['ar'] });
    expect(new URL(page.url()).pathname).toBe('/index.html');
    expect(await seen(page, '.chooser .language-list a')).toHaveLength(2);
  });

  it('has no welcome where there is nothing in it', async () => {
    expect(await seen(await open('/index.html', { languages: ['mix'] }), '.welcome')).toEqual([]);
  });
});

describe('a handout’s page on a phone', () => {
  it('sends its address by plain links where the phone has no window for it', async () => {
    const page = await open('/en/water/');
    const links = await page.$$eval('[data-act="message"]', (found) => found.map((one) => one.getAttribute('href')));
    expect(await seen(page, '[data-act]')).toEqual(['Send by WhatsApp', 'Send by text message']);
    const message = encodeURIComponent('Drinking enough water\nhttps://handouts.clinic-site.org/en/water/');
    expect(links).toEqual([`https://wa.me/?text=${message}`, `sms:?&body=${message}`]);
  });

  it('shares by the phone’s own window where it has one', async () => {
    const page = await open('/en/water/', { shares: true });
    expect(await seen(page, '[data-act]')).toEqual(['Share']);
    await page.click('[data-act="share"]');
    expect(await page.evaluate(() => done.shared)).toEqual([
      { title: 'Drinking enough water', url: `${server.origin}en/water/` },
    ]);
  });

  it('copies its address and says so', async () => {
    const page = await open('/en/water/#help', { copies: true });
    await page.click('[data-act="copy"]');
    await page.waitForFunction(() => document.querySelector('.acts__state')?.textContent !== '');
    expect(await page.evaluate(() => done.copied)).toEqual([`${server.origin}en/water/`]);
    expect(await seen(page, '.acts__state')).toEqual(['The link is copied.']);
  });

  it('shows its address where copying fails', async () => {
    const page = await open('/en/water/', { copies: false });
    await page.click('[data-act="copy"]');
    await page.waitForFunction(() => document.querySelector('.acts__state')?.textContent !== '');
    expect(await seen(page, '.acts__state')).toEqual([`${server.origin}en/water/`]);
  });
});

describe('a handout read aloud', () => {
  const arabic = [{ lang: 'ar-SA', localService: true }];

  it('is offered only where the phone itself has a voice for its language', async () => {
    const offered = async (url: string, voices: Phone['voices']) =>
      (await seen(await open(url, { voices }), '[data-act="listen"]')).length;
    expect(await offered('/ar/water/', arabic)).toBe(1);
    expect(await offered('/en/water/', arabic)).toBe(0);
    expect(await offered('/ar/water/', [])).toBe(0);
    expect(await offered('/ar/water/', [{ lang: 'ar', localService: false }])).toBe(0);
  });

  it('has its danger signs first, then all the rest, and nothing that is for staff', async () => {
    const page = await open('/ar/water/', { voices: arabic });
    await page.click('[data-act="listen"]');
    await page.waitForFunction(
      () => document.querySelector('[data-act="listen"]')?.textContent === 'استماع' || done.said.length > 15,
    );
    const said = await page.evaluate(() => done.said);
    const [title, danger] = await page.$$eval('h1, .danger h2', (found) => found.map((one) => one.textContent?.trim()));
    expect(said.slice(0, 2)).toEqual([title, danger]);
    expect(said.join(' ')).not.toContain('Arabic – Water');
    const words = await page.$$eval('.sheet__body p, .sheet__body li', (found) =>
      found.map((one) => (one.textContent ?? '').replace(/\s+/g, ' ').trim()).filter((text) => text !== ''),
    );
    await page.waitForFunction(() => !document.querySelector('.is-spoken'));
    for (const text of words) expect(await page.evaluate(() => done.said)).toContain(text);
  });

  it('stops at a second tap', async () => {
    const page = await open('/ar/water/', { voices: arabic });
    const label = await page.$eval('[data-act="listen"]', (button) => button.textContent);
    const during = await page.$eval('[data-act="listen"]', (button) => {
      (button as HTMLButtonElement).click();
      const shown = button.textContent;
      (button as HTMLButtonElement).click();
      return shown;
    });
    expect(during).not.toBe(label);
    expect(await page.$eval('[data-act="listen"]', (button) => button.textContent)).toBe(label);
    expect(await seen(page, '.is-spoken')).toEqual([]);
  });
});
