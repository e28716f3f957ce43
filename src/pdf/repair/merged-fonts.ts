import { PDFDict, type PDFDocument, PDFName, PDFRef } from '@cantoo/pdf-lib';
import { MergedFont } from '../letters/merged-font.ts';
import { readSourceFont, type SourceFont } from '../letters/source-font.ts';
import type { PageFonts } from '../letters/write-line.ts';
import { deleteFont, mainSourceOf, writeMergedFont } from './write-merged-font.ts';

/** The fonts of a document, as Chromium wrote them, and those that are to take their place. */
export interface FontMerger {
  /** Fonts of a page by the names its content uses. */
  sourcesOf(resources: PDFDict | undefined): Map<string, SourceFont>;
  /** The fonts that take their place on the page. */
  fontsOf(sources: ReadonlyMap<string, SourceFont>): PageFonts;
  /** Writes the fonts into the document, and takes out those they replace. */
  write(): void;
}

/**
 * Opens the fonts of a document to be merged: those of one weight become one, so that a line can be one string, whatever
 * scripts it is in.
 * @returns nothing if a font is of another kind than Chromium writes for static web fonts
 */
export function openFonts(document: PDFDocument): FontMerger | undefined {
  const { context } = document;
  const fontLists = new Set(document.getPages().flatMap((page) => fontListOf(page.node.Resources()) ?? []));
  const sources = new Map<PDFDict, SourceFont>();
  for (const [, value] of [...fontLists].flatMap((list) => list.entries())) {
    const dict = context.lookup(value, PDFDict);
    const source = sources.get(dict) ?? (value instanceof PDFRef ? readSourceFont(dict, value) : undefined);
    if (!source) return undefined;
    sources.set(dict, source);
  }
  const merged = mergeByWeight([...sources.values()]);
  const sourcesOf = (resources: PDFDict | undefined) =>
    new Map(
      (fontListOf(resources)?.entries() ?? []).map(([key, value]) => {
        return [key.decodeText(), sources.get(context.lookup(value, PDFDict)) as SourceFont];
      }),
    );
  return {
    sourcesOf,
    fontsOf: (ofPage) => pageFonts(ofPage, merged),
    write: () => {
      for (const list of fontLists) nameOnce(list, sources, merged);
      for (const [source, font] of merged) {
        if (font.texts.size > 0 && source === mainSourceOf(font)) writeMergedFont(font);
        else deleteFont(source);
      }
    },
  };
}

function fontListOf(resources: PDFDict | undefined): PDFDict | undefined {
  return resources?.lookupMaybe(PDFName.of('Font'), PDFDict);
}

function mergeByWeight(sources: readonly SourceFont[]): Map<SourceFont, MergedFont> {
  const byWeight = new Map<string, MergedFont>();
  const merged = new Map<SourceFont, MergedFont>();
  for (const source of sources) {
    const { unitsPerEm, tables } = source.trueType;
    // Fonts of other units cannot share their measures, and those that fit their glyphs to a screen not what does it.
    const key = tables.has('fpgm') ? source.ref.toString() : `${source.weight} ${unitsPerEm}`;
    const font = byWeight.get(key) ?? new MergedFont();
    byWeight.set(key, font);
    font.add(source);
    merged.set(source, font);
  }
  return merged;
}

function pageFonts(sources: ReadonlyMap<string, SourceFont>, merged: ReadonlyMap<SourceFont, MergedFont>): PageFonts {
  const names = new Map<MergedFont, string>();
  for (const [name, source] of sources) {
    const font = merged.get(source);
    if (font && !names.has(font)) names.set(font, name);
  }
  return {
    fontOf: ({ font }) => merged.get(font) as MergedFont,
    nameOf: (font) => names.get(font) as string,
  };
}

/** Lets a page name each font that says something, by the first of the names it had for its sources. */
function nameOnce(
  list: PDFDict,
  sources: ReadonlyMap<PDFDict, SourceFont>,
  merged: ReadonlyMap<SourceFont, MergedFont>,
): void {
  const named = new Set<MergedFont>();
  for (const [key] of list.entries()) {
    const font = merged.get(sources.get(list.lookup(key, PDFDict)) as SourceFont) as MergedFont;
    if (named.has(font) || font.texts.size === 0) list.delete(key);
    else list.set(key, mainSourceOf(font).ref);
    named.add(font);
  }
}
