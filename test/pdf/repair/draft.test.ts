import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { contentOf } from '../../../src/pdf/page-content.ts';
import { openDraft } from '../../../src/pdf/repair/draft.ts';
import { IDENTITY, sampleDraft, shownContent } from './sample-draft.ts';

/** The content of a page that has it in these pieces. */
async function contentInPieces(...pieces: string[]): Promise<string> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const { context } = document;
  const page = document.addPage();
  const streams = pieces.map((piece) => context.register(context.flateStream(piece)));
  if (streams.length > 0) page.node.set(PDFName.of('Contents'), context.obj(streams));
  return Buffer.from(contentOf(page)).toString('latin1');
}

describe('the content of a page', () => {
  it('is that of all its pieces, in order and with a space between', async () => {
    expect((await contentInPieces('q 1 0 0 1 3', '4 cm', 'Q')).split(/\s+/)).toEqual('q 1 0 0 1 3 4 cm Q '.split(' '));
  });

  it('is nothing for an empty page', async () => {
    expect(await contentInPieces()).toBe('');
  });
});

describe('a draft', () => {
  it('has the operations of every page, to be changed before they are written', async () => {
    const draft = await sampleDraft({ pages: ['q 0 0 1 1 re f Q', '1 w'] });
    expect([...draft.contents.keys()]).toEqual(draft.document.getPages());
    expect([shownContent(draft), shownContent(draft, 1)]).toEqual(['q\n0 0 1 1 re\nf\nQ', '1 w']);
  });

  it('has what the sheet says of itself', async () => {
    const document = await PDFDocument.create();
    expect(openDraft(document, IDENTITY).identity).toBe(IDENTITY);
  });

  it('is not opened on content that cannot be read, and could be written wrong', async () => {
    await expect(sampleDraft({ pages: ['BI /W 1 ID \u0000 EI'] })).rejects.toThrow('An inline image stands');
  });
});
