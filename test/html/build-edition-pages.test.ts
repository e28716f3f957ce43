import { beforeAll, describe, expect, it } from 'vitest';
import { edited } from '../bad-input/problems-of.ts';
import { type BuiltSite, buildFixtureSite, pageAt, sheetOf } from './build-fixture-site.ts';
import { deadLinks, targetsOf } from './dead-links.ts';
import { withThreeEditions } from './editions.ts';
import { elementsOf, type PageElement } from './page-elements.ts';
import { scanQrCode } from './scan-qr-code.ts';

const ADDRESS = 'https://handouts.clinic-site.org/';

let built: BuiltSite;
beforeAll(async () => {
  built = await buildFixtureSite(await withThreeEditions());
});

const elementsAt = (url: string): PageElement[] => elementsOf(pageAt(built, url));
const ofClass = (url: string, name: string): PageElement[] =>
  elementsAt(url).filter(({ attributes }) => attributes.class?.split(' ').includes(name));
const answerAt = (url: string) => ofClass(url, 'edition__answer')[0];
const saidAt = (url: string) => answerAt(url)?.text.trim();
const changesAt = (url: string) =>
  ofClass(url, 'edition__change').map(({ text }) => text.replaceAll(/\s+/g, ' ').trim());
const linksAt = (url: string) => targetsOf(pageAt(built, url), url, ADDRESS).map(({ pathname }) => pathname);

describe('the code on a sheet', () => {
  it('leads to a page that exists, for every sheet of every clinic', () => {
    for (const { panel } of built.sheets) {
      const target = scanQrCode(panel.qr.svg) ?? '';
      expect(pageAt(built, target.slice(ADDRESS.length - 1))).toContain('class="edition__answer');
    }
  });

  it('of another clinic leads to that clinic’s page', () => {
    const { panel } = sheetOf(built, 'bare/en/walking');
    expect(scanQrCode(panel.qr.svg)).toBe(`${ADDRESS}clinics/bare/c/WLK-3-en/`);
    expect(linksAt('/clinics/bare/c/WLK-1-en/')).toContain('/clinics/bare/en/walking/');
  });
});

