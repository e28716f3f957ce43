import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { expectedTexts } from '../../src/html/expected-text.ts';
import { comparable } from '../../src/html/compare-texts.ts';
import type { Sheet } from '../../src/html/build-sheets.ts';
import { Printer } from '../../src/pdf/print-page.ts';
import type { PrintedSheet } from '../../src/pdf/printed-file.ts';
import { fixtureSettings, PROJECT } from '../fixture-site.ts';
import { type BuiltSite, buildWholeSite } from '../html/build-fixture-site.ts';
import { printBuilt, printBuiltDirectly } from './print-built-site.ts';

/** The share of a sheet's texts that a program must find whole. */
interface LeastFound {
  /** pdf.js 5.6, which Firefox has. */
  pdfjs: number;
  /** pdftotext 22.12, by place on the page, and (`-raw`) in the order of drawing. */
  poppler: number;
  raw: number;
  /** PDFium as of @hyzyla/pdfium 2.1.13, which Chrome has. */
  pdfium: number;
}

/**
 * A little below what was measured on 2026-11-25, of sheets with a stamped panel. Our own reader finds all. Measured, the worst of three handouts, first
 * as the browser printed it, then repaired:
 *
 * | language | pdf.js     | pdftotext  | … -raw     | PDFium     |
 * | en       | 1.00, 1.00 | 0.97, 0.97 | 1.00, 1.00 | 0.97, 0.97 |
 * | es       | 1.00, 1.00 | 0.98, 0.98 | 1.00, 1.00 | 1.00, 1.00 |
 * | zh-Hant  | 1.00, 1.00 | 0.97, 0.97 | 1.00, 1.00 | 1.00, 1.00 |
 * | zh-Hans  | 1.00, 1.00 | 0.97, 0.97 | 1.00, 1.00 | 1.00, 1.00 |
 * | vi       | 0.56, 1.00 | 0.96, 0.96 | 1.00, 1.00 | 0.86, 0.99 |
 * | tl       | 1.00, 1.00 | 0.97, 0.97 | 1.00, 1.00 | 0.99, 0.99 |
 * | ko       | 1.00, 1.00 | 0.89, 0.89 | 1.00, 1.00 | 0.98, 0.98 |
 * | hy       | 1.00, 1.00 | 0.97, 0.97 | 1.00, 1.00 | 1.00, 1.00 |
 * | fa       | 0.17, 0.73 | 0.83, 0.85 | 0.18, 0.20 | 0.42, 0.78 |
 * | ru       | 1.00, 1.00 | 0.98, 0.98 | 1.00, 1.00 | 1.00, 1.00 |
 * | ar       | 0.15, 0.72 | 0.58, 0.80 | 0.18, 0.19 | 0.49, 0.77 |
 * | ja       | 1.00, 1.00 | 0.91, 0.91 | 1.00, 1.00 | 0.98, 0.98 |
 * | pa       | 0.28, 1.00 | 0.91, 0.91 | 1.00, 1.00 | 0.66, 0.98 |
 * | km       | 0.18, 1.00 | 0.75, 0.75 | 1.00, 1.00 | 0.39, 0.99 |
 * | hmn      | 1.00, 1.00 | 0.99, 0.99 | 1.00, 1.00 | 1.00, 1.00 |
 * | hi       | 0.22, 1.00 | 0.86, 0.86 | 1.00, 1.00 | 0.42, 1.00 |
 * | th       | 0.37, 1.00 | 0.85, 0.83 | 1.00, 1.00 | 0.22, 1.00 |
 * | lo       | 0.24, 1.00 | 0.81, 0.81 | 1.00, 1.00 | 0.98, 0.98 |
 * | uk       | 1.00, 1.00 | 0.98, 0.98 | 1.00, 1.00 | 0.98, 0.98 |
 *
 * As printed, pdf.js ignores ActualText, by which letters that are drawn in parts are given back. In right-to-left text
 * what is not found has a Latin word in it, whose element is drawn where it stands on the line: words of several elements
 * on one line are drawn from left to right. PDFium besides turns brackets round, and words of Latin lines in a document
 * that says it is read from the right; poppler writes right-to-left words from left to right with `-raw`. pdftotext puts
 * cells of the panel, and items of the two columns, that stand side by side on one line.
 */
