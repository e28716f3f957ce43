import { decodePDFRawStream, type PDFDocument, PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { create, type Font } from 'fontkitten';
import { descendantOf, descriptorOf } from '../../src/pdf/letters/source-font.ts';
import { parseContentStream } from '../../src/pdf/content-stream.ts';
import { FontReader } from '../../src/pdf/read-fonts.ts';
import { contentOf } from '../../src/pdf/page-content.ts';
import { glyphPlaces } from './glyph-places.ts';

/** A closed line of a letter where a page draws it: whatever glyph or font it is of, it looks the same there. */
export interface DrawnContour {
  page: number;
  /** Where it starts, in CSS pixels from the corner of the page. */
  x: number;
  y: number;
  /** Lines and curves it is made of, each by how far it goes, in thousandths of the letter size. */
  shape: string;
  /** True in marked content that an element claims. */
  isTagged: boolean;
}

/** Every contour that a document draws, from its letters; an independent program reads the fonts. */
export function drawnContours(document: PDFDocument): DrawnContour[] {
  const fonts = new FontReader(document);
  const opened = new Map<PDFDict, Font>();
  return document.getPages().flatMap((page, index) => {
    const resources = page.node.Resources();
    const places = glyphPlaces(parseContentStream(contentOf(page)), fonts.fontsOf(resources));
    return places.flatMap(({ code, font: name, size, x, y, marks }) => {
      const dict = resources?.lookup(PDFName.of('Font'), PDFDict)?.lookup(PDFName.of(name), PDFDict);
      if (!dict) throw new Error(`The page has no font ${name}.`);
      const font = opened.get(dict) ?? openFont(dict);
      opened.set(dict, font);
      const scale = size / font.unitsPerEm;
      return contoursOf(font, code).map(({ start: [dx, dy], shape }): DrawnContour => {
        return { page: index, x: x + dx * scale, y: y - dy * scale, shape, isTagged: marks.includes('MCID') };
      });
    });
  });
}

function openFont(dict: PDFDict): Font {
  const descendant = descendantOf(dict);
  const file = descendant && descriptorOf(descendant)?.lookup(PDFName.of('FontFile2'));
  if (!(file instanceof PDFRawStream)) throw new Error('A font has no file.');
  const font = create(Buffer.from(decodePDFRawStream(file).decode()));
  if (font.isCollection) throw new Error('A single font was expected.');
  return font;
}

interface Contour {
  start: [number, number];
  shape: string;
}

function contoursOf(font: Font, glyph: number): Contour[] {
  const contours: Contour[] = [];
  let start: [number, number] = [0, 0];
  for (const { command, args } of font.getGlyph(glyph).path.commands) {
    if (command === 'moveTo') {
      start = [args[0] ?? 0, args[1] ?? 0];
      contours.push({ start, shape: '' });
    }
    const steps = args.map((value, index) => Math.round(((value - (start[index % 2] ?? 0)) * 1000) / font.unitsPerEm));
    const contour = contours.at(-1);
    if (contour) contour.shape += ` ${command} ${steps.join(' ')}`;
  }
  return contours;
}

/** As far as a contour may move: an eleventh of a CSS pixel is a thousandth of an inch. */
const FURTHEST = 0.09;

/** Contours of the first list that the second has nowhere near, and the other way round; none if both look the same. */
export function differentContours(before: readonly DrawnContour[], after: readonly DrawnContour[]): string[] {
  const rest = new Map<string, DrawnContour[]>();
  const keyOf = ({ page, shape, isTagged }: DrawnContour) => `${page} ${isTagged} ${shape}`;
  for (const contour of after) rest.set(keyOf(contour), [...(rest.get(keyOf(contour)) ?? []), contour]);
  const lost = before.filter((contour) => {
    const candidates = rest.get(keyOf(contour)) ?? [];
    const index = candidates.findIndex(({ x, y }) => Math.hypot(x - contour.x, y - contour.y) <= FURTHEST);
    if (index !== -1) candidates.splice(index, 1);
    return index === -1;
  });
  const shown = (what: string) => (contour: DrawnContour) =>
    `${what} at ${contour.x.toFixed(2)} ${contour.y.toFixed(2)} of page ${contour.page + 1}`;
  return [...lost.map(shown('lost')), ...[...rest.values()].flat().map(shown('new'))];
}
