import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { bookmarks } from '../../src/pdf/bookmarks.ts';
import { finishPdf, type PdfIdentity } from '../../src/pdf/finish-pdf.ts';

const IDENTITY: PdfIdentity = { title: 'شرب الماء', date: '2026-11-20', headings: ['Water', 'When to get help', 'كم'] };
const outlineOf = (document: PDFDocument): PDFDict | undefined =>
  document.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict);
const titles = (document: PDFDocument): string[] =>
  bookmarks(outlineOf(document)).map((item) => item.lookup(PDFName.of('Title'), PDFHexString).decodeText());

/** A page's content as Chromium writes it: a box, and two letters side by side. */
const CONTENT =
  'q\n6.5 2.5 13.0000001 8.6999998 re\nf\nBT\n/F4 10 Tf\n1 0 0 -1 37 94 Tm\n<0051> Tj\n6.1800001 0 Td <0052> Tj\nET\nQ\n';
const SHORTER = 'q\n6.5 2.5 13 8.7 re\nf\nBT\n/F4 10 Tf\n1 0 0 -1 37 94 Tm\n<00510052> Tj\nET\nQ';

/** The content of the first page, unpacked, and how each of its streams is packed. */
async function contentOf(bytes: Uint8Array): Promise<{ texts: string[]; filters: string[] }> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const contents = document.getPage(0).node.Contents();
  const all = contents instanceof PDFArray ? contents.asArray().map((ref) => document.context.lookup(ref)) : [contents];
  const streams = all.filter((stream) => stream instanceof PDFRawStream);
  return {
    texts: streams.map((stream) => Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')),
    filters: streams.map(({ dict }) => String(dict.get(PDFName.of('Filter')))),
  };
}

/**
 * A small PDF of the kind a browser prints: three bookmarks (the second below the first) and a table cell that
 * names its header by an id of the browser's own.
 */
async function printedPdf({ clock = 1, nodeNumber = 17, content = [CONTENT] } = {}): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage([612, 792]).node;
  const streams = content.map((text) => document.context.register(document.context.flateStream(text)));
  const [only, another] = streams;
  page.set(PDFName.of('Contents'), another ? document.context.obj(streams) : (only ?? document.context.obj([])));
  const widths = { W: [81, [618, 480]] };
  const font = { Type: 'Font', Subtype: 'Type0', BaseFont: 'AAAAAA+Noto', DescendantFonts: [widths] };
  page.set(PDFName.of('Resources'), document.context.obj({ Font: { F4: font } }));
  document.setCreationDate(new Date(clock * 86_400_000));
  document.setModificationDate(new Date(clock * 86_400_000));
  const { context } = document;
  const title = (text: string) => context.register(context.obj({ Title: PDFString.of(text) }));
  const [first, below, last] = [title('one'), title('two'), title('three')];
  context.lookup(first, PDFDict).set(PDFName.of('First'), below);
  context.lookup(first, PDFDict).set(PDFName.of('Next'), last);
  document.catalog.set(PDFName.of('Outlines'), context.register(context.obj({ First: first, Last: last })));
  const id = (offset: number) => PDFString.of(`node${String(nodeNumber + offset).padStart(8, '0')}`);
  const header = context.register(context.obj({ S: 'TH', ID: id(0) }));
  const headers = context.obj([id(0)]);
  const cell = context.register(context.obj({ S: 'TD', ID: id(1), A: [{ O: 'Table', Headers: headers }] }));
  const names = context.obj([id(0), header, id(1), cell]);
  const tree = { Kids: [context.register(context.obj({ Names: names, Limits: [id(0), id(1)] }))] };
  document.catalog.set(
    PDFName.of('StructTreeRoot'),
    context.register(context.obj({ K: [header, cell], IDTree: tree })),
  );
  // As Chromium writes it: without object streams.
  return document.save({ useObjectStreams: false });
}