describe('the page of a code', () => {
  it('is there for all editions there have been, also one that the translation skipped', async () => {
    const codes = built.site.pages.flatMap(({ url }) => /^\/c\/(.*)\/$/.exec(url)?.[1] ?? []);
    expect(codes).toEqual(['WAT-1-ar', 'WAT-1-en', 'WLK-1-ar', 'WLK-1-en', 'WLK-2-ar', 'WLK-2-en', 'WLK-3-en']);
    const skipped = await buildFixtureSite(await withThreeEditions(3));
    expect(pageAt(skipped, '/c/WLK-2-ar/')).toContain('edition__answer--old');
  });

  it('says first that the newest sheet is the newest, and lists no changes', () => {
    expect(saidAt('/c/WLK-3-en/')).toBe('Yes. Your sheet is the newest: edition 3, November 22, 2026.');
    expect(changesAt('/c/WLK-3-en/')).toEqual([]);
  });

  it('says first that an old sheet is old, and what has changed since, the newest first', () => {
    expect(saidAt('/c/WLK-1-en/')).toMatch(/^No\. Your sheet is edition 1\. The newest is edition 3, /);
    expect(changesAt('/c/WLK-1-en/')).toEqual([
      'Changed for your safety Edition 3, November 22, 2026 Stop & call if your chest <hurts>.',
      'Easier words Edition 2, November 21, 2026 Shorter sentences.',
    ]);
    expect(ofClass('/c/WLK-1-en/', 'edition__change--safety')).toHaveLength(1);
    expect(changesAt('/c/WLK-2-en/')).toHaveLength(1);
  });

  it('says of the newest sheet of a translation that the source is newer, and what it lacks', () => {
    const t = built.content.tools.get('ar')?.t ?? String;
    const date = built.content.tools.get('ar')?.formats.date('2026-11-21') ?? '';
    const answer = [t('edition.current', { edition: 2, date }), t('notice.stale', { edition: 3 })].join('\n');
    expect(saidAt('/c/WLK-2-ar/')).toBe(answer);
    // It looks no calmer than the answer to an old sheet.
    expect(answerAt('/c/WLK-2-ar/')?.attributes.class).toContain('edition__answer--old');
    expect(answerAt('/c/WLK-3-en/')?.attributes.class).toBe('edition__answer');
    expect(changesAt('/c/WLK-2-ar/')).toHaveLength(1);
  });

  it('speaks the reader’s language, with the notes and the words for staff in English', () => {
    const [html] = elementsAt('/c/WLK-1-ar/');
    expect(html?.attributes).toEqual({ lang: 'ar', dir: 'rtl' });
    const t = built.content.tools.get('ar')?.t ?? String;
    expect(pageAt(built, '/c/WLK-1-ar/')).toContain(t('edition.changesLanguage'));
    expect(pageAt(built, '/c/WLK-1-en/')).not.toContain('The notes are in English.');
    const note = elementsAt('/c/WLK-1-ar/').find(({ text, name }) => name === 'p' && text === 'Shorter sentences.');
    expect(note).toMatchObject({ lang: 'en', dir: 'ltr' });
    const staff = ofClass('/c/WLK-1-ar/', 'notice--staff').map(({ text }) => text);
    expect(staff[0]).toMatch(/^No\. Your sheet is edition 1\. The newest is edition 2, November 21, 2026\./);
    expect(staff[1]).toContain('Arabic – Walking every day.');
  });

  it('leads to the newest sheet and its PDF', () => {
    expect(linksAt('/c/WLK-1-ar/')).toEqual(
      expect.arrayContaining(['/ar/walking/', '/print/full/ar/walking-arabic-ar.pdf']),
    );
    expect(pageAt(built, '/c/WLK-1-ar/')).toContain('data-size-of="print/full/ar/walking-arabic-ar.pdf"');
  });

  it('has the danger signs of the newest sheet', () => {
    const [danger] = ofClass('/c/WAT-1-en/', 'danger');
    expect(danger?.text).toContain('Fainting');
    expect(ofClass('/c/WAT-1-ar/', 'danger')[0]?.text).toContain('إغماء');
  });

  it('is not for search engines, which are led to the sheet', () => {
    const head = elementsAt('/c/WLK-1-ar/');
    expect(head.find(({ attributes: { name } }) => name === 'robots')?.attributes.content).toBe('noindex');
    expect(head.find(({ attributes: { rel } }) => rel === 'canonical')?.attributes.href).toBe(`${ADDRESS}ar/walking/`);
    expect(pageAt(built, '/sitemap.xml')).not.toContain('/c/');
    expect(pageAt(built, '/en/walking/')).not.toContain('noindex');
  });

  it('has no dead link, also in a folder and in the box of danger signs', async () => {
    expect(deadLinks(built, ADDRESS)).toEqual([]);
    const path = 'content/handouts/water/en.md';
    const linking = await edited(
      path,
      '- Confusion',
      '- Confusion. See [what to ask](#ask-first) or [walk](../walking/en.md#start).',
    );
    const arabic = await edited(
      'content/handouts/water/ar.md',
      '- تشوّش في الذهن',
      '- تشوّش في الذهن. [اسألوا](#ask-first) [المشي](../walking/ar.md#start).',
    );
    const address = 'https://clinic-site.org/health/';
    const inFolder = await buildFixtureSite({ ...linking, ...arabic }, { address });
    expect(deadLinks(inFolder, address)).toEqual([]);
    expect(pageAt(inFolder, '/c/WAT-1-en/')).toContain('href="../../en/water/#ask-first"');
  });
});

describe('the page that asks for a code', () => {
  it('offers today’s codes of its language as links, and knows all others', () => {
    const links = ofClass('/ar/code/', 'edition__codes');
    expect(links[0]?.text).toContain('WLK-2-ar');
    expect(linksAt('/ar/code/')).toEqual(expect.arrayContaining(['/c/WLK-2-ar/', '/c/WAT-1-ar/']));
    const known = elementsAt('/ar/code/').find(({ attributes: { id } }) => id === 'known-codes');
    expect(pageAt(built, '/ar/code/')).toContain('{"WLK":{"en":3,"ar":2},"WAT":{"en":1,"ar":1}}');
    expect(known?.attributes.type).toBe('application/json');
  });

  it('hides what it says of an unknown code until it is needed', () => {
    const [unknown] = ofClass('/en/code/', 'code-form__unknown');
    expect(unknown?.attributes).toMatchObject({ role: 'alert', hidden: '' });
    expect(unknown?.text).toContain('WLK-3-en');
  });

  it('is linked to from the start page, every sheet and the page for lost readers', () => {
    for (const url of ['/ar/', '/ar/water/', '/clinics/bare/ar/water/', '/404.html']) {
      expect(linksAt(url)).toContain('/ar/code/');
    }
  });
});
