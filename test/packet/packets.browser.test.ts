import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { comparable } from '../../src/html/compare-texts.ts';
import { readStringNotes } from '../../src/i18n/messages.ts';
import { makePackets } from '../../src/packet/make-packets.ts';
import { readContent } from '../../src/read-content.ts';
import { copyFixtureSite, fixtureSettings } from '../fixture-site.ts';
import { elementsOf, type PageElement } from '../html/page-elements.ts';
import { everyState } from '../status/every-state.ts';

let make: (handout?: string) => Promise<ReadonlyMap<string, Uint8Array>>;
let files: ReadonlyMap<string, Uint8Array>;
beforeAll(async () => {
  const root = await copyFixtureSite(await everyState());
  const settings = await fixtureSettings(root);
  const content = await readContent(settings);
  const notes = (await readStringNotes(root)).value ?? {};
  make = async (handout) => (await makePackets({ locale: 'ar', handout }, { content, notes, settings })).files;
  files = await make();
});

const html = (name: string): string => new TextDecoder().decode(files.get(name));
const owns = (name: string): PageElement[] =>
  elementsOf(html(name)).filter(({ attributes }) => attributes.id?.startsWith('own-'));

describe('the packets of a language', () => {
  it('are a page and a PDF for each handout, for the words, and for all together', () => {
    const names = ['walking', 'water', 'words', 'all'];
    expect([...files.keys()]).toEqual(names.flatMap((name) => [`${name}.html`, `${name}.pdf`]));
  });

  it('need nothing but themselves', () => {
    const page = html('all.html');
    expect(page.match(/(?:src|href)="[^"#]*"/g)).toBeNull();
    expect(page.match(/url\((?!data:)/g)).toBeNull();
    expect(page).toContain('url(data:font/woff2;base64,');
  });

  it('mark each piece of the translation as its language, from right to left, and no id stands twice', () => {
    expect(owns('water.html').length).toBeGreaterThan(15);
    expect(owns('water.html').filter(({ lang, dir }) => lang !== 'ar' || dir !== 'rtl')).toEqual([]);
    const ids = elementsOf(html('all.html')).flatMap(({ attributes: { id } }) => id ?? []);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('isolate phone numbers, which would else be turned round', () => {
    const page = elementsOf(html('water.html'));
    expect(
      page.filter(({ name, dir, text }) => name === 'bdi' && dir === 'ltr' && /^\d[\d-]+$/.test(text)).length,
    ).toBeGreaterThan(1);
  });

  it('have a box to tick for each section, and the lines of whoever signs', () => {
    const page = elementsOf(html('water.html'));
    const verdicts = page.filter(({ attributes }) => attributes.class === 'packet__verdict');
    expect(verdicts).toHaveLength(page.filter(({ attributes }) => attributes.class === 'packet__section').length);
    const fields = page.filter(
      ({ name, text }) => name === 'li' && /^(?:Name|Date|Signature|I am qualified)/.test(text),
    );
    expect(fields).toHaveLength(4);
  });

  it('show what is new, crossed out and underlined', () => {
    const marks = elementsOf(html('water.html')).filter(({ name }) => name === 'ins' || name === 'del');
    expect(marks.map(({ text }) => text.trim())).toEqual(['Chest pain', 'very', 'just']);
  });

  it('are the same whenever they are made', async () => {
    const again = await make('walking');
    expect([...again]).toEqual(['walking.html', 'walking.pdf'].map((name) => [name, files.get(name)]));
  });
});

describe('the PDF', () => {
  it('has every piece of both languages, as another program reads it, and numbers its pages', async () => {
    const document = await getDocument({ data: Uint8Array.from(files.get('water.pdf') ?? []), verbosity: 0 }).promise;
    const pages: string[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const { items } = await (await document.getPage(number)).getTextContent();
      pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
    }
    // It gives some marks above letters before them, some behind.
    const letters = (text: string) => comparable(text).replaceAll(/\p{M}/gu, '');
    const found = letters(pages.join(''));
    const rows = elementsOf(html('water.html')).filter(({ name }) => name === 'td');
    const english = rows.filter(({ lang, attributes }) => lang === 'en' && attributes.class === undefined);
    expect(english.length).toBeGreaterThan(15);
    expect(english.filter(({ text }) => !found.includes(letters(text)))).toEqual([]);
    // Pure Arabic: what has a Latin word in it, this program reads in another order.
    const arabic = owns('water.html').filter(({ text }) => !/[\dA-Za-z]/.test(text));
    expect(arabic.length).toBeGreaterThan(8);
    expect(arabic.filter(({ text }) => !found.includes(letters(text)))).toEqual([]);
    expect(found).toContain(letters(`Page 1 of ${document.numPages}`));
    expect((await document.getMetadata()).info).toMatchObject({ Title: 'Drinking enough water – Arabic' });
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
  });
});
