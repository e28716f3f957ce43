import type { PDFDocument, PDFPage } from '@cantoo/pdf-lib';
import { type Operation, parseContentStream } from '../content-stream.ts';
import { contentOf } from '../page-content.ts';
import { FontReader } from '../read-fonts.ts';

/** What a finished PDF says of itself. */
export interface PdfIdentity {
  title: string;
  /** BCP 47 tag of its main language. */
  lang: string;
  dir: 'ltr' | 'rtl';
  /** ISO date of the edition: the only date a sheet carries, so that the same text gives the same bytes. */
  date: string;
  /** Headings of the page in order. */
  headings: readonly string[];
  /** Margins of its pages, in points, in which nothing of its text stands. */
  margins: { above: number; below: number };
  /** True if it is to be printed on both sides of the paper. */
  isTwoSided: boolean;
}

/** A printed PDF while it is being repaired: its objects, and what its pages show, read once for all steps. */
export interface Draft {
  document: PDFDocument;
  identity: PdfIdentity;
  /** Operations of each page. */
  contents: Map<PDFPage, Operation[]>;
  /** What its fonts say, for the steps behind the one that writes them anew: each is read when it is first asked for. */
  fonts: FontReader;
}

/** Changes a draft in one respect. */
export type RepairStep = (draft: Draft) => void;

/** Opens a draft on a document. @throws {Error} for page content that cannot be read */
export function openDraft(document: PDFDocument, identity: PdfIdentity): Draft {
  const contents = new Map(document.getPages().map((page) => [page, parseContentStream(contentOf(page))]));
  return { document, identity, contents, fonts: new FontReader(document) };
}
