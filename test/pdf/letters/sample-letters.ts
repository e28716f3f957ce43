import { PDFContext, PDFRef } from '@cantoo/pdf-lib';
import { MergedFont } from '../../../src/pdf/letters/merged-font.ts';
import type { SourceFont } from '../../../src/pdf/letters/source-font.ts';
import type { PageFonts } from '../../../src/pdf/letters/write-line.ts';

/** A glyph of a sample font: how wide it is, and what it stands for. */
export type SampleGlyph = [width: number, text: string, look?: 'blank'];

/** A font of glyphs that have widths and texts, and outlines nobody looks at. */
export function sampleFont(number: number, glyphs: Readonly<Record<number, SampleGlyph>>): SourceFont {
  return {
    ref: PDFRef.of(number),
    dict: PDFContext.create().obj({}),
    weight: 'Regular',
    texts: new Map(Object.entries(glyphs).map(([glyph, [, text]]) => [Number(glyph), text])),
    trueType: {
      tables: new Map(),
      glyphCount: 100,
      unitsPerEm: 1000,
      outlineOf: (glyph) => Buffer.alloc(glyphs[glyph]?.[2] === 'blank' ? 0 : 14, 1),
      advanceOf: (glyph) => glyphs[glyph]?.[0] ?? 500,
    },
  };
}

/** One font in the place of all, which the page calls F4. */
export function mergedOf(sources: Iterable<SourceFont>): { font: MergedFont; fonts: PageFonts } {
  const font = new MergedFont();
  for (const source of sources) font.add(source);
  return { font, fonts: { fontOf: () => font, nameOf: () => 'F4' } };
}

/** What each code of a font says and how wide it is, and where the parts of a composite stand. */
export function shownCodes(font: MergedFont): string[] {
  return [...font.texts].map(([code, text]) => {
    const glyph = font.glyphs[code];
    const parts =
      glyph && 'parts' in glyph ? glyph.parts.map(({ glyph: part, dx, dy }) => `${part}@${dx},${dy}`) : ['plain'];
    const characters = [...text].map((character) => character.codePointAt(0)?.toString(16).padStart(4, '0'));
    return `${code.toString(16).padStart(4, '0')} says ${characters.join(' ')}, ${glyph?.advance} wide: ${parts.join(' ') || 'blank'}`;
  });
}
