import { beforeAll, describe, expect, it } from 'vitest';
import { languageNamed } from '../language-named.ts';
import { type BuiltSite, buildFixtureSite, EVERYTHING, pageAt } from './build-fixture-site.ts';
import { elementsOf, type PageElement } from './page-elements.ts';

let built: BuiltSite;
beforeAll(async () => {
  built = await buildFixtureSite({}, EVERYTHING);
});

/** Pages of the codes of all editions, for both clinics. */
const codePagesIn = (locale: string) =>
  ['', '/clinics/bare'].flatMap((clinic) =>
    ['WLK-1', 'WLK-2', 'WAT-1'].map((code) => `${clinic}/c/${code}-${locale}/`),
  );

/** Known before the pages are, so that each is a test of its own. */
const PAGES = {
  en: [
    ...['/', '/404.html', '/languages/', '/languages/cards/', '/status/'],
    ...['/en/', '/en/walking/', '/en/water/', '/en/search/'],
    ...['/clinics/bare/en/walking/', '/clinics/bare/en/water/', '/print-shop/', '/clinics/bare/print-shop/', '/yours/'],
    ...['bare', 'full'].flatMap((clinic) => ['all-languages', 'staff'].map((id) => `/print/${clinic}/packs/${id}/`)),
    ...['/en/code/', ...codePagesIn('en')],
  ],
  ar: [
    ...['/ar/', '/ar/walking/', '/ar/water/', '/ar/search/', '/clinics/bare/ar/walking/', '/clinics/bare/ar/water/'],
    ...['/ar/walking/bilingual/', '/ar/water/bilingual/'],
    ...['/clinics/bare/ar/walking/bilingual/', '/clinics/bare/ar/water/bilingual/'],
    ...['/ar/code/', ...codePagesIn('ar')],
  ],
};
const ALL_PAGES = [...PAGES.en, ...PAGES.ar];
/** Pages of sheets, with those of two languages. */
const SHEET_PAGES = ALL_PAGES.filter((url) => /walking|water/.test(url));

const named = (elements: PageElement[], name: string) => elements.filter((element) => element.name === name);
const elementsAt = (url: string): PageElement[] => elementsOf(pageAt(built, url));

describe('the pages of the site', () => {
  it('are a start page, three about languages, three a language, one or two a sheet, one a code, one a pack, one or two for clinics, and one for lost readers', () => {
    const pages = built.site.pages.filter(({ path }) => path.endsWith('.html'));
    expect(pages.map(({ url }) => url).sort()).toEqual([...ALL_PAGES].sort());
  });

  it('are in the order of their paths, whichever was rendered first', () => {
    const paths = built.site.pages.map(({ path }) => path);
    expect(paths).toEqual([...paths].sort());
  });

  it('lie in files that any web server finds at their address', () => {
    for (const { url, path } of built.site.pages) {
      expect(path).toBe(url.endsWith('/') ? `${url.slice(1)}index.html` : url.slice(1));
    }
  });
});

describe.each(Object.entries(PAGES))('the pages in %s', (locale, urls) => {
  it.each(urls)('%s names its language and direction', (url) => {
    const [html] = elementsAt(url);
    expect(html?.attributes).toEqual({ lang: locale, dir: languageNamed(locale).dir });
  });
});

