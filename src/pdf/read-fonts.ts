import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';
import { decodeStream } from './decode-stream.ts';

/** What a PDF says of one of its fonts, and how its glyph codes are read as text. */
export interface PdfFont {
  name: string;
  isEmbedded: boolean;
  /** Type 3 fonts are drawings without a name: large, and unreadable to many programs. */
  isType3: boolean;
  /** Text of a two-byte glyph code; nothing if the font does not say. */
  textOf(code: number): string | undefined;
  /** Width of a string of two-byte glyph codes, in thousandths of the letter size. */
  widthOf(string: Uint8Array): number;
}

/** Looks fonts up by their object, since pages share them. */
export class FontReader {
  readonly #fonts = new Map<PDFDict, PdfFont>();
  readonly #document: PDFDocument;

  constructor(document: PDFDocument) {
    this.#document = document;
  }

  /** The fonts of a page by the names its content uses. */
  fontsOf(resources: PDFDict | undefined): Map<string, PdfFont> {
    const entries = resources?.lookupMaybe(PDFName.of('Font'), PDFDict)?.entries() ?? [];
    return new Map(
      entries.map(([key, value]) => {
        const dict = this.#document.context.lookup(value, PDFDict);
        const font = this.#fonts.get(dict) ?? readFont(dict);
        this.#fonts.set(dict, font);
        return [key.decodeText(), font];
      }),
    );
  }

  /** All fonts met so far. */
  get all(): PdfFont[] {
    return [...this.#fonts.values()];
  }
}

function readFont(font: PDFDict): PdfFont {
  const descendants = font.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray);
  const descendant = descendants?.lookup(0, PDFDict) ?? font;
  const descriptor = descendant.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict);
  const toUnicode = font.lookup(PDFName.of('ToUnicode'));
  const map =
    toUnicode instanceof PDFRawStream
      ? parseToUnicode(decodeStream(toUnicode).toString('latin1'))
      : new Map<number, string>();
  const widths = readWidths(descendant.lookupMaybe(PDFName.of('W'), PDFArray));
  const defaultWidth = descendant.lookupMaybe(PDFName.of('DW'), PDFNumber)?.asNumber() ?? 1000;
  return {
    name: font.lookupMaybe(PDFName.of('BaseFont'), PDFName)?.decodeText() ?? '(no name)',
    isEmbedded: ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor?.has(PDFName.of(key))),
    isType3: font.lookup(PDFName.of('Subtype')) === PDFName.of('Type3'),
    textOf: (code) => map.get(code),
    widthOf: (string) => {
      let sum = 0;
      for (const code of glyphCodes(string)) sum += widths.get(code) ?? defaultWidth;
      return sum;
    },
  };
}

/** The two-byte glyph codes of a string (encoding Identity-H, ISO 32000-1, 9.7.5.2). */
export function glyphCodes(string: Uint8Array): number[] {
  const codes: number[] = [];
  for (let at = 0; at + 1 < string.length; at += 2) codes.push(((string[at] ?? 0) << 8) | (string[at + 1] ?? 0));
  return codes;
}

/** Reads the widths of a CID font (ISO 32000-1, 9.7.4.3): `5 [600 500]` and `7 9 450`. */
function readWidths(list: PDFArray | undefined): Map<number, number> {
  const widths = new Map<number, number>();
  const numberAt = (array: PDFArray, index: number) => array.lookup(index, PDFNumber).asNumber();
  for (let index = 0; list && index + 1 < list.size();) {
    const first = numberAt(list, index);
    const next = list.lookup(index + 1);
    if (next instanceof PDFArray) {
      for (let item = 0; item < next.size(); item++) widths.set(first + item, numberAt(next, item));
      index += 2;
    } else {
      for (let code = first; code <= numberAt(list, index + 1); code++) widths.set(code, numberAt(list, index + 2));
      index += 3;
    }
  }
  return widths;
}

/**
 * Reads a ToUnicode map (ISO 32000-1, 9.10.3). Chromium writes U+0000 for glyphs that stand for no
 * character of their own (parts of letters); those are read as nothing.
 */
export function parseToUnicode(cmap: string): Map<number, string> {
  const map = new Map<number, string>();
  const set = (code: number, text: string) => map.set(code, text.replaceAll('\u0000', ''));
  for (const [, block = ''] of cmap.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, code = '', text = ''] of block.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi)) {
      set(Number.parseInt(code, 16), decodeUtf16(text));
    }
  }
  for (const [, block = ''] of cmap.matchAll(/beginbfrange(.*?)endbfrange/gs)) {
    for (const [, first = '', last = '', text = ''] of block.matchAll(
      /<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi,
    )) {
      const [from, to, start] = [first, last, text].map((hex) => Number.parseInt(hex, 16)) as [number, number, number];
      for (let code = from; code <= to; code++) set(code, String.fromCodePoint(start + code - from));
    }
  }
  return map;
}

/** Made once: to make a decoder takes longer than to decode a letter, and a font has hundreds. */
const UTF_16 = new TextDecoder('utf-16be');

function decodeUtf16(hex: string): string {
  return UTF_16.decode(Buffer.from(hex, 'hex'));
}
