import { PDFDict, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import type { PdfIdentity } from '../../../src/pdf/repair/draft.ts';
import { setInformation, setViewing } from '../../../src/pdf/repair/information.ts';
import { writeXmp } from '../../../src/pdf/repair/xmp.ts';
import { draftAfter } from './sample-draft.ts';
import { tidy } from './shown-tree.ts';

const ARABIC = { title: 'شرب الماء', lang: 'ar', dir: 'rtl' } as const;

describe('the information of a PDF', () => {
  it('has the title of the sheet, which viewers show, and names the press', async () => {
    const { document } = await draftAfter(setInformation, { identity: ARABIC });
    expect(document.getTitle()).toBe('شرب الماء');
    expect(document.catalog.getOrCreateViewerPreferences().getDisplayDocTitle()).toBe(true);
    expect([document.getProducer(), document.getCreator()]).toEqual(['handout-press', 'handout-press']);
  });

  it('has the language of the sheet', async () => {
    const { document } = await draftAfter(setInformation, { identity: { lang: 'zh-Hant' } });
    expect(document.catalog.lookup(PDFName.of('Lang'), PDFString).decodeText()).toBe('zh-Hant');
  });

  it('has no date but that of its edition', async () => {
    const { document } = await draftAfter(setInformation, {});
    const info = tidy(document.context.lookup(document.context.trailerInfo.Info, PDFDict));
    expect(info.match(/\(D:[^)]*\)/g)).toEqual(['(D:20261120000000Z)', '(D:20261120000000Z)']);
    expect(document.getCreationDate()).toEqual(new Date('2026-11-20T00:00:00Z'));
  });

  it('says the same as XMP, in a stream that programs find without unpacking', async () => {
    const { document } = await draftAfter(setInformation, { identity: ARABIC });
    const stream = document.catalog.lookup(PDFName.of('Metadata'));
    if (!(stream instanceof PDFRawStream)) throw new Error('There is no XMP.');
    expect(tidy(stream.dict)).toBe('<</Type /Metadata /Subtype /XML>>');
    expect(Buffer.from(stream.contents).toString('utf8')).toBe(
      writeXmp({ title: 'شرب الماء', lang: 'ar', date: '2026-11-20', producer: 'handout-press' }),
    );
  });
});

/** How a viewer is told to show a document. */
const viewing = async (identity: Partial<PdfIdentity>) => {
  const { document } = await draftAfter(setViewing, { identity });
  return tidy(document.catalog.lookup(PDFName.of('ViewerPreferences')));
};

describe('a viewer', () => {
  it.each([
    ['on both sides of the paper', { isTwoSided: true }, '<</DisplayDocTitle true /Duplex /DuplexFlipLongEdge>>'],
    ['on one side of the paper only', { isTwoSided: false }, '<</DisplayDocTitle true>>'],
    ['whatever the direction of its language', { dir: 'rtl', isTwoSided: false }, '<</DisplayDocTitle true>>'],
  ] as const)('shows the title, and prints %s', async (_case, identity, expected) => {
    expect(await viewing(identity)).toBe(expected);
  });

  it('goes from link to link in the order of reading, on every page', async () => {
    const { document } = await draftAfter(setViewing, {});
    expect(document.getPages().map(({ node }) => tidy(node.get(PDFName.of('Tabs'))))).toEqual(['/S', '/S']);
  });

  it('is told the same when it is told again', async () => {
    const draft = await draftAfter(setViewing, {});
    const told = () => tidy(draft.document.catalog.lookup(PDFName.of('ViewerPreferences')));
    const once = told();
    setViewing(draft);
    expect(told()).toBe(once);
  });
});