describe.each(ALL_PAGES)('the page %s', (url) => {
  let elements: PageElement[];
  beforeAll(() => {
    elements = elementsAt(url);
  });

  it('has one title, and one first heading in each of its languages, all with words', () => {
    expect(named(elements, 'title')).toHaveLength(1);
    const own = PAGES.ar.includes(url) ? 'ar' : 'en';
    const headings = named(elements, 'h1');
    expect(headings.map(({ lang }) => lang)).toEqual(url.endsWith('/bilingual/') ? [own, 'en'] : [own]);
    expect(pageAt(built, url)).toMatch(/<title>[^<]*\p{L}[^<]*<\/title>/u);
    for (const { text } of headings) expect(text).toMatch(/\p{L}/u);
  });

  it('skips no level of heading', () => {
    const levels = elements.filter(({ name }) => /^h[1-6]$/.test(name)).map(({ name }) => Number(name[1]));
    levels.forEach((level, index) => expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1));
  });

  it('uses each id once', () => {
    const ids = elements.flatMap(({ attributes: { id } }) => id ?? []);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('runs only scripts of its own site, loads nothing from elsewhere, and handles no event', () => {
    const scripts = named(elements, 'script').filter(({ attributes: { type } }) => !/json$/.test(type ?? ''));
    expect(scripts.filter(({ attributes: { src } }) => src === undefined)).toEqual([]);
    const loading = elements.flatMap(({ name, attributes: { src, href, rel } }) => [
      ...(src === undefined ? [] : [src]),
      ...(name === 'link' && href !== undefined && !/canonical|alternate/.test(rel ?? '') ? [href] : []),
    ]);
    expect(loading.length).toBeGreaterThan(0);
    expect(loading.filter((address) => /^(\w+:|\/\/)/.test(address))).toEqual([]);
    expect(
      elements.flatMap(({ attributes }) => Object.keys(attributes).filter((name) => name.startsWith('on'))),
    ).toEqual([]);
  });

  it('describes every picture or says that it is decoration', () => {
    expect(named(elements, 'img').filter(({ attributes: { alt } }) => alt === undefined)).toEqual([]);
    expect(named(elements, 'svg').filter(({ attributes }) => !attributes['aria-label'])).toEqual([]);
  });

  it('gives language and direction together', () => {
    const alone = elements.filter(({ attributes: { lang, dir } }) => lang !== undefined && dir === undefined);
    // A person's name: bdi finds its direction by itself.
    expect(alone.filter(({ name }) => name !== 'bdi')).toEqual([]);
  });

  it('shows no leftover of templates or missing values', () => {
    const html = pageAt(built, url).replaceAll(/<(style|script)\b[^>]*>.*?<\/\1>/g, '');
    expect(/\{\{|\}\}|\{%|undefined|\[object|NaN|&amp;amp;|&lt;\w/.exec(html)?.[0]).toBeUndefined();
  });
});

describe('the page of a sheet', () => {
  it.each(SHEET_PAGES)('%s lets every phone number be called by a tap', (url) => {
    const elements = elementsAt(url);
    const links = elements.filter(({ name, attributes: { href } }) => name === 'a' && href?.startsWith('tel:'));
    const about = elements.find(({ attributes }) => attributes.class === 'about__report')?.text ?? '';
    const shown = `${named(elements, 'main')[0]?.text ?? ''} ${about}`.match(/(1-)?\d{3}-\d{3}-\d{4}|\b911\b/g) ?? [];
    expect(shown.length).toBeGreaterThan(0);
    expect(links.map(({ text }) => text)).toEqual(shown);
    for (const { attributes, text } of links) {
      expect(attributes.href).toBe(text === '911' ? 'tel:911' : `tel:+${text.replaceAll('-', '')}`);
    }
  });

  it.each(SHEET_PAGES)('%s keeps every phone number left-to-right', (url) => {
    const shown = elementsAt(url).filter(({ text }) => /^(1-)?\d{3}-\d{3}-\d{4}$/.test(text));
    expect(shown.filter(({ name }) => name === 'bdi').map(({ dir }) => dir)).toEqual(
      shown.filter(({ name }) => name === 'a').map(() => 'ltr'),
    );
  });

  it('warns of a draft in the reader’s language and in English', () => {
    const notices = elementsAt('/ar/water/').filter(({ attributes }) => attributes.class?.startsWith('notice'));
    const t = built.content.tools.get('ar')?.t ?? String;
    expect(notices.map(({ lang, dir }) => [lang, dir])).toEqual([
      ['ar', 'rtl'],
      ['en', 'ltr'],
    ]);
    expect(notices[0]?.text).toContain(t('notice.machineTranslation'));
    expect(notices[1]?.text).toContain('DRAFT A computer made this translation.');
  });

  it('warns of a handout no doctor has checked in English alone on an English sheet', () => {
    const notices = elementsAt('/en/water/').filter(({ attributes }) => attributes.class?.startsWith('notice'));
    expect(notices.map(({ text }) => text.trim())).toEqual([
      'DRAFT No doctor has checked this sheet yet. In an emergency, do not wait.',
    ]);
  });

  it('warns of nothing when all is checked, but still names the sheet for staff', () => {
    const notices = elementsAt('/ar/walking/').filter(({ attributes }) => attributes.class?.startsWith('notice'));
    expect(notices.map(({ text }) => text)).toEqual(['Arabic – Walking every day.']);
    expect(elementsAt('/en/walking/').some(({ attributes }) => attributes.class?.startsWith('notice'))).toBe(false);
  });
});
