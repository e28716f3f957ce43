import { beforeAll, describe, expect, it } from 'vitest';
import { type BuiltSite, buildFixtureSite, EVERYTHING, pageAt } from './build-fixture-site.ts';
import { elementsOf } from './page-elements.ts';
import { deadLinks, targetsOf, outputOf } from './dead-links.ts';

const ADDRESS = 'https://handouts.clinic-site.org/';

const sitemapOf = (built: BuiltSite): string[] =>
  [...pageAt(built, '/sitemap.xml').matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, href = '']) => href);

describe('the links of the whole site', () => {
  let built: BuiltSite;
  beforeAll(async () => {
    built = await buildFixtureSite({}, EVERYTHING);
  });

  it('all lead to a file of the output, and to a part that is there', () => {
    expect(deadLinks(built, ADDRESS)).toEqual([]);
  });

  it('lead to every PDF from the site or from the clinic’s own page', () => {
    const linked = new Set(
      built.site.pages.flatMap(({ url, content }) =>
        targetsOf(content, url, ADDRESS).map(({ pathname }) => pathname.slice(1)),
      ),
    );
    const pdfs = [...outputOf(built)].filter((path) => path.endsWith('.pdf'));
    const [sheets, lists] = [built.sheets, built.site.printLists];
    // Each sheet in five forms, the Arabic ones also beside English; the cards; each pack's list, and its handouts.
    expect([sheets.length, lists.length]).toEqual([8, 4]);
    expect(pdfs).toHaveLength(8 * 5 + 4 + 1 + 4 + 4 * 2);
    expect(pdfs.filter((pdf) => !linked.has(pdf))).toEqual([]);
    const zips = [...outputOf(built)].filter((path) => path.endsWith('.zip'));
    expect(zips).toHaveLength(4);
    expect(zips.filter((zip) => !linked.has(zip))).toEqual([]);
  });

  it('lead from the languages page to the print list of every clinic and pack', () => {
    const targets = targetsOf(pageAt(built, '/languages/'), '/languages/', ADDRESS).map(({ pathname }) => pathname);
    expect(targets.filter((path) => path.startsWith('/print/') || path.endsWith('/print-shop/'))).toEqual([
      '/print-shop/',
      ...['/print/bare/packs/all-languages/', '/print/bare/packs/staff/'],
      ...['/print/full/packs/all-languages/', '/print/full/packs/staff/'],
    ]);
  });

  it('lead from a print list to the pages of its sheets', () => {
    const page = '/print/bare/packs/all-languages/';
    const targets = targetsOf(pageAt(built, page), page, ADDRESS).map(({ pathname }) => pathname);
    for (const sheet of ['en/walking', 'en/water', 'ar/walking', 'ar/water']) {
      expect(targets).toContain(`/clinics/bare/${sheet}/`);
    }
  });

  it('lead from a page of two languages to other handouts in the language of the link, and to itself in its own', () => {
    const page = '/ar/water/bilingual/';
    const links = elementsOf(pageAt(built, page)).filter(({ name }) => name === 'a');
    const hrefsIn = (lang: string) =>
      links
        .flatMap((link) => (link.lang === lang ? (link.attributes.href ?? []) : []))
        .filter((href) => /#/.test(href));
    expect(hrefsIn('ar')).toEqual(['#content', '../../walking/#start', '#help-own']);
    expect(hrefsIn('en')).toEqual(['../../../en/walking/#start', '#help-original']);
  });

  it('from a second clinic’s page stay with that clinic', () => {
    const page = '/clinics/bare/ar/water/';
    const targets = targetsOf(pageAt(built, page), page, ADDRESS).map(({ pathname }) => pathname);
    expect(targets).toContain('/clinics/bare/en/water/');
    expect(targets).toContain('/print/bare/ar/water-arabic-ar.pdf');
    expect(targets).toContain('/clinics/bare/ar/walking/');
    expect(targets).not.toContain('/ar/water/');
  });

  it('name the language they lead to, in that language', () => {
    const [link] = elementsOf(pageAt(built, '/ar/water/')).filter(
      ({ attributes: { hreflang }, name }) => name === 'a' && hreflang,
    );
    expect(link).toMatchObject({ lang: 'en', dir: 'ltr', text: 'English', attributes: { hreflang: 'en' } });
  });

  it('are in the sitemap for pages that exist, of the main clinic only', () => {
    const files = outputOf(built);
    const paths = sitemapOf(built).map((href) => href.slice(ADDRESS.length));
    expect(paths).toEqual([
      ...['', 'languages/', 'languages/cards/', 'en/', 'ar/'],
      ...['en/walking/', 'ar/walking/', 'en/water/', 'ar/water/'],
      ...['en/code/', 'ar/code/'],
    ]);
    expect(paths.filter((path) => !files.has(`${path}index.html`))).toEqual([]);
  });

  it('lead search engines to the sitemap and let them in', () => {
    expect(pageAt(built, '/robots.txt').trim()).toBe(`User-agent: *\nAllow: /\n\nSitemap: ${ADDRESS}sitemap.xml`);
  });

  const canonicalOf = (html: string): string | undefined =>
    elementsOf(html).find(({ attributes: { rel } }) => rel === 'canonical')?.attributes.href;

  it('tell search engines the one address of each page', () => {
    for (const { url, content } of built.site.pages.filter(({ path }) => path.endsWith('/index.html'))) {
      if (!/\/(bilingual|packs|c)\//.test(url)) expect(canonicalOf(content)).toBe(ADDRESS + url.slice(1));
    }
  });

  it('lead search engines from a page of two languages to that of its sheet', () => {
    expect(canonicalOf(pageAt(built, '/ar/water/bilingual/'))).toBe(`${ADDRESS}ar/water/`);
    expect(canonicalOf(pageAt(built, '/clinics/bare/ar/walking/bilingual/'))).toBe(
      `${ADDRESS}clinics/bare/ar/walking/`,
    );
  });

  it('do not offer print lists, which are for staff, to search engines', () => {
    expect(sitemapOf(built).join()).not.toMatch(/packs|bilingual/);
    expect(canonicalOf(pageAt(built, '/print/full/packs/staff/'))).toBeUndefined();
  });
});

describe('a handout that one language does not have', () => {
  let built: BuiltSite;
  beforeAll(async () => {
    built = await buildFixtureSite({ 'content/handouts/water/ar.md': null });
  });

  it('has no page in that language', () => {
    expect(built.site.pages.map(({ url }) => url)).not.toContain('/ar/water/');
    expect(built.sheets.map(({ id }) => id)).not.toContain('full/ar/water');
  });

  it('is not linked to in that language, neither for readers nor for search engines', () => {
    const html = pageAt(built, '/en/water/');
    expect(elementsOf(html).filter(({ attributes: { hreflang } }) => hreflang !== undefined)).toEqual([]);
    expect(html).not.toContain('id="languages"');
    expect(pageAt(built, '/ar/')).not.toContain('water');
  });

  it('is not in the sitemap in that language', () => {
    expect(sitemapOf(built)).toContain(`${ADDRESS}en/water/`);
    expect(sitemapOf(built)).not.toContain(`${ADDRESS}ar/water/`);
    expect(pageAt(built, '/sitemap.xml')).not.toContain('ar/water');
  });

  it('leaves the links of the other handout as they were', () => {
    const hreflangs = elementsOf(pageAt(built, '/en/walking/')).filter(
      ({ name, attributes: { rel, hreflang } }) => name === 'link' && rel === 'alternate' && hreflang !== undefined,
    );
    expect(hreflangs.map(({ attributes: { hreflang } }) => hreflang)).toEqual(['en', 'ar']);
    expect(deadLinks(built, ADDRESS)).toEqual([]);
  });
});
