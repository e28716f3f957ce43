import { beforeAll, describe, expect, it } from 'vitest';
import { buildPrintLists, type PrintList } from '../../src/html/build-print-lists.ts';
import type { Pack } from '../../src/settings.ts';
import { type BuiltSite, buildFixtureSite, EVERYTHING, pageAt } from './build-fixture-site.ts';
import { withLanguages } from './more-languages.ts';
import { elementsOf } from './page-elements.ts';

let built: BuiltSite;
beforeAll(async () => {
  built = await buildFixtureSite(await withLanguages('zh-Hant', 'fa'), EVERYTHING);
});

const packOf = (id: string, languages: Pack['languages']): Pack => ({ id, name: `The pack ${id}`, languages });
const listsOf = (...packs: Pack[]): PrintList[] =>
  buildPrintLists(built.sheets, built.content.tools, { packs, sourceLocale: 'en', mainClinic: 'full' });
const listOf = (...args: Parameters<typeof packOf>): PrintList => {
  const list = listsOf(packOf(...args)).find(({ clinic }) => clinic.id === 'full');
  if (!list) throw new Error('The clinic has no such list.');
  return list;
};

describe('the print lists', () => {
  it('are one a clinic and pack, each at its place', () => {
    const lists = listsOf(packOf('all', 'all'), packOf('one', ['ar']));
    expect(lists.map(({ url, pdf, zip }) => [url, pdf, zip])).toEqual(
      ['bare', 'full'].flatMap((clinic) =>
        ['all', 'one'].map((pack) => [
          `/print/${clinic}/packs/${pack}/`,
          `print/${clinic}/packs/${pack}/print-list.pdf`,
          `print/${clinic}/packs/${clinic}-${pack}.zip`,
        ]),
      ),
    );
  });

  it('are none where no pack is wanted, nor of a pack in whose languages there is nothing', () => {
    expect(listsOf()).toEqual([]);
    expect(listsOf(packOf('none', ['es', 'ko']))).toEqual([]);
  });
});

describe('the print list of a pack', () => {
  it('lists every sheet language by language, in the order of the language list', () => {
    expect(listOf('all', 'all').rows.map(({ sheet }) => sheet.id)).toEqual([
      ...['full/en/walking', 'full/en/water', 'full/ar/walking', 'full/ar/water'],
      ...['full/zh-Hant/walking', 'full/fa/walking'],
    ]);
  });

  it('lists only the languages of the pack, each once, in whatever order the settings name them', () => {
    const ids = (languages: string[]) => listOf('some', languages).rows.map(({ sheet }) => sheet.id);
    expect(ids(['fa', 'ar'])).toEqual(['full/ar/walking', 'full/ar/water', 'full/fa/walking']);
    expect(ids(['ar', 'fa', 'ar'])).toEqual(ids(['fa', 'ar']));
    expect(ids(['es', 'fa'])).toEqual(['full/fa/walking']);
  });

  it('gives each sheet its code and how far it has come', () => {
    expect(listOf('all', 'all').rows.map(({ code, state }) => [code, state])).toEqual([
      ['WLK-2-en', 'original'],
      ['WAT-1-en', 'original'],
      ['WLK-2-ar', 'reviewed'],
      ['WAT-1-ar', 'machineDraft'],
      // Translated from the edition before the newest.
      ['WLK-1-zh-Hant', 'machineDraft'],
      ['WLK-2-fa', 'humanDraft'],
    ]);
  });

  it('has a file for each handout with the sheets of all its languages', () => {
    expect(
      listOf('some', ['ar', 'fa', 'en']).joined.map(({ pdf, title, sheets }) => [pdf, title, sheets.length]),
    ).toEqual([
      ['print/full/packs/some/walking-some.pdf', 'Walking every day', 3],
      ['print/full/packs/some/water-some.pdf', 'Drinking enough water', 2],
    ]);
    const [walking] = listOf('all', 'all').joined;
    expect(walking?.sheets.map(({ language }) => language.tag)).toEqual(['en', 'ar', 'zh-Hant', 'fa']);
  });

  it('has the date of the newest edition in it', () => {
    expect(listOf('all', 'all').date).toBe('2026-11-21');
    expect(listOf('fa', ['fa']).date).toBe('2026-11-21');
  });

  it('has a footer that names the clinic, by its short name if it has one, and the pack', () => {
    expect(listOf('all', 'all').footer).toEqual({
      start: 'Full Moon · The pack all',
      page: ['Page ', { counter: 'page' }, ' of ', { counter: 'pages' }],
      end: 'Print list',
    });
    const [bare] = listsOf(packOf('all', 'all'));
    expect(bare?.footer.start).toBe('Bare Street Clinic · The pack all');
  });
});

describe('the page of a print list', () => {
  const cellsAt = (url: string): string[][] => {
    const cells = elementsOf(pageAt(built, url)).filter(({ name }) => name === 'td');
    return Array.from({ length: cells.length / 6 }, (_, row) =>
      cells.slice(row * 6, row * 6 + 6).map(({ text }) => text),
    );
  };

  it('has a row a sheet: language, handout, code, edition and date, state, and a cell to tick', () => {
    expect(cellsAt('/print/full/packs/staff/')).toEqual([
      ['English', 'Walking every day', 'WLK-2-en', 'Edition 2, November 21, 2026', 'Original', '\u00A0'],
      ['English', 'Drinking enough water', 'WAT-1-en', 'Edition 1, November 20, 2026', 'Original', '\u00A0'],
    ]);
  });

  it('names languages and handouts in English, because staff read it', () => {
    const rows = cellsAt('/print/bare/packs/all-languages/');
    expect(rows.map(([language, title]) => `${language}: ${title}`)).toEqual([
      ...['English: Walking every day', 'English: Drinking enough water'],
      ...['Arabic: Walking every day', 'Arabic: Drinking enough water'],
      ...['Traditional Chinese: Walking every day', 'Farsi: Walking every day'],
    ]);
  });

  it('offers the pack, the list, and each handout in one file', () => {
    const page = '/print/full/packs/all-languages/';
    const links = elementsOf(pageAt(built, page)).filter(({ attributes: { type } }) =>
      type?.startsWith('application/'),
    );
    expect(links.map(({ attributes: { href, type } }) => [href, type])).toEqual([
      ['../full-all-languages.zip', 'application/zip'],
      ['print-list.pdf', 'application/pdf'],
      ['walking-all-languages.pdf', 'application/pdf'],
      ['water-all-languages.pdf', 'application/pdf'],
    ]);
  });

  it('has a heading over each column', () => {
    const heads = elementsOf(pageAt(built, '/print/full/packs/staff/')).filter(({ name }) => name === 'th');
    expect(heads.map(({ attributes: { scope } }) => scope)).toEqual(Array.from({ length: 6 }, () => 'col'));
    expect(heads.every(({ text }) => /\p{L}/u.test(text))).toBe(true);
  });
});