const FOUND_AT_LEAST: Record<string, LeastFound> = {
  en: { pdfjs: 1, poppler: 0.93, raw: 1, pdfium: 0.94 },
  es: { pdfjs: 1, poppler: 0.94, raw: 1, pdfium: 0.95 },
  'zh-Hant': { pdfjs: 1, poppler: 0.91, raw: 1, pdfium: 1 },
  'zh-Hans': { pdfjs: 1, poppler: 0.91, raw: 1, pdfium: 1 },
  vi: { pdfjs: 1, poppler: 0.93, raw: 1, pdfium: 0.95 },
  tl: { pdfjs: 1, poppler: 0.92, raw: 1, pdfium: 0.95 },
  ko: { pdfjs: 1, poppler: 0.85, raw: 1, pdfium: 0.95 },
  hy: { pdfjs: 1, poppler: 0.95, raw: 1, pdfium: 1 },
  fa: { pdfjs: 0.71, poppler: 0.82, raw: 0.18, pdfium: 0.75 },
  ru: { pdfjs: 1, poppler: 0.94, raw: 1, pdfium: 1 },
  ar: { pdfjs: 0.69, poppler: 0.77, raw: 0.16, pdfium: 0.74 },
  ja: { pdfjs: 1, poppler: 0.88, raw: 1, pdfium: 0.95 },
  pa: { pdfjs: 1, poppler: 0.88, raw: 1, pdfium: 0.95 },
  km: { pdfjs: 1, poppler: 0.72, raw: 1, pdfium: 0.96 },
  hmn: { pdfjs: 1, poppler: 0.94, raw: 1, pdfium: 1 },
  hi: { pdfjs: 1, poppler: 0.83, raw: 1, pdfium: 1 },
  th: { pdfjs: 1, poppler: 0.76, raw: 1, pdfium: 1 },
  lo: { pdfjs: 1, poppler: 0.8, raw: 1, pdfium: 0.95 },
  uk: { pdfjs: 1, poppler: 0.94, raw: 1, pdfium: 0.96 },
};

/** Each sheet as the browser printed it, with its panel on its page, by the address of the page. */
const printedAs = new Map<string, Uint8Array>();
/** Lets the browser print, and keeps what came of it. */
async function printAndKeep(site: BuiltSite): Promise<void> {
  const print = Object.getOwnPropertyDescriptor(Printer.prototype, 'print')?.value as Printer['print'];
  const watched = vi.spyOn(Printer.prototype, 'print').mockImplementation(async function (this: Printer, job, form) {
    const page = await print.call(this, job, form);
    printedAs.set(job.url, page.bytes);
    return page;
  });
  await printBuiltDirectly(site).finally(() => watched.mockRestore());
}

const has = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;
const [hasPdftotext, hasPdffonts, hasQpdf] = ['pdftotext', 'pdffonts', 'qpdf'].map(has);

let built: BuiltSite;
let printed: PrintedSheet[];
let folder: string;
let pdfium: PDFiumLibrary;
/** Nineteen languages of three handouts are printed, on a machine that may be busy. */
const PRINTING_TIMEOUT = 400_000;
beforeAll(async () => {
  pdfium = await PDFiumLibrary.init();
  built = await buildWholeSite(await fixtureSettings(PROJECT));
  const onlyStandard = (sheet: Sheet) => ({
    ...sheet,
    files: sheet.files.filter(({ form }) => form.name === 'standard'),
  });
  const standard = { ...built, sheets: built.sheets.map(onlyStandard) };
  printed = (await printBuilt(standard)).value;
  await printAndKeep(standard);
  folder = await mkdtemp(join(tmpdir(), 'handout-press-readers-'));
  for (const { sheet, bytes } of printed) await writeFile(fileOf(sheet.id), bytes);
}, PRINTING_TIMEOUT);
afterAll(async () => {
  pdfium.destroy();
  await rm(folder, { recursive: true, force: true });
});

