import { describe, expect, it } from 'vitest';
import { LAPTOP, openShippedSite, pagesOf, PHONE } from './open-site.ts';

const site = await openShippedSite();
const urls = pagesOf(site);
const handouts = site.sheets.filter(({ clinic }) => clinic.id === site.settings.mainClinic);
const withDanger = handouts.filter(({ text }) => text.sections.some(({ kind }) => kind === 'danger'));
/** A page of each kind, in a language of each direction. */
const KINDS = ['/en/calciphylaxis/', '/ar/calciphylaxis/', '/en/', '/ar/', '/', '/languages/'];

/** Elements that reach over the side of the screen, but for what scrolls in a frame of its own. */
const tooWide = (): Promise<string[]> =>
  site.page.evaluate(() => {
    const { clientWidth } = document.documentElement;
    if (document.documentElement.scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter(
        (element) =>
          element.getBoundingClientRect().right > clientWidth + 1 || element.getBoundingClientRect().left < -1,
      )
      .map((element) => `${element.tagName}.${element.className.toString()}`);
  });

describe('the number to call in danger is on the first screen of a small phone', () => {
  it.each(withDanger.map(({ url }) => url))('%s', async (url) => {
    const page = await site.visit(url, PHONE);
    const call = await page.$eval('.danger a[href^="tel:"]', (link) => {
      const { top, bottom, height } = link.getBoundingClientRect();
      return { top, bottom, height };
    });
    expect(call.top).toBeGreaterThan(0);
    expect(call.bottom).toBeLessThanOrEqual(PHONE.height);
    expect(call.height).toBeGreaterThanOrEqual(44);
  });
});

describe('words of a script that the device has no font for are drawn by ours, not left blank', () => {
  const ofOtherScripts = handouts.filter(({ language }) => !['Latn', 'Cyrl'].includes(language.script));
  const WORDS = ['.site-header__name', '.site-header__search', 'h1', '.notice strong', '.danger h2', '.about h2'];
  it.each(ofOtherScripts.map(({ url }) => url))('%s', async (url) => {
    const page = await site.visit(url, PHONE);
    await page.evaluate(() => document.fonts.ready.then(() => new Promise(requestAnimationFrame)));
    const protocol = await page.createCDPSession();
    await protocol.send('DOM.enable');
    await protocol.send('CSS.enable');
    const { root } = await protocol.send('DOM.getDocument');
    const blank: string[] = [];
    for (const selector of WORDS) {
      const { nodeId } = await protocol.send('DOM.querySelector', { nodeId: root.nodeId, selector });
      if (nodeId === 0) continue;
      const { fonts } = await protocol.send('CSS.getPlatformFontsForNode', { nodeId });
      if (!fonts.some(({ isCustomFont, glyphCount }) => isCustomFont && glyphCount > 0)) blank.push(selector);
    }
    await protocol.detach();
    expect(blank).toEqual([]);
  });
});

describe('on a screen 320 pixels wide, as at 400 % zoom, nothing must be scrolled sideways on', () => {
  it.each(urls)('%s', async (url) => {
    await site.visit(url, { width: 320, height: 640 });
    expect(await tooWide()).toEqual([]);
    // The spacing of WCAG 2.2, 1.4.12.
    await site.page.addStyleTag({
      content:
        '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-block-end:2em!important}',
    });
    expect(await tooWide()).toEqual([]);
    const cut = await site.page.$$eval('main *', (all) =>
      all
        .filter(
          (element) =>
            ['hidden', 'clip'].includes(getComputedStyle(element).overflowY) &&
            // The sheet in the frame is drawn smaller, but takes its room.
            !element.closest('svg, .yours__scaled'),
        )
        .filter(({ scrollHeight, clientHeight }) => clientHeight > 0 && scrollHeight > clientHeight + 1)
        .map((element) => element.className),
    );
    expect(cut).toEqual([]);
  });
});

describe('a link or button that stands alone is large enough for a thumb', () => {
  it.each(urls)('%s', async (url) => {
    const page = await site.visit(url, PHONE);
    const small = await page.$$eval('a, button, summary, input, select', (all) =>
      all
        .filter((element) => element.checkVisibility())
        .filter((element) => {
          // Links within a sentence are as high as its line (2.5.8, "Inline").
          const parent = element.parentElement;
          const isAlone = parent === null || parent.textContent.trim() === element.textContent.trim();
          return isAlone || element.matches('.button, button, .acts *');
        })
        .filter((element) => !element.matches('.skip-link'))
        .filter(
          (element) => element.getBoundingClientRect().height < (element.matches('.button, button, .acts *') ? 44 : 24),
        )
        .map((element) => `${element.textContent.trim()} (${element.getBoundingClientRect().height})`),
    );
    expect(small).toEqual([]);
  });
});

describe('by keyboard alone', () => {
  it.each(KINDS)('Tab goes the way the eye does, misses nothing, and shows where it is: %s', async (url) => {
    const page = await site.visit(url, LAPTOP);
    await page.$$eval('details', (all) => all.forEach((details) => (details.open = true)));
    const expected = await page.$$eval(
      'a[href], button, summary, input, select, [tabindex="0"]',
      (all) => all.filter((element) => element.checkVisibility()).length,
    );
    const seen: { start: number; end: number; top: number; bottom: number; isRinged: boolean; isInMain: boolean }[] =
      [];
    for (let press = 0; press < expected; press++) {
      await page.keyboard.press('Tab');
      seen.push(
        await page.evaluate(() => {
          const element = document.activeElement ?? document.body;
          const { top, bottom, left, right } = element.getBoundingClientRect();
          const style = getComputedStyle(element);
          return {
            // Mirrored, so that onward is always to the right.
            start: document.dir === 'rtl' ? -right : left,
            end: document.dir === 'rtl' ? -left : right,
            top: top + scrollY,
            bottom: bottom + scrollY,
            isRinged: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
            isInMain: element.closest('main') !== null,
          };
        }),
      );
    }
    expect(seen.filter(({ isRinged }) => !isRinged)).toEqual([]);
    const backward = seen.filter(({ bottom, start }, index) => {
      const last = seen[index - 1];
      // The next column of cards begins higher up.
      return last !== undefined && bottom < last.top && start < last.end - 1;
    });
    expect(backward).toEqual([]);
    await page.keyboard.press('Tab');
    const isThrough = await page.evaluate(
      () =>
        document.activeElement === document.body ||
        document.activeElement?.matches('.skip-link') === true ||
        document.activeElement === document.querySelector('a'),
    );
    expect(isThrough).toBe(true);
  });

  it.each(['/en/calciphylaxis/', '/ar/calciphylaxis/'])(
    'the first press leads past the header, and the forms open: %s',
    async (url) => {
      const page = await site.visit(url, PHONE);
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip-link');
      const top = await page.$eval('.skip-link', (link) => link.getBoundingClientRect().top);
      expect(top).toBeGreaterThanOrEqual(0);
      await page.keyboard.press('Enter');
      expect(new URL(page.url()).hash).toBe('#content');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
      await page.focus('.sheet__forms summary');
      await page.keyboard.press('Enter');
      expect(await page.$eval('.sheet__forms', (details) => (details as HTMLDetailsElement).open)).toBe(true);
    },
  );
});

describe('with the reader’s own colours', () => {
  it('boxes, buttons and squares to tick keep their outlines, and codes stay black on white', async () => {
    const page = await site.visit('/en/calciphylaxis/', { ...LAPTOP, hasForcedColours: true });
    const outlined = await page.evaluate(() => {
      const has = (selector: string, pseudo?: string) => {
        const element = document.querySelector(selector);
        if (!element) return undefined;
        const style = getComputedStyle(element, pseudo);
        return (
          style.borderBlockStartStyle === 'solid' &&
          style.borderBlockStartColor !== 'rgba(0, 0, 0, 0)' &&
          style.borderBlockStartColor !== getComputedStyle(document.documentElement).backgroundColor
        );
      };
      return {
        isForced: matchMedia('(forced-colors: active)').matches,
        danger: has('.danger'),
        button: has('.button'),
        panel: has('.panel'),
        code: getComputedStyle(document.querySelector('svg.qr') ?? document.body).forcedColorAdjust,
      };
    });
    expect(outlined).toEqual({ isForced: true, danger: true, button: true, panel: true, code: 'none' });
    await site.visit('/en/calciphylaxis-visit/', { ...LAPTOP, hasForcedColours: true });
    const square = await page.evaluate(() => {
      const item = document.querySelector('.section--checklist li');
      return item && getComputedStyle(item, '::before').borderBlockStartColor;
    });
    expect(square).not.toBe(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor));
  });

  it('in the dark, codes stay black on white, and paper stays white', async () => {
    const page = await site.visit('/en/calciphylaxis/', { ...LAPTOP, isDark: true });
    const colours = () =>
      page.evaluate(() => ({
        ground: getComputedStyle(document.documentElement).backgroundColor,
        code: getComputedStyle(document.querySelector('svg.qr') ?? document.body).backgroundColor,
      }));
    expect(await colours()).toEqual({ ground: 'rgb(17, 23, 27)', code: 'rgb(255, 255, 255)' });
    await page.emulateMediaType('print');
    expect(await colours()).toEqual({ ground: 'rgb(255, 255, 255)', code: 'rgb(255, 255, 255)' });
  });
});

describe('in a language written from right to left', () => {
  const edges = async (url: string, selectors: readonly string[]) => {
    const page = await site.visit(url, LAPTOP);
    return Promise.all(
      selectors.map((selector) =>
        page.$eval(selector, (element) => {
          const { left, right } = element.getBoundingClientRect();
          const { width } = document.documentElement.getBoundingClientRect();
          return {
            start: document.dir === 'rtl' ? width - right : left,
            side: left + right < width ? 'left' : 'right',
          };
        }),
      ),
    );
  };

  it.each([
    [
      '/en/calciphylaxis/',
      '/ar/calciphylaxis/',
      ['.site-header a', '.danger', '.danger .icon', '.danger__part', '.sheet__print'],
    ],
    ['/en/', '/fa/', ['.handout-list__item', '.language-list li']],
  ])('what stands at the start of a line in %s does so in %s', async (ltr, rtl, selectors) => {
    const [mirrored, usual] = [await edges(rtl, selectors), await edges(ltr, selectors)];
    expect(mirrored.map(({ start }) => Math.round(start))).toEqual(usual.map(({ start }) => Math.round(start)));
  });
});
