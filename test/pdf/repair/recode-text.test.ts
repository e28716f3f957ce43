import { decodePDFRawStream, PDFDict, PDFName, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { FontReader } from '../../../src/pdf/read-fonts.ts';
import { joinRuns, readPageText } from '../../../src/pdf/read-page-text.ts';
import { type Draft, openDraft } from '../../../src/pdf/repair/draft.ts';
import { recodeText } from '../../../src/pdf/repair/recode-text.ts';
import { looseObjects } from './loose-objects.ts';
import { type Sample, sampleDraft, saying, shownContent } from './sample-draft.ts';
import { addFonts, fontsOfPage, type SampleFont, type WrittenSampleFont } from './sample-fonts.ts';

const KHMER: SampleFont = { script: 'khmer', letters: 'កខគ្រូ', name: 'AAAAAA+NotoSansKhmer-Regular' };
const ARABIC: SampleFont = { script: 'arabic', letters: 'ابسم', name: 'BAAAAA+NotoSansArabic-Regular' };

/** A draft on pages that draw with fonts of the press, after its text was recoded. */
async function recoded(
  fonts: readonly SampleFont[],
  draw: (...fonts: WrittenSampleFont[]) => string[],
  sample: Sample = {},
): Promise<Draft> {
  const count = draw(...fonts.map(() => ({ codeOf: () => '0000' }))).length;
  const blank = await sampleDraft({ ...sample, pages: Array.from({ length: count }, () => '') });
  const pages = draw(...(await addFonts(blank, fonts)));
  const { context } = blank.document;
  blank.document.getPages().forEach((page, index) => {
    context.assign(page.node.get(PDFName.of('Contents')) as PDFRef, context.flateStream(pages[index] ?? ''));
  });
  const draft = openDraft(blank.document, blank.identity);
  recodeText(draft);
  return draft;
}

/** A text object of marked content: letters by font, code and place. */
const text = (mcid: number, ...letters: string[]): string =>
  `/P <</MCID ${mcid}>> BDC\nBT\n1 0 0 -1 30 50 Tm\n${letters.join('\n')}\nET\nEMC`;
const span = (said: string, ...letters: string[]): string =>
  `/Span <</ActualText <feff${Buffer.from(said, 'utf16le').swap16().toString('hex')}>>> BDC\n${letters.join('\n')}\nEMC`;
const reversed = (...letters: string[]): string => `/ReversedChars BMC\n${letters.join('\n')}\nEMC`;

/** What a page says by the codes of its glyphs alone. */
function textOf(draft: Draft, isRtl = false, index = 0): string {
  const [page, operations] = [...draft.contents][index] ?? [];
  const fonts = new FontReader(draft.document).fontsOf(page?.node.Resources());
  const { marked, unreadableGlyphs, missingGlyphs } = readPageText(operations ?? [], fonts);
  expect([unreadableGlyphs, missingGlyphs]).toEqual([0, 0]);
  return [...marked.values()].map((runs) => joinRuns(runs, isRtl)).join('|');
}

function mapsOf({ document: { context } }: Draft): string[] {
  return context.enumerateIndirectObjects().flatMap(([, object]) => {
    const map = object instanceof PDFDict ? object.lookup(PDFName.of('ToUnicode')) : undefined;
    return map instanceof PDFRawStream ? [Buffer.from(decodePDFRawStream(map).decode()).toString('latin1')] : [];
  });
}

const drawn = (khmer: WrittenSampleFont): string[] => [
  text(
    0,
    '/F4 10 Tf',
    span('គ្រូ', `<${khmer.codeOf('គ')}> Tj`, `6 0 Td <${khmer.codeOf('ូ')}> Tj`),
    `7 0 Td <${khmer.codeOf('ក')}> Tj`,
  ),
];

describe('the text of a page', () => {
  it('is said by the codes of its glyphs, without ActualText', async () => {
    const draft = await recoded([KHMER], drawn);
    expect(shownContent(draft)).not.toContain('ActualText');
    expect(textOf(draft)).toBe('គ្រូក');
  });

  it('is drawn with one font of each weight, and the others leave the file', async () => {
    const bold = { ...KHMER, name: 'CAAAAA+NotoSansKhmer-Bold' };
    const draft = await recoded([KHMER, ARABIC, bold], (khmer, arabic, strong) => [
      text(
        0,
        `/F4 10 Tf <${khmer.codeOf('ក')}> Tj`,
        `/F5 10 Tf 7 0 Td <${arabic.codeOf('س')}> Tj`,
        `/F6 10 Tf 9 0 Td <${strong.codeOf('ខ')}> Tj`,
      ),
    ]);
    expect(textOf(draft)).toBe('កسខ');
    expect(Object.keys(fontsOfPage(draft))).toEqual(['F4', 'F6']);
    expect(looseObjects(draft.document)).toEqual([]);
  });

  it('is drawn without a font that says nothing any more', async () => {
    const bold = { ...ARABIC, name: 'CAAAAA+NotoSansArabic-Bold' };
    const draft = await recoded([KHMER, bold], (khmer) => [text(0, `/F4 10 Tf <${khmer.codeOf('ក')}> Tj`)]);
    expect(fontsOfPage(draft)).toEqual({ F4: KHMER.name });
    expect(looseObjects(draft.document)).toEqual([]);
  });

  it('has a row in ToUnicode for the codes that are used, and none that says nothing', async () => {
    const [map = ''] = mapsOf(await recoded([KHMER], drawn));
    expect(map.match(/^<[0-9a-f]{4}> <[0-9a-f]+>$/gm)?.map((row) => row.slice(8, -1))).toEqual([
      '17d2179a17bc',
      '1782',
      '1780',
    ]);
  });

  it('is in the order of reading, in the direction of the language it is in', async () => {
    const words = (arabic: WrittenSampleFont, mcid: number) =>
      text(
        mcid,
        '/F4 10 Tf',
        reversed(`<${arabic.codeOf('ا')}> Tj`),
        `5 0 Td <${arabic.codeOf('ب')}> Tj`,
        reversed(`5 0 Td <${arabic.codeOf('م')}> Tj`),
      );
    const sample: Sample = {
      tree: 'Document <</Lang (ar)>> [P [0] P <</Lang (en)>> [1]]',
      identity: { lang: 'ar', dir: 'rtl' },
    };
    const draft = await recoded([ARABIC], (arabic) => [`${words(arabic, 0)}\n${words(arabic, 1)}`], sample);
    // The letter between them is drawn as if it were Latin.
    expect(textOf(draft)).toBe('مبا|ابم');
  });

  it('is the same with the same bytes every time', async () => {
    const bytes = async () =>
      Buffer.from(await (await recoded([KHMER, ARABIC], drawn)).document.save()).toString('hex');
    expect(await bytes()).toBe(await bytes());
  });
});

describe('text in a font of another kind than Chromium writes', () => {
  it('stays as it was printed', async () => {
    const pages = [saying(0, 'Water')];
    const draft = await sampleDraft({ pages });
    const before = shownContent(draft);
    recodeText(draft);
    expect(shownContent(draft)).toBe(before);
  });

  it('has no glyph that says U+0000, U+FEFF or U+FFFE: a word joiner is not seen and ends no word', async () => {
    const draft = await sampleDraft({ pages: [saying(0, 'Water')] });
    const { context } = draft.document;
    const map = '4 beginbfchar\n<0001> <0000>\n<0002> <FEFF>\n<0003> <fffe>\n<0004> <0041>\nendbfchar';
    context.register(context.obj({ Type: 'Font', ToUnicode: context.register(context.flateStream(map)) }));
    recodeText(draft);
    expect(mapsOf(draft)).toContain(
      '4 beginbfchar\n<0001> <2060>\n<0002> <2060>\n<0003> <2060>\n<0004> <0041>\nendbfchar',
    );
  });

  it('stays as it was printed where something unknown stands in a text object', async () => {
    const draft = await recoded([KHMER], (khmer) => [text(0, `/F4 10 Tf 2 Tr <${khmer.codeOf('ក')}> Tj`)]);
    expect(shownContent(draft)).toContain('2 Tr');
    expect(fontsOfPage(draft)).toEqual({ F4: KHMER.name });
  });
});
