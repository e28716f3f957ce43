import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildLanguages } from '../../src/html/build-languages.ts';
import { buildPrintShops } from '../../src/html/build-print-shops.ts';
import { buildYours } from '../../src/html/build-yours.ts';
import { buildPrintLists } from '../../src/html/build-print-lists.ts';
import { buildSheets } from '../../src/html/build-sheets.ts';
import { buildStatusPage } from '../../src/html/build-status-page.ts';
import { buildStatus } from '../../src/status/build-status.ts';
import { buildSiteData } from '../../src/html/build-site-data.ts';
import { checkTagging } from '../../src/html/check-tagging.ts';
import { type RenderedFile, renderSite } from '../../src/html/render-site.ts';
import { formatProblem } from '../../src/problem.ts';
import { readContent } from '../../src/read-content.ts';
import type { Settings } from '../../src/settings.ts';
import { copyFixtureSite, fixtureSettings, PROJECT } from '../fixture-site.ts';
import { buildWholeSite, EVERYTHING } from './build-fixture-site.ts';

const PATH = 'en/water/index.html';
const page = (main: string, around = ''): Parameters<typeof checkTagging>[0] => [
  {
    url: '/en/water/',
    path: PATH,
    content: `<!doctype html><html lang="en"><body>${around}<main>${main}</main></body>`,
  },
];
/** What is wrong with a page, each as a person sees it. */
const faultsOf = (main: string, around?: string): string[] => checkTagging(page(main, around)).map(formatProblem);

describe('a page that Chromium could not tag', () => {
  it.each([
    [
      '<figure><img alt="A leg." src="a.png"></figure>',
      'The page has <figure>, which cannot be tagged in a PDF.',
      'use a plain div around the picture: a figure becomes a second picture without description.',
    ],
    [
      '<dl></dl>',
      'The page has <dl>, which cannot be tagged in a PDF.',
      'use a list or a table: terms and their descriptions lose their tags.',
    ],
    [
      '<blockquote>Words</blockquote>',
      'The page has <blockquote>, which cannot be tagged in a PDF.',
      'use a paragraph.',
    ],
    [
      '<iframe src="a.html"></iframe>',
      'The page has <iframe>, which cannot be tagged in a PDF.',
      'leave it out: what it shows is not tagged.',
    ],
    [
      '<canvas></canvas>',
      'The page has <canvas>, which cannot be tagged in a PDF.',
      'use an SVG with role="img" and an aria-label.',
    ],
    ['<img src="a.png">', 'A picture has no alt.', 'describe it, or write alt="" if it only adorns the page.'],
    ['<div role="img" aria-label="A leg."></div>', '<div role="img"> vanishes from a PDF.', 'put the role on an svg.'],
    ...[
      '<svg></svg>',
      '<svg role="img"></svg>',
      '<svg role="img" aria-label=" "></svg>',
      '<svg aria-label="A leg."></svg>',
    ].map((svg): [string, string, string] => [
      svg,
      'A drawing has no words.',
      'give it role="img" and an aria-label, or aria-hidden="true".',
    ]),
    ...['span', 'bdi', 'b', 'i', 'strong', 'em', 'div'].map((name): [string, string, string] => [
      `<${name} lang="ar" dir="rtl">كلمات</${name}>`,
      `<${name} lang="ar"> has no id, so its language is lost in the PDF.`,
      'give it an id.',
    ]),
    ['<h1>One</h1><h3>Three</h3>', 'A heading of level 3 follows one of level 1.', 'use the level between.'],
  ])('is refused for %s', (main, what, fix) => {
    expect(faultsOf(main)).toEqual([`error ${PATH}\n  ${what}\n  To mend it: ${fix}`]);
  });

  it('is refused for a first heading that is none, in words a person understands', () => {
    const [fault = ''] = faultsOf('<h2>Two</h2>');
    expect(fault).toContain('A heading of level 2');
    expect(fault).not.toContain('level 0');
  });

  it('is told everything at once, in the order of the page, the headings last', () => {
    const faults = faultsOf('<h1>1</h1><img src="a.png"><h4>4</h4><dl></dl><div><span lang="ar">x</span></div>');
    expect(faults.map((fault) => fault.split('\n')[1]?.trim())).toEqual([
      'A picture has no alt.',
      'The page has <dl>, which cannot be tagged in a PDF.',
      '<span lang="ar"> has no id, so its language is lost in the PDF.',
      'A heading of level 4 follows one of level 1.',
    ]);
  });
});

