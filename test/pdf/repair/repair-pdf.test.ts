import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { bookmarks } from '../../../src/pdf/bookmarks.ts';
import { readReadingOrder } from '../../../src/pdf/read-structure.ts';
import { type Draft, openDraft, type PdfIdentity } from '../../../src/pdf/repair/draft.ts';
import { REPAIR_STEPS, repairPdf } from '../../../src/pdf/repair/repair-pdf.ts';
import { UnrepairableError } from '../../../src/pdf/repair/unrepairable.ts';
import { looseObjects } from './loose-objects.ts';
import { drawing, IDENTITY as ENGLISH, type Sample, sampleDraft, saying, shownContent } from './sample-draft.ts';
import { shownTree } from './shown-tree.ts';

const IDENTITY: PdfIdentity = { ...ENGLISH, headings: ['Drinking water'] };

const TREE = `Document <</Lang (en)>> [
  NonStruct [
    H1 [NonStruct [0]]
    P [Strong [NonStruct [1]] NonStruct [2] NonStruct <</Lang (ar)>> [NonStruct [3]] 4]
    L <</A [<</O /List /ListNumbering /Disc>>]>> [LI [Lbl [5] NonStruct [6]]]
    Figure <</Alt (A glass)>> [7]
    P [Link [NonStruct [8] link1]]
    NonStruct [NonStruct [9]]
  ]
  Table [
    TR [TH <</ID (node00000017)>> [NonStruct [10 0@2]] TH]
    TR [TD <</ID (node00000018) /A <</O /Table /Headers [(node00000017)]>>>> [NonStruct [11 1@2]] TD]
  ]
]`;
const border = (mcid: number) => `/P <</MCID ${mcid}>> BDC\n0 41 3 17.0000001 re\nf\nEMC`;
const FOOTER = 'BT\n/F1 9 Tf\n1 0 0 -1 30 760 Tm\n<0041> Tj\nET';
const PAGES = [
  [
    ...[border(4), border(9), saying(0, 'Drinking water'), saying(1, 'Drink')],
    ...[saying(2, ' two'), saying(3, 'كأسين'), saying(5, '-'), saying(6, 'Now')],
    ...[drawing(7, 30, 300, 60, 90), saying(8, '911'), saying(10, 'When'), saying(11, 'Always', [30, 20]), FOOTER],
  ].join('\n'),
  [saying(0, 'When'), saying(1, 'Always'), FOOTER].join('\n'),
];

/** A draft with all that a browser prints: a bookmark, the clock, transparency groups and a list of who claims what. */
async function printedDraft({
  clock = 1,
  nodeNumber = 17,
  ...sample
}: Sample & { clock?: number; nodeNumber?: number } = {}) {
  const tree = TREE.replaceAll(/(?<=node)\d+/g, (id) => String(Number(id) - 17 + nodeNumber).padStart(8, '0'));
  const draft = await sampleDraft({ tree, pages: PAGES, links: ['tel:911'], identity: IDENTITY, ...sample });
  const { document } = draft;
  const { context, catalog } = document;
  document.setCreationDate(new Date(clock * 86_400_000));
  document.setModificationDate(new Date(clock * 86_400_000));
  for (const { node } of document.getPages()) node.set(PDFName.of('Group'), context.obj({ S: 'Transparency' }));
  const title = context.register(context.obj({ Title: PDFString.of('waterDrinking') }));
  catalog.set(PDFName.of('Outlines'), context.register(context.obj({ First: title, Last: title })));
  const parents = context.register(context.obj({ Type: 'ParentTree', Nums: [0, context.register(context.obj([]))] }));
  catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)?.set(PDFName.of('ParentTree'), parents);
  return draft;
}

// As Chromium writes it: without object streams.
const printedPdf = async (sample: Parameters<typeof printedDraft>[0] = {}): Promise<Uint8Array> =>
  (await printedDraft(sample)).document.save({ useObjectStreams: false });

const reopened = async (bytes: Uint8Array): Promise<Draft> =>
  openDraft(await PDFDocument.load(bytes, { updateMetadata: false }), IDENTITY);

