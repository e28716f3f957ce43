import { createHash } from 'node:crypto';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { zlibSync } from 'fflate';
import { compareText } from '../problem.ts';
import { bookmarks } from './bookmarks.ts';
import { parseContentStream } from './content-stream.ts';
import { joinLetters } from './join-letters.ts';
import { joinTextObjects } from './join-text-objects.ts';
import { FontReader } from './read-fonts.ts';
import { roundShapes } from './round-shapes.ts';
import { writeContentStream } from './write-content-stream.ts';

/** What a finished PDF says of itself. */
export interface PdfIdentity {
  title: string;
  /** ISO date of the edition: the only date a sheet carries, so that the same text gives the same bytes. */
  date: string;
  /** Headings of the page in order. */
  headings: readonly string[];
}

type Step = (document: PDFDocument, identity: PdfIdentity) => void;

/** What is done to every PDF after printing, in this order. */
const STEPS: [string, Step][] = [
  ['information', setInformation],
  ['bookmarks', nameBookmarks],
  ['element ids', renumberElementIds],
  ['page content', tidyContent],
  ['file id', setFileId],
];

/**
 * Makes a printed PDF final: the same for the same content, whatever browser, clock or earlier print made it,
 * and smaller (object streams).
 */
export async function finishPdf(bytes: Uint8Array, identity: PdfIdentity): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Infinity });
  for (const [, step] of STEPS) step(document, identity);
  return document.save({
    useObjectStreams: true,
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: Infinity,
  });
}

/** Title and dates; Chromium would put the clock in. */
function setInformation(document: PDFDocument, { title, date }: PdfIdentity): void {
  const day = new Date(`${date}T00:00:00Z`);
  document.setTitle(title, { showInWindowTitleBar: true });
  document.setProducer('handout-press');
  document.setCreator('handout-press');
  document.setCreationDate(day);
  document.setModificationDate(day);
}

/**
 * Writes the titles of the bookmarks anew: Chromium puts the words of a right-to-left heading in reverse
 * order and loses the space where a heading wraps (headless shell 147).
 */
function nameBookmarks(document: PDFDocument, { headings }: PdfIdentity): void {
  const items = bookmarks(document.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict));
  if (items.length !== headings.length) {
    throw new Error(`The PDF has ${items.length} bookmarks for ${headings.length} headings.`);
  }
  items.forEach((item, index) => item.set(PDFName.of('Title'), PDFHexString.fromText(headings[index] ?? '')));
}

/**
 * Chromium names the elements that tables refer to after its own node numbers, which go on counting over the
 * pages a browser has printed. Here they are numbered by their order in the document.
 */
function renumberElementIds(document: PDFDocument): void {
  const names = new Map<string, PDFString>();
  const renamed = (old: string): PDFString => {
    const name = names.get(old) ?? PDFString.of(`element${names.size + 1}`);
    names.set(old, name);
    return name;
  };
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || !object.has(PDFName.of('S'))) continue;
    const id = object.get(PDFName.of('ID'));
    if (id instanceof PDFString || id instanceof PDFHexString) object.set(PDFName.of('ID'), renamed(id.decodeText()));
    for (const headers of findHeaders(object)) {
      headers.asArray().forEach((header, index) => {
        if (header instanceof PDFString || header instanceof PDFHexString)
          headers.set(index, renamed(header.decodeText()));
      });
    }
  }
  const root = document.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  const tree = root?.lookupMaybe(PDFName.of('IDTree'), PDFDict);
  if (tree) renameInTree(tree, renamed);
}

function findHeaders(element: PDFDict): PDFArray[] {
  const attributes = element.lookup(PDFName.of('A'));
  const all: (PDFObject | undefined)[] =
    attributes instanceof PDFArray ? attributes.asArray().map((_, index) => attributes.lookup(index)) : [attributes];
  return all.flatMap((attribute) => {
    const headers = attribute instanceof PDFDict ? attribute.lookup(PDFName.of('Headers')) : undefined;
    return headers instanceof PDFArray ? [headers] : [];
  });
}

/** The names of a name tree must stay sorted (ISO 32000-1, 7.9.6), so it is written anew, as one leaf. */
function renameInTree(tree: PDFDict, renamed: (old: string) => PDFString): void {
  const { context } = tree;
  const entries: [PDFString, PDFObject][] = [];
  const collect = (node: PDFDict): void => {
    const names = node.lookupMaybe(PDFName.of('Names'), PDFArray)?.asArray() ?? [];
    for (let index = 0; index + 1 < names.length; index += 2) {
      const [name, value] = [names[index], names[index + 1]];
      const isName = name instanceof PDFString || name instanceof PDFHexString;
      if (isName && value) entries.push([renamed(name.decodeText()), value]);
    }
    for (const kid of node.lookupMaybe(PDFName.of('Kids'), PDFArray)?.asArray() ?? []) {
      collect(context.lookup(kid, PDFDict));
      // The old leaf would stay in the file, with the old names.
      if (kid instanceof PDFRef) context.delete(kid);
    }
  };
  collect(tree);
  entries.sort(([a], [b]) => compareText(a.asString(), b.asString()));
  const [first, last] = [entries[0], entries.at(-1)];
  if (!first || !last) return;
  const leaf = context.obj({ Names: entries.flat(), Limits: [first[0], last[0]] });
  tree.delete(PDFName.of('Names'));
  tree.set(PDFName.of('Kids'), context.obj([context.register(leaf)]));
}

/** Writes what the pages show anew, shorter: a third fewer bytes to pass from phone to phone. */
function tidyContent(document: PDFDocument): void {
  const fonts = new FontReader(document);
  for (const page of document.getPages()) {
    const ref = page.node.get(PDFName.of('Contents'));
    const stream = ref instanceof PDFRef ? document.context.lookup(ref) : undefined;
    // Chromium gives a page one stream; what is written otherwise is right as it is, only longer.
    if (!(ref instanceof PDFRef) || !(stream instanceof PDFRawStream)) continue;
    const operations = parseContentStream(decodePDFRawStream(stream).decode());
    const shorter = roundShapes(joinLetters(joinTextObjects(operations), fonts.fontsOf(page.node.Resources())));
    // A compressor in JavaScript, because Node's own gives other bytes with another version of Node.
    const packed = zlibSync(writeContentStream(shorter), { level: 9 });
    document.context.assign(ref, document.context.stream(packed, { Filter: 'FlateDecode' }));
  }
}

/** A file id from the content itself (ISO 32000-1, 14.4 suggests the clock; two builds must agree). */
function setFileId(document: PDFDocument): void {
  const hash = createHash('sha256');
  for (const [ref, object] of document.context.enumerateIndirectObjects())
    hash.update(`${ref.toString()}${object.toString()}`);
  const id = PDFHexString.of(hash.digest('hex').slice(0, 32).toUpperCase());
  document.context.trailerInfo.ID = document.context.obj([id, id]);
}