describe('a page that Chromium can tag', () => {
  it.each([
    ['a picture with words', '<img alt="A leg." src="a.png">'],
    ['a picture that only adorns', '<img alt="" src="a.png">'],
    ['a drawing with words', '<svg role="img" aria-label="A leg."></svg>'],
    ['a drawing that only adorns', '<svg aria-hidden="true"></svg>'],
    ['words of another language with an id', '<span id="a" lang="ar" dir="rtl">كلمات</span>'],
    ['a paragraph, list or section of another language', '<p lang="ar">x</p><ul lang="ar"><li lang="ar">y</li></ul>'],
    ['headings that go down by one and up by any', '<h1>1</h1><h2>2</h2><h3>3</h3><h2>2</h2><h1>1</h1>'],
  ])('may have %s', (_what, main) => {
    expect(faultsOf(main)).toEqual([]);
  });

  it('may have anything around what is printed, or in what only the website shows', () => {
    const [figure, picture] = ['<figure></figure>', '<img src="a.png">'];
    expect(faultsOf('<h1>1</h1>', `<header><h3>x</h3>${picture}</header>${figure}`)).toEqual([]);
    for (const name of ['sheet__print', 'sheet__forms', 'wide sheet__print']) {
      expect(faultsOf(`<h1>1</h1><div class="${name}">${figure}<p>${picture}</p><h4>x</h4></div>`)).toEqual([]);
    }
    expect(faultsOf(`<div class="sheet__printed">${figure}</div>`)).toHaveLength(1);
  });
});

describe('the pages of the site', () => {
  /** All pages of a site, without its fonts: those take most of the time. */
  async function pagesOf(settings: Settings): Promise<RenderedFile[]> {
    const content = await readContent(settings);
    const sheets = buildSheets({ ...content, settings });
    const languages = buildLanguages({ ...content, sourceLocale: settings.sourceLocale });
    const printLists = buildPrintLists(sheets, content.tools, settings);
    const printShops = buildPrintShops(sheets, settings, [...content.tools.keys()]);
    const yours = buildYours({ ...content, programs: content.records.programs, sheets, settings });
    const status = buildStatusPage(buildStatus(content, settings.sourceLocale));
    const pages = await renderSite(
      buildSiteData(
        sheets,
        { languages, printLists, printShops, yours, status, preloads: {} },
        content.tools,
        settings,
      ),
      settings.templates,
    );
    // The frame of this page shows a sheet: that is what a browser prints, not the page.
    return pages.filter(({ path }) => path.endsWith('.html') && path !== 'yours/index.html');
  }

  it.each([
    ['the fixture site', async () => fixtureSettings(await copyFixtureSite(), EVERYTHING)],
    ['the shipped content', () => fixtureSettings(PROJECT)],
  ])('have no such fault, whether they are printed or only shown: %s', async (_name, readSettings) => {
    const pages = await pagesOf(await readSettings());
    expect(pages.length).toBeGreaterThan(20);
    expect(checkTagging(pages).map(formatProblem)).toEqual([]);
  });

  it('stop the build when a template makes what cannot be tagged: sheets, pages of two languages, cards and lists', async () => {
    const root = await copyFixtureSite();
    const templates = join(root, 'templates');
    await cp(join(PROJECT, 'templates'), templates, { recursive: true });
    for (const file of ['partials/panel.njk', 'print-list.njk', 'cards.njk', 'bilingual.njk']) {
      const text = await readFile(join(templates, file), 'utf8');
      await writeFile(join(templates, file), text.replace(/<h1|<h2/, '<blockquote></blockquote>$&'));
    }
    const { problems, sheets, site } = await buildWholeSite(await fixtureSettings(root, { ...EVERYTHING, templates }));
    const printed = [...sheets.flatMap(({ files }) => files), site.cards, ...site.printLists].map(({ url }) => url);
    const refused = problems.filter(({ what }) => what.includes('<blockquote>'));
    expect(new Set(refused.map(({ where }) => `/${where.file}`))).toEqual(
      new Set(printed.map((url) => `${url}index.html`)),
    );
    expect(refused.every(({ level }) => level === 'error')).toBe(true);
  });
});
