import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PrintedFile, PrintedSheet } from '../../src/pdf/print-sheets.ts';
import { buildManifest } from '../../src/publish/manifest.ts';
import { collectFiles, type OutputParts } from '../../src/publish/publish.ts';
import { type BuiltSite, buildFixtureSite, sheetOf } from '../html/build-fixture-site.ts';

let built: BuiltSite;
/** The sheets as if they had been printed: each PDF is its own name. */
let printed: PrintedSheet[];
let cards: PrintedFile[];
beforeAll(async () => {
  built = await buildFixtureSite();
  printed = built.sheets.map((sheet) => ({ sheet, pdf: sheet.pdf, points: 13.25, bytes: Buffer.from(sheet.id) }));
  cards = [{ pdf: built.site.cards.pdf, points: 14, bytes: new Uint8Array(43_210) }];
});

const collect = (changes: Partial<OutputParts> = {}): Map<string, Uint8Array> =>
  collectFiles({ site: built.site, printed, cards, tools: built.content.tools, sourceLocale: 'en', ...changes });

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
    const { pdf } = sheetOf(built, 'bare/ar/water');
    const [entry] = buildManifest(new Map([[pdf, new Uint8Array()]]), printed);
    expect(entry?.sheet).toEqual({
      code: 'WAT-1-ar',
      handout: 'water',
      locale: 'ar',
      clinic: 'bare',
      edition: 1,
      translation: 'machine-draft',
      review: 'unreviewed',
      isDraft: true,
      bodyPoints: 13.25,
    });
  });

  it('tells a source and a reviewed translation apart', () => {
    const files = new Map(
      ['full/en/walking', 'full/ar/walking'].map((id) => [sheetOf(built, id).pdf, new Uint8Array()]),
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

describe('the cards in the manifest', () => {
  it('are a file like any other: they are no sheet of a handout', () => {
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

  it('are the pages, what they load, the sheets and the cards', () => {
    const wanted = [
      ...built.site.pages.map(({ path }) => path),
      ...built.site.assets.keys(),
      ...built.sheets.map(({ pdf }) => pdf),
      built.site.cards.pdf,
    ];
    expect([...files.keys()].sort()).toEqual(wanted.sort());
  });

  it('say how large each PDF is, in the language of the page', () => {
    expect(text(files.get('en/water/index.html'))).toContain('PDF, 2 pages, <bdi>1 kB</bdi>');
    const arabic = built.content.tools.get('ar')?.formats.fileSize(1);
    expect(text(files.get('ar/index.html'))).toContain(`<bdi>${arabic}</bdi>`);
  });

  it('say how large the cards are, in the language of the pages about them', () => {
    expect(text(files.get('languages/cards/index.html'))).toContain('PDF, 2 pages, <bdi>43 kB</bdi>');
    expect(files.get('print/i-speak-cards.pdf')).toBe(cards[0]?.bytes);
    const arabic = collect({ sourceLocale: 'ar' }).get('languages/cards/index.html');
    expect(text(arabic)).toContain(`<bdi>${built.content.tools.get('ar')?.formats.fileSize(43_210)}</bdi>`);
  });

  it('have no size left open', () => {
    expect(
      [...files].filter(([path, bytes]) => path.endsWith('.html') && text(bytes).includes('data-size-of')),
    ).toEqual([]);
  });

  it('lie in folders staff can find: clinic, language, and the English name of the language', () => {
    expect(sheetOf(built, 'bare/ar/water').pdf).toBe('print/bare/ar/water-arabic-ar.pdf');
  });

  it('cannot be put together while a sheet is not printed', () => {
    expect(() => collect({ printed: printed.slice(1) })).toThrow(
      `links to ${printed[0]?.sheet.pdf}, which was not printed`,
    );
  });

  it('cannot be put together while the cards are not printed', () => {
    expect(() => collect({ cards: [] })).toThrow('links to print/i-speak-cards.pdf, which was not printed');
  });

  it('leave the site itself as it was, so that a build can be tried again', () => {
    expect(built.site.assets.has('robots.txt')).toBe(false);
    expect(built.site.pages.some(({ content }) => content.includes('data-size-of'))).toBe(true);
  });
});