const fileOf = (id: string): string => join(folder, `${id.replaceAll('/', '-')}.pdf`);
const sheetsIn = (locale: string): PrintedSheet[] => printed.filter(({ sheet }) => sheet.language.tag === locale);

function textsOf({ sheet }: PrintedSheet): string[] {
  const tools = built.content.tools.get(sheet.language.tag);
  // The empty cells of a worksheet are found in any text.
  return tools ? expectedTexts(sheet, tools).flatMap(({ text }) => text || []) : [];
}

/** Presentation forms count as the letters they show. */
const plain = (text: string): string => comparable(text.normalize('NFKC'));

function shareFound(one: PrintedSheet, text: string): number {
  const texts = textsOf(one);
  return texts.filter((wanted) => plain(text).includes(plain(wanted))).length / texts.length;
}

const phonesIn = (text: string): string[] => text.match(/(?<!\d)(1-)?\d{3}-\d{3}-\d{4}(?!\d)/g) ?? [];

const opened = new Map<PrintedSheet, Promise<PDFDocumentProxy>>();
/** Each sheet is opened once for all tests. */
function openWithPdfjs(one: PrintedSheet): Promise<PDFDocumentProxy> {
  const document = opened.get(one) ?? openBytes(one.bytes);
  opened.set(one, document);
  return document;
}

function openBytes(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
}

/** The same sheet, as the browser printed it. */
function bytesAsPrinted({ sheet: { url } }: PrintedSheet): Uint8Array {
  const before = printedAs.get(url);
  if (!before) throw new Error('It is not known what the sheet was made from.');
  return before;
}

async function textByPdfjs(document: PDFDocumentProxy): Promise<string> {
  const pages = Array.from({ length: document.numPages }, async (_, index) => {
    const { items } = await (await document.getPage(index + 1)).getTextContent();
    return items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
  });
  return (await Promise.all(pages)).join('\n');
}

async function textByPdfium(bytes: Uint8Array): Promise<string> {
  const document = await pdfium.loadDocument(bytes);
  try {
    return [...document.pages()].map((page) => page.getText()).join('\n');
  } finally {
    document.destroy();
  }
}

