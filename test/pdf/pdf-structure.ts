import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFString,
} from '@cantoo/pdf-lib';
import { comparable } from '../../src/html/compare-texts.ts';
import { parseContentStream } from '../../src/pdf/content-stream.ts';
import { contentOf } from '../../src/pdf/page-content.ts';
import { FontReader } from '../../src/pdf/read-fonts.ts';
import { joinRuns, type Run, readPageText } from '../../src/pdf/read-page-text.ts';
import { type Box, BULLETS, type Part, wordsOf } from './outline.ts';

/** What structure types (ISO 32000-1, 14.8.4) are in an outline; those that are not here keep their names. */
const KINDS: Record<string, string> = {
  Document: 'group',
  Part: 'group',
  Sect: 'group',
  Div: 'group',
  NonStruct: 'group',
  Span: 'group',
  LBody: 'group',
  THead: 'group',
  TBody: 'group',
  P: 'p',
  L: 'list',
  LI: 'item',
  Lbl: 'label',
  Table: 'table',
  TR: 'row',
  TH: 'head',
  TD: 'cell',
  Figure: 'figure',
  Link: 'link',
  // Of PDF 2.0; in ours, the role map calls them spans.
  Strong: 'strong',
  Em: 'em',
};

/**
 * Reads what a PDF says by its structure tree, as a program does that reads it to someone.
 * @param isRtl tells the direction of a language
 */
export async function readPdfStructure(bytes: Uint8Array, isRtl: (lang: string) => boolean): Promise<Box> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  return new StructureReader(document, isRtl).read(textOf(document.catalog.lookup(PDFName.of('Lang'))) ?? '');
}

class StructureReader {
  readonly #document: PDFDocument;
  readonly #isRtl: (lang: string) => boolean;
  readonly #root: PDFDict;
  /** Text of each page by its marks. */
  readonly #texts: Map<PDFObject, ReadonlyMap<number, Run[]>>;
  /** Text and annotations no element has named so far. */
  readonly #unread: Set<Run[]>;
  readonly #annotations: Set<PDFDict>;
  readonly #heads = new Map<string, Box>();
  readonly #cells: { cell: Box; heads: string[] }[] = [];

