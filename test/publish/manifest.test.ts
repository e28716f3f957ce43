import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PrintedFile, PrintedSheet } from '../../src/pdf/printed-file.ts';
import { buildManifest } from '../../src/publish/manifest.ts';
import { collectFiles, type OutputParts } from '../../src/publish/publish.ts';
import { type BuiltSite, buildFixtureSite, EVERYTHING, fileOf, sheetOf } from '../html/build-fixture-site.ts';

let built: BuiltSite;
/** The sheets as if they had been printed, in every form: each PDF is its own name. */
let printed: PrintedSheet[];
let others: PrintedFile[];
const shareImages = [{ path: 'assets/share/en.png', bytes: new Uint8Array(3) }];
/** Packs as if they had been put together. */
let packs: Map<string, Uint8Array>;
beforeAll(async () => {
  built = await buildFixtureSite({}, EVERYTHING);
  printed = built.sheets.flatMap((sheet) =>
    sheet.files.map(({ form, pdf }) => ({
      sheet,
      form,
      pdf,
      points: 13.25,
      pages: 2,
      bytes: Buffer.from(`${sheet.id} ${form.name}`),
    })),
  );
  others = [built.site.cards, ...built.site.printLists].map(({ pdf }) => ({
    pdf,
    points: 14,
    pages: 2,
    bytes: new Uint8Array(43_210),
  }));
  packs = new Map(
    built.site.printLists.flatMap(({ zip, joined }) => [
      [zip, new Uint8Array(26_440_000)],
      ...joined.map(({ pdf }): [string, Uint8Array] => [pdf, new Uint8Array(12_000)]),
    ]),
  );
});

const collect = (changes: Partial<OutputParts> = {}, ofPacks = packs): Map<string, Uint8Array> =>
  collectFiles(
    { site: built.site, printed, others, shareImages, tools: built.content.tools, sourceLocale: 'en', ...changes },
    ofPacks,
  );

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

describe('the manifest', () => {
  it('lists every file with its size and hash', () => {
    const bytes = Buffer.from('User-agent: *');
    expect(buildManifest(new Map([['robots.txt', bytes]]), [])).toEqual([
      { path: 'robots.txt', bytes: 13, sha256: createHash('sha256').update(bytes).digest('hex') },
    ]);
  });

  it('is in the order of its paths, however the files came', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 1 }), (paths) => {
        const listed = buildManifest(new Map(paths.map((path) => [path, new Uint8Array()])), []).map(
          ({ path }) => path,
        );
        expect(listed).toEqual([...paths].sort());
      }),
    );
  });

  it('says of a sheet what it is and how far it may be trusted', () => {
    const { pdf } = fileOf(sheetOf(built, 'bare/ar/water'));
    const [entry] = buildManifest(new Map([[pdf, new Uint8Array()]]), printed);
    expect(entry?.sheet).toEqual({
      code: 'WAT-1-ar',
      handout: 'water',
      locale: 'ar',
      clinic: 'bare',
      form: 'standard',
      pages: 2,
      edition: 1,
      translation: 'machine-draft',
      review: 'unreviewed',
      isDraft: true,
      bodyPoints: 13.25,
      card: 'ar/water/card.json',
    });
  });

  it('tells a source and a reviewed translation apart', () => {
    const files = new Map(
      ['full/en/walking', 'full/ar/walking'].map((id) => [fileOf(sheetOf(built, id)).pdf, new Uint8Array()]),
    );
    const entries = buildManifest(files, printed).map(({ sheet }) => [
      sheet?.locale,
      sheet?.translation,
      sheet?.isDraft,
    ]);
    expect(entries).toEqual([
      ['ar', 'reviewed', false],
      ['en', 'source', false],
    ]);
  });
});

describe('a form of a sheet in the manifest', () => {
  it('is named, and has as many pages as it was printed on', () => {
    const { pdf } = fileOf(sheetOf(built, 'full/ar/water'), 'large-print');
    const longer = printed.map((one) => (one.pdf === pdf ? { ...one, pages: 7, points: 18 } : one));
    const [entry] = buildManifest(new Map([[pdf, new Uint8Array()]]), longer);
    expect(entry?.sheet).toMatchObject({ code: 'WAT-1-ar', form: 'large-print', pages: 7, bodyPoints: 18 });
  });

  it('is there for each form of each sheet', () => {
    const forms = buildManifest(collect(), printed).flatMap(({ sheet }) => sheet?.form ?? []);
    const count = (form: string) => forms.filter((one) => one === form).length;
    expect(EVERYTHING.forms.map((form) => [form, count(form)])).toEqual([
      ['standard', 8],
      ['a4', 8],
      ['large-print', 8],
      // The sheets in the source language have nothing beside them.
      ['bilingual', 4],
      ['phone', 8],
      ['ink-saver', 8],
    ]);
  });
});

