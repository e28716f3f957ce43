import { PDFDocument } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Sheet } from '../../src/html/build-sheets.ts';
import { FORMS } from '../../src/forms.ts';
import { LETTER, marginsInPoints } from '../../src/paper.ts';
import { findBrowser, launchBrowser } from '../../src/pdf/launch-browser.ts';
import { startPageServer } from '../../src/pdf/page-server.ts';
import { Printer } from '../../src/pdf/print-page.ts';
import { repairPdf } from '../../src/pdf/repair/repair-pdf.ts';
import { type BuiltSite, buildFixtureSite, pageAt } from '../html/build-fixture-site.ts';
import { differentContours, type DrawnContour, drawnContours } from './drawn-contours.ts';

/** A PDF as the browser printed it, and as the press gives it away. */
type Versions = Record<'printed' | 'finished', Uint8Array>;

const sheets = new Map<string, Versions>();
beforeAll(async () => {
  const built = await buildFixtureSite();
  const server = await startPageServer(built.site.assets);
  const browser = await launchBrowser(await findBrowser(built.settings.cache));
  try {
    const printer = await Printer.open(browser, server.origin);
    for (const sheet of built.sheets.filter(({ clinic }) => clinic.id === 'full'))
      sheets.set(sheet.id, await printAndRepair(printer, built, sheet));
  } finally {
    await browser.close();
    await server.close();
  }
});

async function printAndRepair(printer: Printer, built: BuiltSite, { url, language }: Sheet): Promise<Versions> {
  const job = { html: pageAt(built, url), url, bodySize: built.settings.bodySize, slot: FORMS.standard.slots[0] };
  const { bytes: printed, fit } = await printer.print(job, { paper: LETTER, isTwoSided: true });
  const { tag: lang, dir } = language;
  const identity = {
    title: 'X',
    lang,
    dir,
    date: '2026-11-20',
    headings: fit.headings,
    margins: marginsInPoints(LETTER),
    isTwoSided: true,
  };
  return { printed, finished: await repairPdf(printed, identity) };
}

async function contoursOf(bytes: Uint8Array): Promise<DrawnContour[]> {
  return drawnContours(await PDFDocument.load(bytes, { updateMetadata: false }));
}

/** Lines of letters that are drawn elsewhere once the sheets are finished, of those that are wanted. */
async function movedWhere(isWanted: (contour: DrawnContour) => boolean): Promise<string[]> {
  const moved: string[] = [];
  for (const [id, { printed, finished }] of sheets) {
    const before = (await contoursOf(printed)).filter(isWanted);
    const after = (await contoursOf(finished)).filter(isWanted);
    expect(before.length).toBeGreaterThan(50);
    moved.push(...differentContours(before, after).map((one) => `${id}: ${one}`));
  }
  return moved;
}

/** What no tag claims is the footer. */
const isInFooter = ({ isTagged }: DrawnContour): boolean => !isTagged;

describe('a finished sheet, in English and Arabic', () => {
  it('has every letter of its text where the browser printed it', async () => {
    expect([...sheets.keys()].sort()).toEqual(['full/ar/walking', 'full/ar/water', 'full/en/walking', 'full/en/water']);
    expect(await movedWhere((contour) => !isInFooter(contour))).toEqual([]);
  });

  it('has every letter of its footer where the browser printed it', async () => {
    expect(await movedWhere(isInFooter)).toEqual([]);
  });
});

interface Drawing {
  canvas: HTMLCanvasElement;
  context: CanvasRenderingContext2D;
}
/** The canvas that pdf.js brings along for Node, where there is one for this machine. */
interface CanvasFactory {
  create(width: number, height: number): Drawing;
}

/** Each page as pdf.js draws it at 72 dots to the inch: red, green, blue and alpha of every dot, row by row. */
async function drawn(bytes: Uint8Array): Promise<{ width: number; rows: number; dots: Uint8ClampedArray }[]> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale: 1 });
    const { width, height: rows } = viewport;
    const { canvas, context } = (document.canvasFactory as CanvasFactory).create(width, rows);
    await page.render({ canvas, canvasContext: context, viewport }).promise;
    pages.push({ width, rows, dots: context.getImageData(0, 0, width, rows).data });
  }
  return pages;
}

/** A seventh of the way from white to black; the edge of a letter that moves by a twentieth of a pixel changes less. */
const VISIBLE = 36;

/** Rows of dots that look different. */
async function differentRows({ printed, finished }: Pick<Versions, 'printed' | 'finished'>): Promise<number[]> {
  const after = await drawn(finished);
  return (await drawn(printed)).flatMap(({ width, rows, dots }, index) =>
    Array.from({ length: rows }, (_, row) => row).filter((row) =>
      dots
        .subarray(row * width * 4, (row + 1) * width * 4)
        .some((value, dot) => Math.abs(value - (after[index]?.dots[row * width * 4 + dot] ?? 0)) > VISIBLE),
    ),
  );
}

const canDraw = await PDFDocument.create()
  .then((document) => (document.addPage([9, 9]), document.save()))
  .then(drawn)
  .then(
    () => true,
    () => false,
  );

describe.runIf(canDraw)('a finished sheet, drawn by pdf.js (needs its canvas)', () => {
  /** The lower margin, in which the footer stands, is 47 of the 96 pixels of an inch. */
  const footerStart = 792 - (47 * 72) / 96;

  it.each(['full/en/water', 'full/ar/water', 'full/en/walking', 'full/ar/walking'])(
    'looks as it was printed: %s',
    async (id) => {
      const sheet = sheets.get(id);
      if (!sheet) throw new Error(`${id} was not printed.`);
      expect((await differentRows(sheet)).filter((row) => row < footerStart)).toEqual([]);
    },
  );

  it('looks as it was printed also in its footer', async () => {
    const sheet = sheets.get('full/en/water');
    expect(sheet && (await differentRows(sheet))).toEqual([]);
  });

  it('is drawn at all: two sheets look different', async () => {
    const [english, arabic] = [sheets.get('full/en/water'), sheets.get('full/ar/water')];
    if (!english || !arabic) throw new Error('The sheets were not printed.');
    expect((await differentRows({ printed: english.printed, finished: arabic.finished })).length).toBeGreaterThan(100);
  });
});
