import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectedTexts } from '../../src/html/expected-text.ts';
import { comparable } from '../../src/pdf/check-printed.ts';
import type { PrintedSheet } from '../../src/pdf/print-sheets.ts';
import { fixtureSettings, PROJECT } from '../fixture-site.ts';
import { type BuiltSite, buildWholeSite } from '../html/build-fixture-site.ts';
import { printBuilt } from './print-built-site.ts';

/**
 * The share of a sheet's texts that other programs find whole: the worse of two handouts, a little below what
 * was measured on 2026-11-23. Our own reader finds all. Measured (calciphylaxis / free-screening):
 *
 * | language | pdf.js 5.6 (Firefox) | pdftotext 22.12   |
 * | en       | 1.00 / 1.00          | 1.00 / 1.00       |
 * | es       | 1.00 / 1.00          | 0.99 / 0.98       |
 * | ar       | 0.12 / 0.15          | 0.61 / 0.53       |
 * | zh-Hant  | 1.00 / 1.00          | 0.96 / 0.97       |
 * | km       | 0.15 / 0.17          | 0.93 / 0.87       |
 *
 * pdf.js ignores ActualText, by which letters that are drawn in parts are given back; what it does find in Arabic
 * and Khmer is Latin text and numbers. pdftotext puts cells of the panel that stand side by side on one line.
 */
const FOUND_AT_LEAST: Record<string, { pdfjs: number; poppler: number }> = {
  en: { pdfjs: 1, poppler: 1 },
  es: { pdfjs: 1, poppler: 0.95 },
  ar: { pdfjs: 0.1, poppler: 0.5 },
  'zh-Hant': { pdfjs: 1, poppler: 0.93 },
  km: { pdfjs: 0.13, poppler: 0.82 },
};

const has = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;
const [hasPdftotext, hasPdffonts, hasQpdf] = ['pdftotext', 'pdffonts', 'qpdf'].map(has);

let built: BuiltSite;
let printed: PrintedSheet[];
let folder: string;
beforeAll(async () => {
  built = await buildWholeSite(await fixtureSettings(PROJECT));
  printed = (await printBuilt(built)).value;
  folder = await mkdtemp(join(tmpdir(), 'handout-press-readers-'));
  for (const { sheet, bytes } of printed) await writeFile(fileOf(sheet.id), bytes);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const fileOf = (id: string): string => join(folder, `${id.replaceAll('/', '-')}.pdf`);
const sheetsIn = (locale: string): PrintedSheet[] => printed.filter(({ sheet }) => sheet.language.tag === locale);

function textsOf({ sheet }: PrintedSheet): string[] {
  const tools = built.content.tools.get(sheet.language.tag);
  return tools ? expectedTexts(sheet, tools).map(({ text }) => text) : [];
}

/** Presentation forms count as the letters they show. */
const plain = (text: string): string => comparable(text.normalize('NFKC'));

function shareFound(one: PrintedSheet, text: string): number {
  const texts = textsOf(one);
  return texts.filter((wanted) => plain(text).includes(plain(wanted))).length / texts.length;
}

const phonesIn = (text: string): string[] => text.match(/(?<!\d)(1-)?\d{3}-\d{3}-\d{4}(?!\d)/g) ?? [];

const openWithPdfjs = ({ bytes }: PrintedSheet): Promise<PDFDocumentProxy> =>
  getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;

async function textByPdfjs(one: PrintedSheet): Promise<string> {
  const document = await openWithPdfjs(one);
  const pages = Array.from({ length: document.numPages }, async (_, index) => {
    const { items } = await (await document.getPage(index + 1)).getTextContent();
    return items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
  });
  return (await Promise.all(pages)).join('\n');
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
      const text = await textByPdfjs(one);
      expect(shareFound(one, text)).toBeGreaterThanOrEqual(FOUND_AT_LEAST[locale]?.pdfjs ?? 1);
      expect(phonesIn(text)).toEqual(textsOf(one).flatMap(phonesIn));
    }
  });
});

describe.each(Object.keys(FOUND_AT_LEAST))('a sheet in %s, read by poppler', (locale) => {
  it.skipIf(!hasPdftotext)('has as much of its text as before (needs pdftotext)', () => {
    for (const one of sheetsIn(locale)) {
      const text = run('pdftotext', [fileOf(one.sheet.id), '-']);
      expect(shareFound(one, text)).toBeGreaterThanOrEqual(FOUND_AT_LEAST[locale]?.poppler ?? 1);
    }
  });

  it.skipIf(!hasPdftotext)('has every phone number in its place (needs pdftotext)', () => {
    for (const one of sheetsIn(locale)) {
      // In the order of drawing; by place on the page, the two halves of the panel change places.
      const text = run('pdftotext', ['-raw', fileOf(one.sheet.id), '-']);
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

  it('is there in every language of the table above', () => {
    expect(new Set(printed.map(({ sheet }) => sheet.language.tag))).toEqual(new Set(Object.keys(FOUND_AT_LEAST)));
  });
});