describe('the cards in the manifest', () => {
  it('are a file like any other, as packs and print lists are: they are no sheet of a handout', () => {
    const listed = buildManifest(collect(), printed);
    const { pdf } = built.site.cards;
    expect(listed.find(({ path }) => path === pdf)).toEqual({
      path: 'print/i-speak-cards.pdf',
      bytes: 43_210,
      sha256: createHash('sha256').update(new Uint8Array(43_210)).digest('hex'),
    });
    expect(listed.filter(({ sheet }) => sheet).map(({ path }) => path)).toEqual(printed.map(({ pdf }) => pdf).sort());
  });
});

describe('the files of an output', () => {
  let files: Map<string, Uint8Array>;
  beforeAll(() => {
    files = collect();
  });

  it('are the pages, what they load, their pictures, the sheets in all forms, the cards, the print lists and the packs', () => {
    const wanted = [
      ...built.site.pages.map(({ path }) => path),
      ...built.site.assets.keys(),
      ...built.sheets.flatMap((sheet) => sheet.files.map(({ pdf }) => pdf)),
      built.site.cards.pdf,
      ...built.site.printLists.flatMap(({ pdf, zip, joined }) => [pdf, zip, ...joined.map((one) => one.pdf)]),
      ...shareImages.map(({ path }) => path),
    ];
    expect([...files.keys()].sort()).toEqual(wanted.sort());
  });

  it('say how large each PDF is, in the language of the page', () => {
    expect(text(files.get('en/water/index.html'))).toContain('PDF · <bdi>1 kB</bdi>');
    const arabic = built.content.tools.get('ar')?.formats.fileSize(1);
    expect(text(files.get('ar/index.html'))).toContain(`<bdi>${arabic}</bdi>`);
  });

  it('say how large the cards are, in the language of the pages about them', () => {
    expect(text(files.get('languages/cards/index.html'))).toContain('PDF · <bdi>43 kB</bdi>');
    expect(files.get('print/i-speak-cards.pdf')).toBe(others[0]?.bytes);
  });

  it('say how large a sheet of any language is on the pages for staff, in words and for scripts', () => {
    const page = text(files.get('print-shop/index.html')).replaceAll('\u00A0', ' ');
    const [line = ''] = page.match(/<a [^>]*water-arabic-ar\.pdf[^]*?<\/li>/) ?? [];
    expect(line).toContain('data-bytes="22"');
    expect(line).toContain('PDF · <bdi>1 kB</bdi>');
  });

  it('say how large a pack is, whole and handout by handout, on its print list', () => {
    const page = text(files.get('print/full/packs/all-languages/index.html'));
    expect(page.replaceAll('\u00A0', ' ')).toContain('<bdi>26.4 MB</bdi>');
    expect(page.match(/PDF · <bdi>12 kB<\/bdi>/g)).toHaveLength(2);
  });

  it('have no size left open', () => {
    expect(
      [...files].filter(([path, bytes]) => path.endsWith('.html') && text(bytes).match(/data-(size|bytes)-of/)),
    ).toEqual([]);
  });

  it('lie in folders staff can find: clinic, language, and the English name of the language, then the form', () => {
    const sheet = sheetOf(built, 'bare/ar/water');
    expect(sheet.files.map(({ pdf }) => pdf)).toEqual([
      'print/bare/ar/water-arabic-ar.pdf',
      ...['a4', 'large-print', 'bilingual', 'phone', 'ink-saver'].map(
        (form) => `print/bare/ar/water-arabic-ar-${form}.pdf`,
      ),
    ]);
  });

  it('cannot be put together while a sheet is not printed', () => {
    expect(() => collect({ printed: printed.slice(1) })).toThrow(`links to ${printed[0]?.pdf}, which was not printed`);
  });

  it.each(EVERYTHING.forms)('cannot be put together while a sheet is not printed in the form %s', (form) => {
    const { pdf } = fileOf(sheetOf(built, 'bare/ar/water'), form);
    const others = printed.filter((one) => one.pdf !== pdf);
    expect(() => collect({ printed: others })).toThrow(`links to ${pdf}, which was not printed`);
  });

  it('cannot be put together while a pack or its print list is not there', () => {
    const [list] = built.site.printLists;
    const missing = [list?.zip, list?.joined[0]?.pdf].map(
      (path) => new Map([...packs].filter(([key]) => key !== path)),
    );
    for (const one of missing) expect(() => collect({}, one)).toThrow(/links to print\/\S+, which was not printed/);
  });

  it('cannot be put together while the cards are not printed', () => {
    expect(() => collect({ others: others.slice(1) })).toThrow(
      'links to print/i-speak-cards.pdf, which was not printed',
    );
  });

  it('leave the site itself as it was, so that a build can be tried again', () => {
    expect(built.site.assets.has('robots.txt')).toBe(false);
    expect(built.site.pages.some(({ content }) => content.includes('data-size-of'))).toBe(true);
  });
});