function run(program: string, args: string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stdout}${stderr}`);
  return stdout;
}

describe.each(Object.keys(FOUND_AT_LEAST))('a sheet in %s, read by pdf.js', (locale) => {
  it('has two pages, its title and its language', async () => {
    for (const one of sheetsIn(locale)) {
      const document = await openWithPdfjs(one);
      const { info } = (await document.getMetadata()) as { info: { Title?: string; Language?: string } };
      expect([document.numPages, info.Title, info.Language]).toEqual([2, one.sheet.text.title.text, locale]);
    }
  });

  it('has its headings as bookmarks', async () => {
    for (const one of sheetsIn(locale)) {
      type Outline = { title: string; items: Outline }[];
      const flat = (items: Outline): string[] => items.flatMap(({ title, items: below }) => [title, ...flat(below)]);
      const outline = flat((await (await openWithPdfjs(one)).getOutline()) as Outline).map(comparable);
      const headings = [one.sheet.text.title, ...one.sheet.text.sections.map(({ heading }) => heading)];
      expect(outline).toEqual(expect.arrayContaining(headings.map(({ text }) => comparable(text))));
    }
  });

  it('can be tapped on its phone numbers', async () => {
    for (const one of sheetsIn(locale)) {
      const document = await openWithPdfjs(one);
      const pages = await Promise.all([1, 2].map(async (number) => (await document.getPage(number)).getAnnotations()));
      const links = (pages.flat() as { url?: string; unsafeUrl?: string }[]).map(
        ({ url, unsafeUrl }) => url ?? unsafeUrl,
      );
      expect(links).toContain(one.sheet.panel.booking.href);
    }
  });

  it('has as much of its text as before, and every phone number in its place', async () => {
    for (const one of sheetsIn(locale)) {
      const text = await textByPdfjs(await openWithPdfjs(one));
      expect(shareFound(one, text), one.sheet.id).toBeGreaterThanOrEqual(FOUND_AT_LEAST[locale]?.pdfjs ?? 1);
      expect(phonesIn(text)).toEqual(textsOf(one).flatMap(phonesIn));
    }
  });

  it('has no less of its text than the browser printed', async () => {
    for (const one of sheetsIn(locale)) {
      const before = await textByPdfjs(await openBytes(bytesAsPrinted(one)));
      const after = await textByPdfjs(await openWithPdfjs(one));
      expect(shareFound(one, after), one.sheet.id).toBeGreaterThanOrEqual(shareFound(one, before));
    }
  });
});

describe.each(Object.keys(FOUND_AT_LEAST))('a sheet in %s, read by PDFium', (locale) => {
  it('has as much of its text as before, and no less than the browser printed', async () => {
    for (const one of sheetsIn(locale)) {
      const found = shareFound(one, await textByPdfium(one.bytes));
      expect(found, one.sheet.id).toBeGreaterThanOrEqual(FOUND_AT_LEAST[locale]?.pdfium ?? 1);
      const before = shareFound(one, await textByPdfium(bytesAsPrinted(one)));
      expect(found, one.sheet.id).toBeGreaterThanOrEqual(before);
    }
  });
});

describe.each(Object.keys(FOUND_AT_LEAST))('a sheet in %s, read by poppler', (locale) => {
  it.skipIf(!hasPdftotext)('has as much of its text as before (needs pdftotext)', () => {
    for (const one of sheetsIn(locale)) {
      const text = run('pdftotext', [fileOf(one.sheet.id), '-']);
      expect(shareFound(one, text), one.sheet.id).toBeGreaterThanOrEqual(FOUND_AT_LEAST[locale]?.poppler ?? 1);
    }
  });

  it.skipIf(!hasPdftotext)('has it, and every phone number, in the order of drawing (needs pdftotext)', () => {
    for (const one of sheetsIn(locale)) {
      // By place on the page, the two halves of the panel change places.
      const text = run('pdftotext', ['-raw', fileOf(one.sheet.id), '-']);
      expect(shareFound(one, text), one.sheet.id).toBeGreaterThanOrEqual(FOUND_AT_LEAST[locale]?.raw ?? 1);
      expect(phonesIn(plain(text).replaceAll(/\p{L}/gu, ' '))).toEqual(textsOf(one).flatMap(phonesIn));
    }
  });

  it.skipIf(!hasPdffonts)('carries its fonts, with a way back to their text (needs pdffonts)', () => {
    for (const one of sheetsIn(locale)) {
      const [, , ...rows] = run('pdffonts', [fileOf(one.sheet.id)])
        .trimEnd()
        .split('\n');
      expect(rows.length).toBeGreaterThan(0);
      // name, type, encoding, embedded, subset, ToUnicode, object
      for (const row of rows) expect(row).toMatch(/^[A-Z]{6}\+NotoSans\S*\s+CID TrueType\s+Identity-H\s+yes yes yes /);
    }
  });
});

describe('every shipped sheet', () => {
  it.skipIf(!hasQpdf)('is a sound PDF (needs qpdf)', () => {
    for (const { sheet } of printed) {
      expect(run('qpdf', ['--check', fileOf(sheet.id)])).toContain('No syntax or stream encoding errors found');
    }
  });

  it('is there in every language of the table above, which are those of the press, for each of three handouts', () => {
    const tags = [...built.content.tools.keys()];
    expect(Object.keys(FOUND_AT_LEAST)).toEqual(tags);
    const shipped = printed.map(({ sheet }) => `${sheet.handout.id} ${sheet.language.tag}`);
    const handouts = ['calciphylaxis', 'calciphylaxis-visit', 'free-screening'];
    expect(shipped).toEqual(handouts.flatMap((id) => tags.map((tag) => `${id} ${tag}`)));
  });
});
