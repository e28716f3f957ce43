import { type PDFContext, PDFDict, PDFName, PDFRef } from '@cantoo/pdf-lib';
import type { Draft } from '../../../src/pdf/repair/draft.ts';
import { fontFileFor, openedFont } from '../../true-type/real-font.ts';
import { writeToUnicode } from '../../../src/pdf/write-to-unicode.ts';

/** A font of a sample PDF: its script, the letters it has, and its name in the PDF. */
export interface SampleFont {
  script: 'khmer' | 'arabic' | 'devanagari';
  letters: string;
  name: string;
}

/** A font as Chromium writes it, and a way to draw with it. */
export interface WrittenSampleFont {
  /** The code of a letter, in hexadecimal. */
  codeOf(letter: string): string;
}

/** Gives all pages of a draft fonts as Chromium writes them, F4, F5 and so on; a glyph without letter says U+0000. */
export async function addFonts(draft: Draft, fonts: readonly SampleFont[]): Promise<WrittenSampleFont[]> {
  const { context } = draft.document;
  const entries = context.obj({});
  const written: WrittenSampleFont[] = [];
  for (const [index, font] of fonts.entries()) {
    const file = await fontFileFor(font.letters, font.script);
    const opened = openedFont(file);
    const glyphOf = (letter: string) => opened.glyphForCodePoint(letter.codePointAt(0) ?? 0).id;
    const texts = new Map([...font.letters].map((letter) => [glyphOf(letter), letter]));
    for (let glyph = 1; glyph < opened.numGlyphs; glyph++) if (!texts.has(glyph)) texts.set(glyph, '\u0000');
    const widths = Array.from({ length: opened.numGlyphs }, (_, glyph) => opened.getGlyph(glyph).advanceWidth);
    entries.set(PDFName.of(`F${index + 4}`), writeFont(context, { file, name: font.name, texts, widths }));
    written.push({ codeOf: (letter) => glyphOf(letter).toString(16).padStart(4, '0') });
  }
  deleteFonts(draft);
  for (const page of draft.document.getPages()) page.node.set(PDFName.of('Resources'), context.obj({ Font: entries }));
  return written;
}

/** Takes out the font that a sample draft has. */
function deleteFonts({ document }: Draft): void {
  const list = document.getPage(0).node.Resources()?.lookup(PDFName.of('Font'), PDFDict);
  for (const [, font] of list?.entries() ?? []) {
    const map = document.context.lookup(font, PDFDict).get(PDFName.of('ToUnicode'));
    for (const object of [font, map]) if (object instanceof PDFRef) document.context.delete(object);
  }
}

function writeFont(
  context: PDFContext,
  { file, name, texts, widths }: { file: Buffer; name: string; texts: Map<number, string>; widths: number[] },
): PDFRef {
  const stream = (bytes: Uint8Array) => context.register(context.flateStream(bytes));
  const descriptor = context.obj({ Type: 'FontDescriptor', FontName: name, FontFile2: stream(file) });
  const descendant = context.obj({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: name,
    CIDToGIDMap: 'Identity',
    FontDescriptor: context.register(descriptor),
    W: [0, widths],
  });
  const font = context.obj({
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: 'Identity-H',
    DescendantFonts: [context.register(descendant)],
    ToUnicode: stream(Buffer.from(writeToUnicode(texts), 'latin1')),
  });
  return context.register(font);
}

/** Names and fonts of a page. */
export function fontsOfPage(draft: Draft, index = 0): Record<string, string> {
  const list = draft.document.getPage(index).node.Resources()?.lookup(PDFName.of('Font'), PDFDict);
  return Object.fromEntries(
    (list?.entries() ?? []).map(([name, value]) => {
      const dict = draft.document.context.lookup(value, PDFDict);
      return [name.decodeText(), dict.lookup(PDFName.of('BaseFont'), PDFName).decodeText()];
    }),
  );
}
