import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'puppeteer';
import { FORMS } from '../../src/forms.ts';
import { formPage } from '../../src/html/form-page.ts';
import { contentBox } from '../../src/paper.ts';
import { findBrowser, launchBrowser } from '../../src/pdf/launch-browser.ts';
import { type PageServer, startPageServer } from '../../src/pdf/page-server.ts';
import { Printer } from '../../src/pdf/print-page.ts';
import { PROJECT } from '../fixture-site.ts';
import { type BuiltSite, buildFixtureSite, fileOf, pageAt, sheetOf } from '../html/build-fixture-site.ts';
import { withLanguages } from '../html/more-languages.ts';

const FORM = FORMS.bilingual;

/** A block of one language, as it lies on a page; lengths in CSS pixels. */
interface Block {
  name: string;
  text: string;
  top: number;
  left: number;
  width: number;
}
/** The blocks of a part of the page, and the rows of its tables, in its own language and in the original one. */
type Pair = [own: Block[], original: Block[]];

/** Reads the pairs of a page that has been laid out, but for those at its end. Runs in the browser. */
function readPairs(width: number): Pair[] {
  document.body.style.width = `${width}px`;
  const pairs = [...document.querySelectorAll('.pair:not(.sheet__end .pair)')];
  const blocksOf = (side: Element): Block[] =>
    [...side.querySelectorAll(':scope > :not(ul, ol), :scope > :is(ul, ol) > li, :scope > table tr')].map((block) => {
      const { top, left, width } = block.getBoundingClientRect();
      return { name: block.localName, text: block.textContent.slice(0, 20), top, left, width };
    });
  return pairs.map((pair) => {
    const [own, original] = [...pair.children].map(blocksOf);
    return [own ?? [], original ?? []];
  });
}

let built: BuiltSite;
let server: PageServer;
let browser: Browser;
let page: Page;
let printer: Printer;
beforeAll(async () => {
  const file = 'content/handouts/water/ar.md';
  const text = await readFile(join(PROJECT, 'test/fixtures/site', file), 'utf8');
  // A head that takes several lines, beside "When" and "How much", which take one.
  const longHead = text.replace('| الكمية |', '| الكمية التي تشربونها كل يوم قبل الأكل وبعده وفي كل وقت آخر |');
  expect(longHead).not.toBe(text);
  const changes = { ...(await withLanguages('zh-Hant', 'fa')), [file]: longHead };
  built = await buildFixtureSite(changes, { forms: ['standard', 'bilingual'] });
  server = await startPageServer(built.site.assets);
  browser = await launchBrowser(await findBrowser(built.settings.cache));
  printer = await Printer.open(browser, server.origin);
  page = (await browser.pages()).at(-1) ?? (await browser.newPage());
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function pairsOf(id: string): Promise<Pair[]> {
  const { footer, language, files } = sheetOf(built, id);
  expect(files).toHaveLength(2);
  const { url } = fileOf(sheetOf(built, id), 'bilingual');
  const html = formPage(pageAt(built, url), { form: FORM, footer, language, styles: built.site.formStyles });
  await printer.print({ html, url, bodySize: { min: 12, max: 12 } }, FORM);
  return page.evaluate(readPairs, contentBox(FORM.paper).width);
}

describe.each([
  ['full/ar/water', 'rtl'],
  ['bare/ar/walking', 'rtl'],
  ['full/fa/walking', 'rtl'],
  ['full/zh-Hant/walking', 'ltr'],
])('the rows of %s, which is %s, beside English', (id, dir) => {
  let pairs: Pair[];
  beforeAll(async () => {
    pairs = await pairsOf(id);
  });

  it('have the same blocks on both sides', () => {
    for (const [own, original] of pairs) {
      expect(own.map(({ name }) => name)).toEqual(original.map(({ name }) => name));
      expect(own.length).toBeGreaterThan(0);
    }
    const { text } = sheetOf(built, id);
    expect(pairs).toHaveLength(2 + text.sections.length);
  });

  it('begin at the same height on both sides', () => {
    const uneven = pairs.flatMap(([own, original]) =>
      own.flatMap((block, index) => {
        const by = block.top - (original[index]?.top ?? Number.NaN);
        return Math.abs(by) <= 2 ? [] : [`${block.name} "${block.text}" by ${by} px`];
      }),
    );
    expect(uneven).toEqual([]);
  });

  it('have the reader’s language where reading begins, and do not overlap', () => {
    for (const [own, original] of pairs) {
      const ends = own.map(({ left, width }) => [left, left + width] as const);
      const others = original.map(({ left, width }) => [left, left + width] as const);
      const [left, right] = dir === 'ltr' ? [ends, others] : [others, ends];
      expect(Math.max(...left.map(([, end]) => end))).toBeLessThan(Math.min(...right.map(([start]) => start)));
    }
  });
});
