import { beforeAll, describe, expect, it } from 'vitest';
import { buildPrintShops } from '../../src/html/build-print-shops.ts';
import { type BuiltSite, buildFixtureSite, EVERYTHING, pageAt } from './build-fixture-site.ts';
import { elementsOf } from './page-elements.ts';

let built: BuiltSite;
beforeAll(async () => {
  built = await buildFixtureSite({}, EVERYTHING);
});

describe('the print shops', () => {
  it('are one a clinic, that of the main clinic first and at the shortest address', () => {
    const shops = buildPrintShops(built.sheets, built.settings, ['en', 'ar']);
    expect(shops.map(({ url }) => url)).toEqual(['/print-shop/', '/clinics/bare/print-shop/']);
    expect(shops.map(({ clinic }) => clinic.id)).toEqual(['full', 'bare']);
  });

  it('offer every PDF of the clinic, by language', () => {
    const [shop] = buildPrintShops(built.sheets, built.settings, ['ar', 'en']);
    expect(shop?.languages.map(({ language }) => language.tag)).toEqual(['ar', 'en']);
    const pdfs = built.sheets.filter(({ clinic }) => clinic.id === 'full').flatMap(({ files }) => files);
    expect(shop?.languages.flatMap(({ files }) => files.map(({ pdf }) => pdf)).sort()).toEqual(
      pdfs.map(({ pdf }) => pdf).sort(),
    );
  });

  it('know the packs by their languages', () => {
    const [shop] = buildPrintShops(built.sheets, built.settings, ['en', 'ar']);
    expect(shop?.packs).toEqual([
      { name: 'All languages', languages: ['en', 'ar'] },
      { name: 'For staff', languages: ['en'] },
    ]);
  });

  it('lead to each other, and the print lists to that of their clinic', () => {
    const hrefs = (url: string) => elementsOf(pageAt(built, url)).flatMap(({ attributes: { href } }) => href ?? []);
    expect(hrefs('/print-shop/')).toContain('../clinics/bare/print-shop/');
    expect(hrefs('/clinics/bare/print-shop/')).toContain('../../../print-shop/');
    expect(hrefs('/print/bare/packs/staff/')).toContain('../../../../clinics/bare/print-shop/');
    expect(hrefs('/print/full/packs/staff/')).toContain('../../../../print-shop/');
  });
});
