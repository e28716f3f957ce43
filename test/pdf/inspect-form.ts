import { PDFDocument } from '@cantoo/pdf-lib';
import { marginsInPoints } from '../../src/paper.ts';
import type { PrintedSheet } from '../../src/pdf/printed-file.ts';
import { drawnPage, type DrawnText } from './drawn-page.ts';
import { type TaggedBlock, taggedBlocks } from './tagged-blocks.ts';

/** What the pages of a PDF look like; lengths in points. */
export interface Inspection {
  one: PrintedSheet;
  pages: { width: number; height: number }[];
  /** Size of the smallest letter, footers included. */
  smallest: number;
  /** Paints of letters, such as `0 0 0`. */
  letterColours: string[];
  /** Paints of all that is drawn but white. */
  colours: string[];
  /** Surfaces that are filled with anything but white: higher and wider than a line. */
  surfaces: string[];
  /** Tagged text in the margin above or below the text of a page. */
  inMargin: string[];
  /** Headings that stand on another page than what they are for. */
  headingsLeftBehind: string[];
  /** Of a bilingual page: how many blocks each language has, and those that do not stand beside each other. */
  blocks: [own: number, original: number];
  unevenBlocks: string[];
}

/** Looks at a PDF as one does who holds it. */
export async function inspectForm(one: PrintedSheet): Promise<Inspection> {
  const document = await PDFDocument.load(one.bytes, { updateMetadata: false });
  const pages = document.getPages().map((page) => ({ size: page.getSize(), ...drawnPage(page) }));
  const [texts, shapes] = [pages.flatMap((page) => page.texts), pages.flatMap((page) => page.shapes)];
  const blocks = taggedBlocks(document);
  const [own, original] = sidesOf(blocks);
  const isWhite = ({ colour }: { colour: string }) => colour === '1 1 1';
  // The QR code is what it is, and a bullet is a sign, though drawn as a shape.
  const isDrawing = ({ tag }: { tag?: string }) => tag === 'Figure' || tag === 'Lbl';
  const surfaces = shapes.filter((shape) => {
    return shape.isFilled && !isWhite(shape) && !isDrawing(shape) && Math.min(shape.width, shape.height) > 1.5;
  });
  return {
    one,
    pages: pages.map(({ size }) => size),
    smallest: Math.min(...texts.map(({ size }) => Math.round(size * 100) / 100)),
    letterColours: [...new Set(texts.map(({ colour }) => colour))],
    colours: [...new Set([...texts, ...shapes].filter((painted) => !isWhite(painted)).map(({ colour }) => colour))],
    surfaces: surfaces.map(({ colour, width, height }) => `${width} x ${height} in ${colour}`),
    inMargin: pages.flatMap(({ size, texts: all }, index) => {
      const { above, below } = marginsInPoints(one.form.paper);
      const isOutside = ({ mcid, y }: DrawnText) => mcid !== undefined && (y < below || y > size.height - above);
      return all.filter(isOutside).map(({ y }) => `page ${index + 1} at ${y}`);
    }),
    headingsLeftBehind: headingsLeftBehind(blocks),
    blocks: [own.length, original.length],
    unevenBlocks: unevenBlocks(own, original),
  };
}

/** Headings that stand on another page than the first line of what follows them, or are torn in two. */
function headingsLeftBehind(blocks: readonly TaggedBlock[]): string[] {
  return blocks.flatMap(({ type, lines }, index) => {
    if (!type.startsWith('H')) return [];
    const pages = [...lines, ...(blocks[index + 1]?.lines.slice(0, 1) ?? [])].map(({ page }) => page);
    return new Set(pages).size > 1 ? [`${type} on page ${pages.join(', ')}`] : [];
  });
}

/**
 * The blocks of a bilingual page in its own language, and those of the original. Its parts come in turn, each in one
 * language and then the other; the last, the panels, are not the same: only one has the QR code.
 */
function sidesOf(blocks: readonly TaggedBlock[]): [own: TaggedBlock[], original: TaggedBlock[]] {
  const parts: TaggedBlock[][] = [];
  for (const block of blocks) {
    const part = parts.at(-1);
    if (part?.[0]?.lang === block.lang) part.push(block);
    else parts.push([block]);
  }
  const paired = parts.slice(0, -2);
  return [paired.filter((_, index) => index % 2 === 0).flat(), paired.filter((_, index) => index % 2 === 1).flat()];
}

/** Lines of two scripts are not as high, so that their baselines lie a little apart. */
const MOST_APART = 6;

function unevenBlocks(own: readonly TaggedBlock[], original: readonly TaggedBlock[]): string[] {
  return own.flatMap(({ type, lines }, index) => {
    const other = original[index];
    // A table is one block: only where it begins is said here.
    if (type === 'TR' && own[index - 1]?.type === 'TR' && other?.type === 'TR') return [];
    const [mine, beside] = [lines[0], other?.lines[0]];
    const isEven = mine && mine.page === beside?.page && Math.abs(mine.y - beside.y) < MOST_APART;
    if (isEven && type === other?.type) return [];
    return [`${type} ${index}: page ${mine?.page} at ${mine?.y}, ${other?.type} page ${beside?.page} at ${beside?.y}`];
  });
}
