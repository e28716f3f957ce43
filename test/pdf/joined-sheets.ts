import { PDFDocument } from '@cantoo/pdf-lib';
import { joinPdfs, type PdfPart } from '../../src/pdf/join-pdfs.ts';
import type { PrintedSheet } from '../../src/pdf/printed-file.ts';
import { type PdfFacts, readPdfFacts } from '../../src/pdf/read-pdf-facts.ts';
import { buildFixtureSite } from '../html/build-fixture-site.ts';
import { printBuilt } from './print-built-site.ts';

/** Sheets with tables, lists, pictures and links to places inside, in both directions of writing, and of other lengths. */
const IDS = ['full/en/water', 'full/ar/water', 'full/en/walking', 'full/ar/walking'];

/** What the whole says of itself. */
export const IDENTITY = {
  title: 'Water in all languages',
  lang: 'en',
  dir: 'ltr',
  date: '2026-11-21',
  isTwoSided: true,
} as const;

/** PDFs joined into one, with all that is known of the parts and of the whole. */
export interface JoinedSheets {
  printed: PrintedSheet[];
  parts: PdfPart[];
  bytes: Uint8Array;
  whole: PDFDocument;
  facts: PdfFacts;
  partFacts: PdfFacts[];
}

/** Reads a PDF of the fixture site back. */
export const readJoined = (bytes: Uint8Array): Promise<PdfFacts> => readPdfFacts(bytes, (lang) => lang === 'ar');

/** Prints sheets of the fixture site in two forms, and joins them. */
export async function joinSheets(): Promise<JoinedSheets> {
  const built = await buildFixtureSite({}, { forms: ['standard', 'large-print'] });
  const { value } = await printBuilt(built, { ids: IDS });
  const printed = IDS.flatMap((id) => value.filter(({ sheet }) => sheet.id === id));
  const parts = printed.map(({ bytes, pdf, sheet }) => ({ bytes, bookmark: `${sheet.language.name} – ${pdf}` }));
  const bytes = await joinPdfs(parts, IDENTITY);
  const whole = await PDFDocument.load(bytes, { updateMetadata: false });
  const partFacts = await Promise.all(parts.map((part) => readJoined(part.bytes)));
  return { printed, parts, bytes, whole, facts: await readJoined(bytes), partFacts };
}