  constructor(document: PDFDocument, isRtl: (lang: string) => boolean) {
    this.#document = document;
    this.#isRtl = isRtl;
    this.#root = document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
    const fonts = new FontReader(document);
    const pages = document.getPages();
    this.#texts = new Map(
      pages.map((page) => {
        const operations = parseContentStream(contentOf(page));
        return [page.ref, readPageText(operations, fonts.fontsOf(page.node.Resources())).marked];
      }),
    );
    this.#unread = new Set([...this.#texts.values()].flatMap((texts) => [...texts.values()]));
    this.#annotations = new Set(pages.flatMap(({ node }) => dictsIn(node.Annots())));
  }

  read(lang: string): Box {
    const parts = this.#kids(this.#root, lang);
    for (const { cell, heads } of this.#cells) {
      const words = heads.map((id) => wordsOf(this.#heads.get(id) ?? { words: `no ${id}`, lang }));
      cell.about = words.join('').trim() || undefined;
    }
    return { kind: 'group', parts: [...parts, ...this.#leftOver(lang)] };
  }

  #kids(element: PDFDict, lang: string): Part[] {
    return kidsOf(element).flatMap((kid) => this.#kid(kid, element, lang));
  }

  #kid(kid: PDFObject, above: PDFDict, lang: string): Part[] {
    const value = this.#document.context.lookup(kid);
    const page = above.get(PDFName.of('Pg'));
    if (value instanceof PDFNumber) return [this.#content(value, page, lang)];
    if (!(value instanceof PDFDict)) return [];
    const [mcid, ownPage] = [value.get(PDFName.of('MCID')), value.get(PDFName.of('Pg'))];
    if (mcid instanceof PDFNumber) return [this.#content(mcid, ownPage ?? page, lang)];
    // Annotations are no words; their element reads them.
    return value.has(PDFName.of('Obj')) ? [] : [this.#element(value, lang)];
  }

  #content(mcid: PDFNumber, page: PDFObject | undefined, lang: string): Part {
    const texts = page && this.#texts.get(page);
    if (!texts) return { words: '[content of no page]', lang };
    const runs = texts.get(mcid.asNumber()) ?? [];
    this.#unread.delete(runs);
    // Two pieces may be of two lines.
    return { words: `${joinRuns(runs, this.#isRtl(lang))} `, lang };
  }

  #element(element: PDFDict, inherited: string): Box {
    const type = element.lookup(PDFName.of('S'), PDFName).decodeText();
    // Words in an element without a meaning are as if they stood in the one around it (ISO 32000-1, 14.8.4.2).
    const isNothing = type === 'NonStruct' && hasContent(element);
    const lang = (isNothing ? undefined : textOf(element.lookup(PDFName.of('Lang')))) ?? inherited;
    const kind = this.#kindOf(type);
    const box: Box = { kind, parts: this.#kids(element, lang) };
    const attribute = (name: string) => attributeOf(element, name);
    if (kind === 'figure') box.parts = [{ words: textOf(element.lookup(PDFName.of('Alt'))) ?? '', lang }];
    else if (kind === 'link') box.about = this.#leadsTo(element, box);
    else if (kind === 'list') box.about = nameOf(attribute('ListNumbering'));
    else if (kind === 'head') {
      box.about = nameOf(attribute('Scope')) ?? 'of nothing';
      this.#heads.set(textOf(element.lookup(PDFName.of('ID'))) ?? '', box);
    } else if (kind === 'cell') {
      const ids = attribute('Headers');
      const heads = ids instanceof PDFArray ? ids.asArray().map((id) => textOf(id) ?? '') : [];
      this.#cells.push({ cell: box, heads });
    } else if (kind === 'label' && box.parts.length > 0 && comparable(wordsOf(box)) === '') {
      const list = element.lookup(PDFName.of('P'), PDFDict).lookup(PDFName.of('P'), PDFDict);
      box.parts = [{ words: BULLETS[nameOf(attributeOf(list, 'ListNumbering')) ?? ''] ?? 'drawn', lang }];
    }
    return box;
  }

  #kindOf(type: string): string {
    const roles = this.#root.lookupMaybe(PDFName.of('RoleMap'), PDFDict);
    const role = roles?.lookupMaybe(PDFName.of(type), PDFName)?.decodeText();
    const standard = type in KINDS || role === undefined ? type : role;
    return KINDS[standard] ?? standard.replace(/^H(?=\d$)/, 'h');
  }

  /** Where the annotations of a link lead, and how they describe it, if that is not by its words. */
  #leadsTo(link: PDFDict, box: Box): string {
    const annotations = kidsOf(link).flatMap((kid) => {
      const reference = this.#document.context.lookup(kid);
      const object = reference instanceof PDFDict ? reference.lookup(PDFName.of('Obj')) : undefined;
      return object instanceof PDFDict && this.#annotations.delete(object) ? [object] : [];
    });
    const targets = annotations.map((annotation) => {
      const description = textOf(annotation.lookup(PDFName.of('Contents'))) ?? '';
      const isByWords = comparable(description) === comparable(wordsOf(box));
      return isByWords ? addressOf(annotation) : `${addressOf(annotation)} described as "${description}"`;
    });
    return [...new Set(targets)].join(' and ') || 'without annotation';
  }

  /** What is on the pages and in no element: nobody would be told of it. */
  #leftOver(lang: string): Box[] {
    const texts = [...this.#unread].map((one) => ({ words: joinRuns(one, this.#isRtl(lang)), lang }));
    const loose = [...this.#annotations].map((annotation) => ({ words: addressOf(annotation), lang }));
    return [
      ...texts.map((words) => ({ kind: 'untagged text', parts: [words] })),
      ...loose.map((words) => ({ kind: 'untagged annotation', parts: [words] })),
    ];
  }
}

/** What `K` names (ISO 32000-1, 14.7.2): one thing or a list. */
function kidsOf(element: PDFDict): PDFObject[] {
  const kids = element.lookup(PDFName.of('K'));
  const kid = element.get(PDFName.of('K'));
  return kids instanceof PDFArray ? kids.asArray() : kid ? [kid] : [];
}

/** True for an element that words stand in directly. */
function hasContent(element: PDFDict): boolean {
  const kids = kidsOf(element).map((kid) => element.context.lookup(kid));
  return kids.some((kid) => kid instanceof PDFNumber || (kid instanceof PDFDict && kid.has(PDFName.of('MCID'))));
}

function attributeOf(element: PDFDict, name: string): PDFObject | undefined {
  const value = element.lookup(PDFName.of('A'));
  const all = value instanceof PDFArray ? dictsIn(value) : value instanceof PDFDict ? [value] : [];
  return all.map((attributes) => attributes.lookup(PDFName.of(name))).find((found) => found !== undefined);
}

function addressOf(annotation: PDFDict): string {
  const action = annotation.lookup(PDFName.of('A'));
  const address = action instanceof PDFDict ? textOf(action.lookup(PDFName.of('URI'))) : undefined;
  return address ?? `#${nameOf(annotation.lookup(PDFName.of('Dest'))) ?? ''}`;
}

function dictsIn(array: PDFArray | undefined): PDFDict[] {
  const all = array?.asArray().map((_, index) => array.lookup(index)) ?? [];
  return all.filter((one) => one instanceof PDFDict);
}

function textOf(value: PDFObject | undefined): string | undefined {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;
}

function nameOf(value: PDFObject | undefined): string | undefined {
  return value instanceof PDFName ? value.decodeText() : undefined;
}
