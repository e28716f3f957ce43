import { decodePDFRawStream, PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { contentOf } from '../../../src/pdf/page-content.ts';
import { type Draft, openDraft } from '../../../src/pdf/repair/draft.ts';
import { shortenContent, writeContents } from '../../../src/pdf/repair/page-content.ts';
import { looseObjects } from './loose-objects.ts';
import { draftAfter, IDENTITY, sampleDraft, shownContent } from './sample-draft.ts';
import { tidy } from './shown-tree.ts';

/** A page's content as Chromium writes it: a box, two letters side by side, and a third in another text object. */
const PRINTED =
  'q\n6.5 2.5 13.0000001 8.6999998 re\nf\nBT\n/F1 10 Tf\n1 0 0 -1 37 94 Tm\n<0051> Tj\n5 0 Td <0052> Tj\nET\n' +
  'BT\n/F1 10 Tf\n1 0 0 -1 37 94 Tm\n10 0 Td <0053> Tj\nET\nQ';
const SHORTER =
  'q\n6.5 2.5 13 8.7 re\nf\nBT\n/F1 10 Tf\n1 0 0 -1 37 94 Tm\n<00510052> Tj\n/F1 10 Tf\n10 0 Td\n<0053> Tj\nET\nQ';

const fileContent = ({ document }: Draft): string[] =>
  document.getPages().map((page) => Buffer.from(contentOf(page)).toString('latin1').trimEnd());

describe('what the pages show', () => {
  it('is said in fewer words, on every page', async () => {
    const draft = await draftAfter(shortenContent, { pages: [PRINTED, PRINTED] });
    expect([shownContent(draft), shownContent(draft, 1)]).toEqual([SHORTER, SHORTER]);
    expect(fileContent(draft)).toEqual([PRINTED, PRINTED]);
  });

  it('is said in no fewer words when it was said so before', async () => {
    const draft = await draftAfter(shortenContent, { pages: [SHORTER] });
    expect(shownContent(draft)).toBe(SHORTER);
  });

  it('keeps letters of fonts the page does not have where they are', async () => {
    const pages = [PRINTED.replace('/F1', '/F9')];
    const draft = await draftAfter(shortenContent, { pages });
    expect(shownContent(draft)).toContain('<0051> Tj\n5 0 Td\n<0052> Tj');
  });
});

describe('what the steps made of the pages', () => {
  it('is put back in the place of what was printed, packed', async () => {
    const draft = await sampleDraft({ pages: [PRINTED, 'q\nQ'] });
    const [page] = draft.document.getPages();
    const ref = page?.node.get(PDFName.of('Contents'));
    shortenContent(draft);
    writeContents(draft);
    expect(fileContent(draft)).toEqual([SHORTER, 'q\nQ']);
    expect(page?.node.get(PDFName.of('Contents'))).toBe(ref);
    const stream = page?.node.Contents();
    if (!(stream instanceof PDFRawStream)) throw new Error('The page has no content.');
    expect(tidy(stream.dict)).toMatch(/^<<\/Filter \/FlateDecode\b/);
    expect(Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')).toBe(SHORTER);
    expect(looseObjects(draft.document)).toEqual([]);
  });

  it('gives the same bytes every time', async () => {
    const draft = await sampleDraft({ pages: [PRINTED] });
    const bytes = () => {
      writeContents(draft);
      const stream = draft.document.getPage(0).node.Contents();
      return stream instanceof PDFRawStream ? Buffer.from(stream.contents).toString('hex') : '';
    };
    expect(bytes()).toBe(bytes());
  });

  it('is put into a page that had nothing', async () => {
    const printed = await sampleDraft({ pages: [''] });
    printed.document.getPage(0).node.delete(PDFName.of('Contents'));
    const draft = openDraft(printed.document, IDENTITY);
    for (const page of draft.contents.keys()) draft.contents.set(page, [{ operator: 'q', operands: [] }]);
    writeContents(draft);
    expect(fileContent(draft)).toEqual(['q']);
  });
});

describe('a page whose content is in pieces', () => {
  const inPieces = async (isArrayOfItsOwn: boolean): Promise<Draft> => {
    const { document } = await sampleDraft({ pages: ['q 1 0 0 1 3 4 cm'] });
    const { context } = document;
    const { node } = document.getPage(0);
    const pieces = context.obj([node.get(PDFName.of('Contents')), context.register(context.flateStream('Q'))]);
    node.set(PDFName.of('Contents'), isArrayOfItsOwn ? context.register(pieces) : pieces);
    return openDraft(document, IDENTITY);
  };

  it.each([
    ['of the page', false],
    ['of the file', true],
  ])('has it in one, where the pieces were a list %s', async (_case, isArrayOfItsOwn) => {
    const draft = await inPieces(isArrayOfItsOwn);
    writeContents(draft);
    expect(fileContent(draft)).toEqual(['q\n1 0 0 1 3 4 cm\nQ']);
    expect(draft.document.getPage(0).node.get(PDFName.of('Contents'))).toBeInstanceOf(PDFRef);
  });

  it('leaves no piece in the file', async () => {
    const draft = await inPieces(false);
    writeContents(draft);
    expect(looseObjects(draft.document)).toEqual([]);
  });
});
