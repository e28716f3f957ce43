import { PDFDict, PDFDocument, PDFHexString, PDFName, type PDFPage, PDFString } from '@cantoo/pdf-lib';
import { bookmarks } from './bookmarks.ts';
import { parseContentStream } from './content-stream.ts';
import { FontReader, type PdfFont } from './read-fonts.ts';
import { contentOf } from './page-content.ts';
import { joinRuns, type PageText, readPageText } from './read-page-text.ts';
import { readReadingOrder } from './read-structure.ts';

/** What a finished PDF really holds, read from its bytes. */
export interface PdfFacts {
  pages: number;
  title: string;
  lang: string;
  isTagged: boolean;
  /** Titles of the outline (bookmarks). */
  outline: string[];
  /** Tagged text in reading order. */
  text: string;
  /** Untagged text of each page: the footers. */
  footers: string[];
  /** Addresses of the links. */
  links: string[];
  fonts: Pick<PdfFont, 'name' | 'isEmbedded' | 'isType3'>[];
  missingGlyphs: number;
  unreadableGlyphs: number;
}

/**
 * Reads a PDF back.
 * @param isRtl tells the direction of a language; unknown languages are left-to-right
 */
export async function readPdfFacts(bytes: Uint8Array, isRtl: (lang: string) => boolean): Promise<PdfFacts> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Infinity });
  const fonts = new FontReader(document);
  const pages = document.getPages();
  const texts = new Map(pages.map((page) => [page.ref.toString(), readPage(page, fonts)]));
  const lang = document.catalog.lookupMaybe(PDFName.of('Lang'), PDFString, PDFHexString)?.decodeText() ?? '';
  const text = readReadingOrder(document)
    .map((piece) => joinRuns(texts.get(piece.page)?.marked.get(piece.mcid) ?? [], isRtl(piece.lang)))
    .join('\n');
  const all = [...texts.values()];
  return {
    pages: pages.length,
    title: document.getTitle() ?? '',
    lang,
    isTagged:
      document.catalog.lookupMaybe(PDFName.of('MarkInfo'), PDFDict)?.get(PDFName.of('Marked'))?.toString() === 'true',
    outline: readOutline(document),
    text,
    footers: all.map(({ unmarked }) => joinRuns(unmarked, isRtl(lang))),
    links: pages.flatMap(readLinks),
    fonts: fonts.all.map(({ name, isEmbedded, isType3 }) => ({ name, isEmbedded, isType3 })),
    missingGlyphs: sum(all.map(({ missingGlyphs }) => missingGlyphs)),
    unreadableGlyphs: sum(all.map(({ unreadableGlyphs }) => unreadableGlyphs)),
  };
}

function readPage(page: PDFPage, fonts: FontReader): PageText {
  return readPageText(parseContentStream(contentOf(page)), fonts.fontsOf(page.node.Resources()));
}

function readLinks(page: PDFPage): string[] {
  const annotations = page.node.Annots();
  return (annotations?.asArray() ?? []).flatMap((_, index) => {
    const action = annotations?.lookup(index, PDFDict).lookupMaybe(PDFName.of('A'), PDFDict);
    const uri = action?.lookupMaybe(PDFName.of('URI'), PDFString, PDFHexString);
    return uri ? [uri.decodeText()] : [];
  });
}

function readOutline(document: PDFDocument): string[] {
  const items = bookmarks(document.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict));
  return items.map((item) => item.lookup(PDFName.of('Title'), PDFString, PDFHexString).decodeText());
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