describe('a finished PDF', () => {
  let finished: PDFDocument;
  beforeAll(async () => {
    finished = await PDFDocument.load(await finishPdf(await printedPdf(), IDENTITY), { updateMetadata: false });
  });

  it('carries the title of the sheet, shows it, and names the press', () => {
    expect(finished.getTitle()).toBe(IDENTITY.title);
    expect(finished.catalog.getOrCreateViewerPreferences().getDisplayDocTitle()).toBe(true);
    expect(finished.getProducer()).toBe('handout-press');
    expect(finished.getCreator()).toBe('handout-press');
  });

  it('carries no date but that of its edition', () => {
    expect(finished.getCreationDate()).toEqual(new Date('2026-11-20T00:00:00Z'));
    expect(finished.getModificationDate()).toEqual(new Date('2026-11-20T00:00:00Z'));
  });

  it('has the headings as bookmarks, as they read and in their order', () => {
    expect(titles(finished)).toEqual(IDENTITY.headings);
  });

  it('names the elements of tables by their order, wherever they are named', () => {
    const root = finished.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
    const cells = root.lookup(PDFName.of('K'), PDFArray);
    const [header, cell] = [cells.lookup(0, PDFDict), cells.lookup(1, PDFDict)];
    const headers = cell.lookup(PDFName.of('A'), PDFArray).lookup(0, PDFDict).lookup(PDFName.of('Headers'), PDFArray);
    const own = header.lookup(PDFName.of('ID'), PDFString).decodeText();
    expect(own).toMatch(/^element\d+$/);
    expect(headers.lookup(0, PDFString).decodeText()).toBe(own);
    const leaf = root.lookup(PDFName.of('IDTree'), PDFDict).lookup(PDFName.of('Kids'), PDFArray).lookup(0, PDFDict);
    const names = leaf.lookup(PDFName.of('Names'), PDFArray);
    expect([names.lookup(0, PDFString).decodeText(), names.lookup(2, PDFString).decodeText()]).toEqual([
      'element1',
      'element2',
    ]);
    expect(names.lookup(own === 'element1' ? 1 : 3, PDFDict)).toBe(header);
  });
});

describe('the bytes of a finished PDF', () => {
  it('are the same for the same print', async () => {
    expect(await finishPdf(await printedPdf(), IDENTITY)).toEqual(await finishPdf(await printedPdf(), IDENTITY));
  });

  it('are the same whenever it was printed, and whatever the browser had printed before', async () => {
    const early = await finishPdf(await printedPdf({ clock: 1, nodeNumber: 17 }), IDENTITY);
    const late = await finishPdf(await printedPdf({ clock: 20_000, nodeNumber: 4711 }), IDENTITY);
    expect(Buffer.from(late).equals(early)).toBe(true);
  });

  it('have another id when anything else is different', async () => {
    const idOf = async (identity: PdfIdentity): Promise<string> => {
      const document = await PDFDocument.load(await finishPdf(await printedPdf(), identity), { updateMetadata: false });
      return String(document.context.trailerInfo.ID);
    };
    const ids = [IDENTITY, { ...IDENTITY, title: 'Other' }, { ...IDENTITY, date: '2026-11-21' }].map(idOf);
    expect(new Set(await Promise.all(ids)).size).toBe(3);
  });
});

describe('the content of a finished page', () => {
  it('says the same in fewer words, and is packed', async () => {
    expect(await contentOf(await finishPdf(await printedPdf(), IDENTITY))).toEqual({
      texts: [SHORTER],
      filters: ['/FlateDecode'],
    });
  });

  it('takes fewer bytes than it was printed with', async () => {
    const letters = Array.from({ length: 400 }, (_, index) => `${6.18 + index / 1e5} 0 Td <0051> Tj\n`).join('');
    const printed = await printedPdf({ content: [`BT\n/F4 10 Tf\n1 0 0 -1 37 94 Tm\n${letters}ET\n`] });
    const short = await printedPdf({ content: ['BT\nET\n'] });
    const grown = (await finishPdf(printed, IDENTITY)).length - (await finishPdf(short, IDENTITY)).length;
    expect(grown).toBeLessThan((printed.length - short.length) / 2);
  });

  it('stays as it is where a page has no content, or more than one piece', async () => {
    expect((await contentOf(await finishPdf(await printedPdf({ content: [] }), IDENTITY))).texts).toEqual([]);
    const pieces = [CONTENT, 'q\nQ\n'];
    expect((await contentOf(await finishPdf(await printedPdf({ content: pieces }), IDENTITY))).texts).toEqual(pieces);
  });

  it('is the same when it is finished again', async () => {
    const once = await finishPdf(await printedPdf(), IDENTITY);
    expect(await contentOf(await finishPdf(once, IDENTITY))).toEqual(await contentOf(once));
  });
});

describe('a PDF that cannot be finished', () => {
  it('has another number of bookmarks than its page has headings', async () => {
    await expect(finishPdf(await printedPdf(), { ...IDENTITY, headings: ['Water'] })).rejects.toThrow(
      'The PDF has 3 bookmarks for 1 headings.',
    );
  });

  it('has page content that cannot be read, and could be written wrong', async () => {
    const content = ['BI /W 1 ID \u0000 EI'];
    await expect(finishPdf(await printedPdf({ content }), IDENTITY)).rejects.toThrow('An inline image stands');
  });

  it('is no PDF', async () => {
    await expect(finishPdf(Buffer.from('not a PDF'), IDENTITY)).rejects.toThrow();
  });
});

describe('the bookmarks of a PDF', () => {
  it('are listed each before those below it', async () => {
    const document = await PDFDocument.load(await printedPdf());
    const found = bookmarks(outlineOf(document)).map((item) =>
      item.lookup(PDFName.of('Title'), PDFString).decodeText(),
    );
    expect(found).toEqual(['one', 'two', 'three']);
  });

  it('are none without an outline', () => {
    expect(bookmarks(undefined)).toEqual([]);
  });
});
