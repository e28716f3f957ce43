import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OfflineList } from '../../src/publish/offline-list.ts';
import { writeOfflineLists } from '../../src/publish/offline-lists.ts';
import { type BuiltSite, buildFixtureSite, EVERYTHING } from '../html/build-fixture-site.ts';
import { elementsOf } from '../html/page-elements.ts';
import { type PublishedSite, publishUnprinted } from './publish-fixture-site.ts';

let built: BuiltSite;
let published: PublishedSite;
beforeAll(async () => {
  built = await buildFixtureSite({}, { ...EVERYTHING, address: 'https://clinic-site.org/clinic/' });
  published = await publishUnprinted(built);
});

const text = (path: string, files = published.files): string => new TextDecoder().decode(files.get(path));
const listOf = (locale: string, files = published.files): OfflineList =>
  JSON.parse(text(`${locale}/offline.json`, files)) as OfflineList;

describe('the list of what a phone keeps of a language', () => {
  it('has all its pages, as they are published', () => {
    const { pages } = listOf('ar');
    expect(pages.map(({ path }) => path)).toEqual([
      'ar/',
      'ar/code/',
      'ar/search/',
      'ar/walking/',
      'ar/walking/bilingual/',
      'ar/water/',
      'ar/water/bilingual/',
    ]);
    for (const { path, bytes, hash } of pages) {
      const page = published.files.get(`${path}index.html`);
      expect(page?.length).toBe(bytes);
      expect(
        createHash('sha256')
          .update(page ?? '')
          .digest('hex')
          .slice(0, 16),
      ).toBe(hash);
    }
  });

  it('has all that those load, fonts by way of their style sheet, and no other language’s', () => {
    const { assets } = listOf('ar');
    expect(assets.filter((path) => !published.files.has(path))).toEqual([]);
    const names = assets.map((path) => path.replace(/\.[0-9a-f]{8}\./, '.'));
    expect(names).toEqual(
      expect.arrayContaining([
        'assets/site.css',
        'assets/page.js',
        'assets/fonts/ar.css',
        'assets/fonts/noto-sans-arabic-arabic-400-normal.woff2',
        'assets/logos/full.png',
      ]),
    );
    expect(names).not.toContain('assets/fonts/en.css');
  });

  it('has the main clinic’s PDFs to print and for phones', () => {
    expect(listOf('ar').prints.map(({ path }) => path)).toEqual([
      'print/full/ar/walking-arabic-ar-phone.pdf',
      'print/full/ar/walking-arabic-ar.pdf',
      'print/full/ar/water-arabic-ar-phone.pdf',
      'print/full/ar/water-arabic-ar.pdf',
    ]);
  });

  it('has a version that changes with any of them, as the worker then does', () => {
    const { context } = published;
    const printed = context.printed.map((one) =>
      one.pdf.endsWith('water-arabic-ar.pdf') ? { ...one, bytes: Buffer.from('%PDF new') } : one,
    );
    const next = writeOfflineLists(published.files, { ...context, printed });
    expect(listOf('ar', next).version).not.toBe(listOf('ar').version);
    expect(listOf('en', next).version).toBe(listOf('en').version);
    expect(text('sw.js', next).slice(0, 30)).not.toBe(text('sw.js').slice(0, 30));
  });
});

describe('the list of editions', () => {
  it('says the newest of each handout in each language', () => {
    expect(JSON.parse(text('editions.json'))).toEqual({ WLK: { en: 2, ar: 2 }, WAT: { en: 1, ar: 1 } });
  });

  it('is what every page of a handout can be compared with', () => {
    for (const path of ['ar/water/index.html', 'ar/water/bilingual/index.html', 'clinics/bare/ar/water/index.html']) {
      const sheet = elementsOf(text(path)).find(({ name }) => name === 'main');
      expect(sheet?.attributes).toMatchObject({ 'data-code': 'WAT', 'data-edition': '1', 'data-locale': 'ar' });
    }
  });
});

describe('the button that keeps all sheets', () => {
  it('says how much that is, in the language of the page', () => {
    expect(text('en/water/index.html')).toMatch(/Keep all sheets on this phone · <bdi>\d+ kB<\/bdi>/);
    expect(text('ar/index.html')).toMatch(/<bdi>\d+ كيلوبايت<\/bdi><\/span><\/button>/);
    expect([...published.files.keys()].filter((path) => text(path).includes('data-offline-size'))).toEqual([]);
  });

  it('is not on the pages of another clinic, whose phone numbers would be wrong in what it keeps', () => {
    expect(text('clinics/bare/en/water/index.html')).not.toContain('class="offline"');
  });
});

it('cannot be written without the worker that reads them', () => {
  const files = new Map([...published.files].filter(([path]) => path !== 'sw.js'));
  expect(() => writeOfflineLists(files, published.context)).toThrow('There is no sw.js');
});