describe('a repaired PDF', () => {
  it('has every tag in its place', async () => {
    const draft = await reopened(await repairPdf(await printedPdf(), IDENTITY));
    const wanted = `Document <</Lang (en)>> [
      NonStruct [
        H1 [0]
        P [Strong [1] 2 Span <</Lang (ar)>> [3]]
        L <</A [<</O /List /ListNumbering /Disc>>]>> [LI [Lbl [5] LBody [6]]]
        Figure <</Alt (A glass) /A [<</O /Layout /BBox [30 300 90 390]>>]>> [7]
        P [Link [8 link1]]
      ]
      Table [
        TR [TH <</ID (element1) /A [<</O /Table /Scope /Column>>]>> [10] TH <</A [<</O /Table /Scope /Column>>]>>]
        TR [TD <</ID (element2) /A <</O /Table /Headers [(element1)]>>>> [1@2] TD]
      ]
    ]`;
    expect(shownTree(draft)).toBe(wanted.replaceAll(/\s+/g, ' ').replaceAll(/(\[) | (?=\])/g, '$1'));
  });

  it('claims every piece of its pages once, and nothing else', async () => {
    const draft = await reopened(await repairPdf(await printedPdf(), IDENTITY));
    const marked = [...draft.contents.keys()].flatMap(({ ref }, index) => {
      const numbers = shownContent(draft, index).matchAll(/\/MCID (\d+)>> BDC$/gm);
      return [...numbers].map(([, mcid]) => `${ref.toString()} ${mcid}`);
    });
    const claimed = readReadingOrder(draft.document).map(({ page, mcid }) => `${page} ${mcid}`);
    expect(claimed.sort()).toEqual(marked.sort());
    expect(marked).toHaveLength(10);
  });

  it('has what programs look for, in the document, its tags and its pages', async () => {
    const { document } = await reopened(await repairPdf(await printedPdf(), IDENTITY));
    const keys = (dict: PDFDict) => dict.keys().map((key) => key.decodeText());
    expect(keys(document.catalog)).toEqual(
      expect.arrayContaining(['Lang', 'Metadata', 'Outlines', 'OutputIntents', 'StructTreeRoot', 'ViewerPreferences']),
    );
    const root = document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
    expect(keys(root)).toEqual(expect.arrayContaining(['ParentTree', 'ParentTreeNextKey', 'RoleMap']));
    for (const { node } of document.getPages()) {
      expect(keys(node)).toEqual(expect.arrayContaining(['StructParents', 'Tabs']));
      expect(keys(node)).not.toContain('Group');
    }
  });

  it('carries the title of the sheet and the date of its edition, and names the press', async () => {
    const { document } = await reopened(await repairPdf(await printedPdf(), IDENTITY));
    expect(document.getTitle()).toBe('Drinking water');
    expect(document.catalog.getOrCreateViewerPreferences().getDisplayDocTitle()).toBe(true);
    expect([document.getProducer(), document.getCreator()]).toEqual(['handout-press', 'handout-press']);
    expect(document.getCreationDate()).toEqual(new Date('2026-11-20T00:00:00Z'));
    expect(document.getModificationDate()).toEqual(new Date('2026-11-20T00:00:00Z'));
  });

  it('has the headings as bookmarks', async () => {
    const { document } = await reopened(await repairPdf(await printedPdf(), IDENTITY));
    const items = bookmarks(document.catalog.lookup(PDFName.of('Outlines'), PDFDict));
    expect(items.map((item) => item.lookup(PDFName.of('Title'), PDFHexString).decodeText())).toEqual(IDENTITY.headings);
  });

  it('has no object that nothing leads to, and lacks none', async () => {
    const draft = await printedDraft();
    for (const [, step] of REPAIR_STEPS) step(draft);
    expect(looseObjects(draft.document)).toEqual([]);
  });

  it('has the same content and the same tags when its pages are repaired again', async () => {
    const once = await printedDraft();
    const names = ['artifacts', 'empty elements', 'foreign spans', 'wrapped content', 'roles', 'shorter content'];
    const steps = REPAIR_STEPS.filter(([name]) => names.includes(name)).map(([, step]) => step);
    expect(steps).toHaveLength(names.length);
    const repaired = () => {
      for (const step of steps) step(once);
      return [shownTree(once), shownContent(once), shownContent(once, 1)];
    };
    expect(repaired()).toEqual(repaired());
  });
});

