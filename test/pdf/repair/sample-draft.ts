import { PDFDict, PDFDocument, PDFName, PDFNumber, type PDFObject, PDFObjectParser, PDFString } from '@cantoo/pdf-lib';
import { type Draft, openDraft, type PdfIdentity, type RepairStep } from '../../../src/pdf/repair/draft.ts';
import { writeContentStream } from '../../../src/pdf/write-content-stream.ts';
import { readTree, type SampleKid } from './sample-tree.ts';

/** What a sample PDF is made of. */
export interface Sample {
  /** Its structure tree, as {@link readTree} reads it; without one it has no tags. */
  tree?: string;
  /** Content of each page; two pages without any if nothing is said. */
  pages?: readonly string[];
  /** Addresses of its links, whose annotations are all on the first page. */
  links?: readonly string[];
  identity?: Partial<PdfIdentity>;
}

export const IDENTITY: PdfIdentity = {
  title: 'Drinking water',
  lang: 'en',
  dir: 'ltr',
  date: '2026-11-20',
  headings: [],
  margins: { above: 23.25, below: 35.25 },
  isTwoSided: true,
};

/** A font whose letters stand for the character of their code. */
const TO_UNICODE = '2 beginbfrange\n<0020> <007e> <0020>\n<0600> <06ff> <0600>\nendbfrange';

/**
 * A draft on a small PDF that is tagged as Chromium tags (headless shell 147): only elements with content of their own
 * name a page, that of their first piece, and numbers alone are content of that page.
 */
export async function sampleDraft({ tree, pages = ['', ''], links = [], identity }: Sample = {}): Promise<Draft> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const { context } = document;
  const stream = (text: string) => context.register(context.flateStream(Buffer.from(text, 'latin1')));
  const letters = [{ Type: 'Font', Subtype: 'CIDFontType2', DW: 500 }];
  const font = { Type: 'Font', Subtype: 'Type0', DescendantFonts: letters, ToUnicode: stream(TO_UNICODE) };
  const fonts = context.obj({ Font: { F1: context.register(context.obj(font)) } });
  for (const content of pages) {
    const { node } = document.addPage([612, 792]);
    node.set(PDFName.of('Contents'), stream(content));
    node.set(PDFName.of('Resources'), fonts);
  }
  const annotations = links.map((uri): PDFObject => {
    return context.register(context.obj({ Type: 'Annot', Subtype: 'Link', A: { S: 'URI', URI: PDFString.of(uri) } }));
  });
  if (links.length > 0) document.getPage(0).node.set(PDFName.of('Annots'), context.obj(annotations));
  if (tree !== undefined) writeTree(document, readTree(tree), annotations);
  return openDraft(document, { ...IDENTITY, ...identity });
}

function writeTree(document: PDFDocument, top: readonly SampleKid[], annotations: readonly PDFObject[]): void {
  const { context } = document;
  const pages = document.getPages().map(({ ref }) => ref);
  const write = (element: PDFDict, kids: readonly SampleKid[]): PDFObject => {
    const ref = context.register(element);
    const page = kids.find((kid) => 'mcid' in kid)?.page;
    const firstPage = page === undefined ? undefined : pages[page - 1];
    if (firstPage) element.set(PDFName.of('Pg'), firstPage);
    const below = kids.map((kid): PDFObject => {
      if ('link' in kid) return context.obj({ Type: 'OBJR', Obj: annotations[kid.link - 1], Pg: pages[0] });
      if ('mcid' in kid && kid.page === page) return PDFNumber.of(kid.mcid);
      if ('mcid' in kid) return context.obj({ Type: 'MCR', Pg: pages[kid.page - 1], MCID: kid.mcid });
      const dict = context.obj({ Type: 'StructElem', S: kid.type, P: ref });
      const entries = PDFObjectParser.forBytes(Buffer.from(kid.entries), context).parseObject();
      if (entries instanceof PDFDict) entries.entries().forEach(([key, value]) => dict.set(key, value));
      return write(dict, kid.kids);
    });
    const [first, second] = below;
    if (first) element.set(PDFName.of('K'), second ? context.obj(below) : first);
    return ref;
  };
  document.catalog.set(PDFName.of('StructTreeRoot'), write(context.obj({ Type: 'StructTreeRoot' }), top));
}

/** The draft of a sample, after a step. */
export async function draftAfter(step: RepairStep, sample: Sample): Promise<Draft> {
  const draft = await sampleDraft(sample);
  step(draft);
  return draft;
}

/** What a page of a draft draws, one operation to a line. */
export function shownContent({ contents }: Draft, index = 0): string {
  return Buffer.from(writeContentStream([...contents.values()][index] ?? [])).toString('latin1');
}

/** Marked content that says something. */
export function saying(mcid: number, text: string, [x, y] = [30, 50]): string {
  const codes = Buffer.from(text, 'utf16le').swap16().toString('hex');
  return `/P <</MCID ${mcid}>> BDC\nBT\n/F1 10 Tf\n1 0 0 -1 ${x} ${y} Tm\n<${codes}> Tj\nET\nEMC`;
}

/** Marked content of a drawing: a rectangle by its corner, width and height. */
export function drawing(mcid: number, ...rectangle: [number, number, number, number]): string {
  return `/Figure <</MCID ${mcid}>> BDC\n${rectangle.join(' ')} re\nf\nEMC`;
}
