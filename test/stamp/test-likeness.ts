import { PDFDocument } from '@cantoo/pdf-lib';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SLOT_ADDRESS } from '../../src/html/slot-marker.ts';
import { readPdfFacts } from '../../src/pdf/read-pdf-facts.ts';
import { outlineOf } from '../pdf/outline.ts';
import { readPdfStructure } from '../pdf/pdf-structure.ts';
import { looseObjects } from '../pdf/repair/loose-objects.ts';
import { fileFaults } from './file-faults.ts';
import { readByPdfium, tagsByPdfjs, textByPdfjs } from './other-readers.ts';
import { type Placed, placedIn } from './placed-things.ts';

/** A sheet for a clinic, made from a base and a panel, and printed as one. */
export type Versions = Record<'linked' | 'direct', Uint8Array>;

/** Places that are the same to a thousandth of an inch and less are written alike. */
function nearly(model: readonly Placed[], others: readonly Placed[]): Placed[] {
  return others.map((other, index) => {
    const { coordinates = [] } = model[index] ?? {};
    const isNear = other.coordinates.every((value, axis) => Math.abs(value - (coordinates[axis] ?? NaN)) < 0.05);
    return isNear ? { ...other, coordinates } : other;
  });
}

/**
 * Three eighths of the way from white to black: the edge of a letter that moves by a quarter of a pixel changes less.
 * Where things are is compared to a fifteenth of a pixel, by their links and bookmarks.
 */
const VISIBLE = 96;

/** Rows of dots that look different. */
function differentRows(others: Awaited<ReturnType<typeof readByPdfium>>) {
  return ({ width, height, dots }: (typeof others)[number], page: number): number[] => {
    const bytes = 4 * width;
    const other = others[page]?.dots ?? new Uint8Array();
    const isDifferent = (row: number) =>
      dots
        .subarray(row * bytes, (row + 1) * bytes)
        .some((value, index) => Math.abs(value - (other[row * bytes + index] ?? 0)) > VISIBLE);
    return Array.from({ length: height }, (_, row) => row).filter(isDifferent);
  };
}

/**
 * The tests that a stamped sheet is like one that was printed with its panel: whatever a reader or a program can tell.
 * @param versions gives both, when the tests run
 * @param lang BCP 47 tag of its language
 */
export function testLikeness(versions: () => Versions, lang: string): void {
  let pdfium: PDFiumLibrary;
  beforeAll(async () => void (pdfium = await PDFiumLibrary.init()));
  afterAll(() => pdfium.destroy());
  const isRtl = (tag: string): boolean => tag === 'ar';

  it('says what a sheet says that was printed with its panel', async () => {
    const facts = async (bytes: Uint8Array) => {
      const { fonts, ...others } = await readPdfFacts(bytes, isRtl);
      return { ...others, fonts: fonts.every(({ isEmbedded, isType3 }) => isEmbedded && !isType3) };
    };
    const direct = await facts(versions().direct);
    expect(await facts(versions().linked)).toEqual(direct);
  });

  it('has the same structure', async () => {
    const outline = async (bytes: Uint8Array) => outlineOf(await readPdfStructure(bytes, isRtl), lang);
    expect(await outline(versions().linked)).toEqual(await outline(versions().direct));
  });

  it('has the same structure for pdf.js', async () => {
    expect(await tagsByPdfjs(versions().linked)).toEqual(await tagsByPdfjs(versions().direct));
  });

  it('has its links, bookmarks and pictures in the same places', async () => {
    const [linked, direct] = [await placedIn(versions().linked), await placedIn(versions().direct)];
    expect(nearly(direct.links, linked.links)).toEqual(direct.links);
    expect(nearly(direct.bookmarks, linked.bookmarks)).toEqual(direct.bookmarks);
    expect(nearly(direct.pictures, linked.pictures)).toEqual(direct.pictures);
  });

  it('has the same text in the same order for pdf.js and PDFium, which read it as it is drawn', async () => {
    const textByPdfium = async (bytes: Uint8Array) => (await readByPdfium(pdfium, bytes)).map(({ text }) => text);
    expect(await textByPdfjs(versions().linked)).toEqual(await textByPdfjs(versions().direct));
    expect(await textByPdfium(versions().linked)).toEqual(await textByPdfium(versions().direct));
  });

  it('looks the same', async () => {
    const [linked, direct] = [
      await readByPdfium(pdfium, versions().linked),
      await readByPdfium(pdfium, versions().direct),
    ];
    expect(linked.map(differentRows(direct))).toEqual(direct.map(() => []));
  });

  it('has every object in its place, none too many and none too few', async () => {
    expect(fileFaults(versions().linked)).toEqual([]);
    const loose = looseObjects(await PDFDocument.load(versions().linked, { updateMetadata: false }));
    // What holds the file together is named by places, not by numbers.
    expect(loose.filter((text) => !/^<<\/Type \/(XRef|ObjStm)/.test(text))).toEqual([]);
  });

  it('has nothing left of the marker of its slot', async () => {
    const document = await PDFDocument.load(versions().linked, { updateMetadata: false });
    const objects = document.context.enumerateIndirectObjects().map(([, object]) => object.toString());
    expect(objects.filter((text) => text.includes(SLOT_ADDRESS))).toEqual([]);
  });
}
