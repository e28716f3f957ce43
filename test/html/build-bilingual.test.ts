import { beforeAll, describe, expect, it } from 'vitest';
import { buildBilingualPages, pairSections } from '../../src/html/build-bilingual.ts';
import { edited } from '../bad-input/problems-of.ts';
import { type BuiltSite, buildFixtureSite, EVERYTHING, pageAt, sheetOf } from './build-fixture-site.ts';
import { elementsOf, type PageElement } from './page-elements.ts';

let built: BuiltSite;
beforeAll(async () => {
  built = await buildFixtureSite({}, EVERYTHING);
});

describe('the pairs of sections of a sheet and its original', () => {
  const idsOf = (pairs: ReturnType<typeof pairSections>) => pairs.map(({ own, original }) => [own.id, original.id]);

  it('are of one id each, the danger box first', () => {
    const [sheet, original] = [sheetOf(built, 'full/ar/water'), sheetOf(built, 'full/en/water')];
    const pairs = pairSections(sheet, original);
    expect(pairs.map(({ own }) => own.kind)).toEqual(['danger', undefined, 'caution', 'checklist']);
    expect(idsOf(pairs)).toEqual([
      ['help', 'help'],
      ['how-much', 'how-much'],
      ['ask-first', 'ask-first'],
      ['questions', 'questions'],
    ]);
    expect(pairs.map(({ own, original: twin }) => [own.heading.text, twin.heading.text])[1]).toEqual([
      'كم تشربون',
      'How much to drink',
    ]);
  });

  it('have the danger box first also where the author wrote it last, and pair by id whatever the order', () => {
    const [sheet, original] = [sheetOf(built, 'full/ar/water'), sheetOf(built, 'full/en/water')];
    const turned = { text: { ...sheet.text, sections: sheet.text.sections.toReversed() } };
    const ids = ['help', 'questions', 'ask-first', 'how-much'];
    expect(idsOf(pairSections(turned, original))).toEqual(ids.map((id) => [id, id]));
  });

  it('are refused for a section that the original lacks', () => {
    const [sheet, original] = [sheetOf(built, 'full/ar/water'), sheetOf(built, 'full/en/water')];
    const shorter = { text: { ...original.text, sections: original.text.sections.slice(0, -1) } };
    expect(() => pairSections(sheet, shorter)).toThrow(
      'The section questions of content/handouts/water/ar.md is not in its source.',
    );
  });

  it('are not needed where a translation lacks a section: it never comes so far', async () => {
    const changes = await edited('content/handouts/walking/ar.md', /\n## ابقوا[^]*$/, '\n');
    await expect(buildFixtureSite(changes, EVERYTHING)).rejects.toThrow();
  });
});

describe('the bilingual pages of a site', () => {
  it('are one a translated sheet, below its own page', () => {
    expect(buildBilingualPages(built.sheets).map(({ url, sheet, original }) => [url, sheet.id, original.id])).toEqual([
      ['/clinics/bare/ar/walking/bilingual/', 'bare/ar/walking', 'bare/en/walking'],
      ['/clinics/bare/ar/water/bilingual/', 'bare/ar/water', 'bare/en/water'],
      ['/ar/walking/bilingual/', 'full/ar/walking', 'full/en/walking'],
      ['/ar/water/bilingual/', 'full/ar/water', 'full/en/water'],
    ]);
  });

  it('are none where the settings do not name the form', async () => {
    const without = await buildFixtureSite({}, { forms: ['standard', 'phone'] });
    expect(buildBilingualPages(without.sheets)).toEqual([]);
    expect(without.site.pages.filter(({ url }) => url.includes('bilingual'))).toEqual([]);
  });
});

describe('a bilingual page', () => {
  const URL = '/ar/water/bilingual/';
  let elements: PageElement[];
  beforeAll(() => {
    elements = elementsOf(pageAt(built, URL));
  });
  const ofClass = (name: string): PageElement[] =>
    elements.filter(({ attributes }) => attributes.class?.split(' ').includes(name));

  it('has each part in both languages, the reader’s first, each with its language, direction and an id', () => {
    const sides = ofClass('pair__side').map(({ attributes: { id, lang, dir } }) => [id, lang, dir]);
    const names = ['head', 'summary', 'help', 'how-much', 'ask-first', 'questions', 'advice', 'panel'];
    expect(sides).toEqual(
      names.flatMap((name) => [
        [`${name}-own`, 'ar', 'rtl'],
        [`${name}-original`, 'en', 'ltr'],
      ]),
    );
  });

  it('stands as a whole in the reader’s language and direction', () => {
    expect(elements[0]?.attributes).toEqual({ lang: 'ar', dir: 'rtl' });
  });

  it('has the same headings in the same order on both sides', () => {
    const headings = elements.filter(({ name }) => /^h[1-6]$/.test(name));
    const levels = (lang: string) => headings.filter((one) => one.lang === lang).map(({ name }) => name);
    // The panel names the clinic and its program in their own language, within a heading of the page's.
    expect(levels('ar')).toEqual(levels('en'));
    expect(levels('ar').filter((name) => name === 'h3')).toHaveLength(3);
  });

  it('shows the clinic’s panel in both languages, and its QR code once', () => {
    expect(ofClass('panel').map(({ lang }) => lang)).toEqual(['ar', 'en']);
    expect(ofClass('panel__qr')).toHaveLength(1);
  });

  it('warns of a draft in both languages, each on its side', () => {
    const [own, original] = ofClass('notice');
    expect([own?.lang, original?.lang]).toEqual(['ar', 'en']);
    expect(own?.text).toContain(built.content.tools.get('ar')?.t('notice.machineTranslation'));
    expect(original?.text).toContain('A computer made this translation.');
    expect(ofClass('notice')).toHaveLength(2);
  });

  it('warns of nothing where all is checked', () => {
    expect(pageAt(built, '/ar/walking/bilingual/')).not.toContain('class="notice"');
  });

  it('leads to its PDF and back to the page of its sheet', () => {
    const hrefs = elements.flatMap(({ attributes: { href } }) => href ?? []);
    expect(hrefs).toContain('../../../print/full/ar/water-arabic-ar-bilingual.pdf');
    expect(ofClass('site-header__name').map(({ attributes: { href } }) => href)).toEqual(['../']);
  });
});

describe('the page of a sheet', () => {
  /** Links to PDFs and to the page of two languages, with their words. */
  const offeredOn = (url: string): [string | undefined, string][] =>
    elementsOf(pageAt(built, url))
      .filter(({ name, attributes: { href } }) => name === 'a' && /\.pdf$|bilingual\/$/.test(href ?? ''))
      .map(({ attributes: { href }, text }) => [href?.replace(/.*\/(?=.)/, ''), text]);

  it('offers every form, each by its label in the reader’s language, the first of them also as a button', () => {
    const t = built.content.tools.get('ar')?.t ?? String;
    const start = 'water-arabic-ar';
    expect(offeredOn('/ar/water/')).toEqual([
      [`${start}.pdf`, t('handout.print')],
      [`${start}.pdf`, t('forms.standard')],
      [`${start}-a4.pdf`, t('forms.a4')],
      [`${start}-large-print.pdf`, t('forms.largePrint')],
      // Its own page can be read on a screen, so that the label leads there.
      ['bilingual/', t('forms.bilingual')],
      [`${start}-bilingual.pdf`, 'PDF · '],
      [`${start}-phone.pdf`, t('forms.phone')],
      [`${start}-ink-saver.pdf`, t('forms.inkSaver')],
    ]);
  });

  it('offers none with English beside it in English', () => {
    expect(offeredOn('/en/water/').filter(([file]) => file?.includes('bilingual'))).toEqual([]);
    expect(offeredOn('/en/water/')).toHaveLength(6);
  });

  it('offers the form first that the settings name first, and no list where there is only one', async () => {
    const first = await buildFixtureSite({}, { forms: ['a4'] });
    const page = pageAt(first, '/ar/water/');
    expect(page).toContain('water-arabic-ar-a4.pdf');
    expect(page).not.toContain('water-arabic-ar.pdf');
    expect(page).not.toContain('sheet__forms');
  });
});