describe('the bytes of a repaired PDF', () => {
  it('are the same for the same print', async () => {
    const [one, other] = [await repairPdf(await printedPdf(), IDENTITY), await repairPdf(await printedPdf(), IDENTITY)];
    expect(Buffer.from(one).equals(other)).toBe(true);
  });

  it('are the same whenever it was printed, and whatever the browser had printed before', async () => {
    const early = await repairPdf(await printedPdf({ clock: 1, nodeNumber: 17 }), IDENTITY);
    const late = await repairPdf(await printedPdf({ clock: 20_000, nodeNumber: 4711 }), IDENTITY);
    expect(Buffer.from(late).equals(early)).toBe(true);
  });

  it('have another id when anything else is different', async () => {
    const identities: Partial<PdfIdentity>[] = [
      {},
      { title: 'Other' },
      { date: '2026-11-21' },
      { lang: 'es' },
      { isTwoSided: false },
      { headings: ['Water'] },
    ];
    const ids = identities.map(async (changes) => {
      const { document } = await reopened(await repairPdf(await printedPdf(), { ...IDENTITY, ...changes }));
      return String(document.context.trailerInfo.ID);
    });
    expect(new Set(await Promise.all(ids)).size).toBe(identities.length);
  });

  it('are fewer than were printed', async () => {
    const letters = Array.from({ length: 400 }, (_, index) => `${5 + index / 1e6} 0 Td <0051> Tj\n`).join('');
    const long = saying(1, 'Drink').replace('ET', `${letters}ET`);
    const printed = await printedPdf({ pages: [PAGES[0]?.replace(saying(1, 'Drink'), long) ?? '', PAGES[1] ?? ''] });
    const short = await printedPdf();
    const grown = (await repairPdf(printed, IDENTITY)).length - (await repairPdf(short, IDENTITY)).length;
    expect(grown).toBeLessThan((printed.length - short.length) / 2);
  });
});

describe('a PDF that cannot be repaired', () => {
  it('is refused in words: it has another number of bookmarks than its page has headings', async () => {
    const error = new UnrepairableError('The PDF has 1 bookmarks for 2 headings.');
    await expect(repairPdf(await printedPdf(), { ...IDENTITY, headings: ['Water', 'Help'] })).rejects.toThrow(error);
  });

  it.each([
    ['tags', { tree: undefined }, 'The PDF has no tags.'],
    ['a description of its picture', { tree: 'Figure [7]' }, 'The PDF has a picture without a description.'],
    ['a known type', { tree: 'Marquee [0]' }, 'The PDF has an element of the unknown type "Marquee".'],
    ['words of its link', { tree: 'Link [7 link1]' }, 'The PDF has a link without words, to tel:911.'],
    ['a cell', { tree: 'Table [TR [TD [0] TD] TR [TD [1]]]' }, 'The PDF has a table with rows of 2 and 1 cells.'],
  ])('is refused in words: it lacks %s', async (_case, sample, message) => {
    const document = await printedDraft({ ...sample }).then((draft) => draft.document.save());
    await expect(repairPdf(document, IDENTITY)).rejects.toThrow(new UnrepairableError(message));
  });

  it('has page content that cannot be read, and could be written wrong', async () => {
    const { document } = await printedDraft();
    const { node } = document.getPage(0);
    node.set(PDFName.of('Contents'), document.context.register(document.context.flateStream('BI /W 1 ID \u0000 EI')));
    await expect(repairPdf(await document.save(), IDENTITY)).rejects.toThrow('An inline image stands');
  });

  it('is no PDF', async () => {
    await expect(repairPdf(Buffer.from('not a PDF'), IDENTITY)).rejects.toThrow();
  });
});
