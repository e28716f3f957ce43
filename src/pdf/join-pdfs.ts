import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { bookmarks } from './bookmarks.ts';
import { joinStructure } from './join-structure.ts';
import type { PdfIdentity } from './repair/draft.ts';
import { FontReader } from './read-fonts.ts';
import { setFileId } from './repair/file-id.ts';
import { setInformation, setViewing } from './repair/information.ts';
import { setOutputIntent } from './repair/output-intent.ts';
import { savePdf } from './repair/save-pdf.ts';
import { attributesOf, structureElements, structureRoot } from './repair/structure-elements.ts';

/** A finished PDF that becomes a part of a larger one. */
export interface PdfPart {
  bytes: Uint8Array;
  /** Its bookmark; its own bookmarks stand below it. */
  bookmark: string;
}

const name = (text: string) => PDFName.of(text);

/**
 * Joins finished PDFs into one that is as accessible as they are: each part is a document in the structure tree, in its
 * own language, and its links, tables and bookmarks go on working. Programs that join PDFs drop the tags.
 */
export async function joinPdfs(
  parts: readonly PdfPart[],
  identity: Omit<PdfIdentity, 'headings' | 'margins'>,
): Promise<Uint8Array> {
  const whole = await PDFDocument.create({ updateMetadata: false });
  const joined: JoinedPart[] = [];
  for (const [index, { bytes, bookmark }] of parts.entries()) {
    const part = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Infinity });
    // All of one length: names of a name tree are sorted as text (ISO 32000-1, 7.9.6).
    makeNamesUnique(part, `part${String(index + 1).padStart(6, '0')}-`);
    joined.push({ ...copyObjects(part, whole.context), bookmark });
  }
  joinPages(whole, joined);
  joinStructure(
    whole,
    joined.map(({ catalog }) => catalog),
  );
  joinDestinations(whole, joined);
  joinBookmarks(whole, joined);
  const draft = {
    document: whole,
    identity: { ...identity, headings: [], margins: { above: 0, below: 0 } },
    contents: new Map(),
    fonts: new FontReader(whole),
  };
  for (const step of [setInformation, setViewing, setOutputIntent, setFileId]) step(draft);
  return savePdf(whole);
}

/** A part whose objects are in the new file. */
interface JoinedPart {
  catalog: PDFDict;
  bookmark: string;
}

/** Copies all objects of a document, under numbers that are free in another. */
function copyObjects(part: PDFDocument, context: PDFContext): { catalog: PDFDict } {
  const offset = context.largestObjectNumber;
  const moved = (ref: PDFRef) => PDFRef.of(ref.objectNumber + offset);
  for (const [ref, object] of part.context.enumerateIndirectObjects()) {
    context.assign(moved(ref), copyOf(object, context, moved));
  }
  const root = part.context.trailerInfo.Root as PDFRef;
  const catalog = context.lookup(moved(root), PDFDict);
  // Said once for the whole file.
  for (const key of ['Metadata', 'OutputIntents']) deleteDeep(context, catalog.get(name(key)));
  context.delete(moved(root));
  const info = part.context.trailerInfo.Info;
  if (info instanceof PDFRef) context.delete(moved(info));
  return { catalog };
}

function copyOf(object: PDFObject, context: PDFContext, moved: (ref: PDFRef) => PDFRef): PDFObject {
  if (object instanceof PDFRef) return moved(object);
  if (object instanceof PDFRawStream) {
    return PDFRawStream.of(copyOf(object.dict, context, moved) as PDFDict, object.contents);
  }
  if (object instanceof PDFArray) return context.obj(object.asArray().map((one) => copyOf(one, context, moved)));
  if (!(object instanceof PDFDict)) return object;
  const copy = object.clone(context);
  for (const [key, value] of object.entries()) copy.set(key, copyOf(value, context, moved));
  return copy;
}

function deleteDeep(context: PDFContext, value: PDFObject | undefined): void {
  const object = context.lookup(value);
  if (object instanceof PDFArray) object.asArray().forEach((one) => deleteDeep(context, one));
  if (object instanceof PDFDict) for (const [, one] of object.entries()) deleteDeep(context, one);
  if (value instanceof PDFRef) context.delete(value);
}

/** Table cells and places that links lead to are known by names, which each part has given itself from the same list. */
function makeNamesUnique(part: PDFDocument, start: string): void {
  const longer = (text: PDFString | PDFHexString) => PDFString.of(start + text.decodeText());
  for (const { dict } of structureElements(part)) {
    const id = dict.lookupMaybe(name('ID'), PDFString, PDFHexString);
    if (id) dict.set(name('ID'), longer(id));
    for (const attribute of attributesOf(dict)) {
      const headers = attribute.lookupMaybe(name('Headers'), PDFArray);
      headers?.asArray().forEach((_, index) => headers.set(index, longer(headers.lookup(index, PDFString))));
    }
  }
  const leaves = structureRoot(part).lookupMaybe(name('IDTree'), PDFDict)?.lookup(name('Kids'), PDFArray);
  for (const leaf of leaves?.asArray() ?? []) {
    const dict = part.context.lookup(leaf, PDFDict);
    const names = dict.lookup(name('Names'), PDFArray);
    for (let index = 0; index < names.size(); index += 2) names.set(index, longer(names.lookup(index, PDFString)));
    const limits = dict.lookup(name('Limits'), PDFArray);
    for (const index of [0, 1]) limits.set(index, longer(limits.lookup(index, PDFString)));
  }
  const places = part.catalog.lookupMaybe(name('Dests'), PDFDict);
  for (const [key, place] of places?.entries() ?? []) {
    places?.delete(key);
    places?.set(name(start + key.decodeText()), place);
  }
  for (const [, object] of part.context.enumerateIndirectObjects()) {
    const place = object instanceof PDFDict ? object.get(name('Dest')) : undefined;
    if (place instanceof PDFName) (object as PDFDict).set(name('Dest'), name(start + place.decodeText()));
  }
}

/** The page trees of the parts become branches of one. */
function joinPages({ context, catalog }: PDFDocument, parts: readonly JoinedPart[]): void {
  const root = catalog.lookup(name('Pages'), PDFDict);
  const rootRef = catalog.get(name('Pages')) as PDFRef;
  const branches = parts.map(({ catalog: part }) => part.get(name('Pages')) as PDFRef);
  let count = 0;
  for (const branch of branches) {
    const dict = context.lookup(branch, PDFDict);
    dict.set(name('Parent'), rootRef);
    count += dict.lookup(name('Count'), PDFNumber).asNumber();
  }
  root.set(name('Kids'), context.obj(branches));
  root.set(name('Count'), PDFNumber.of(count));
}

/** The places links lead to become one list. */
function joinDestinations({ context, catalog }: PDFDocument, parts: readonly JoinedPart[]): void {
  const places = context.obj({});
  for (const { catalog: part } of parts) {
    for (const [key, place] of part.lookupMaybe(name('Dests'), PDFDict)?.entries() ?? []) places.set(key, place);
    const ref = part.get(name('Dests'));
    if (ref instanceof PDFRef) context.delete(ref);
  }
  if (places.keys().length > 0) catalog.set(name('Dests'), context.register(places));
}

/** One closed bookmark for each part, with the part's own below it (ISO 32000-1, 12.3.3). */
function joinBookmarks({ context, catalog }: PDFDocument, parts: readonly JoinedPart[]): void {
  const root = context.obj({ Type: 'Outlines' });
  const rootRef = context.register(root);
  const items = parts.map(({ catalog: part, bookmark }) => {
    const ref = part.get(name('Outlines')) as PDFRef;
    const item = context.lookup(ref, PDFDict);
    const below = bookmarks(item);
    const [first] = below;
    item.delete(name('Type'));
    item.set(name('Title'), PDFHexString.fromText(bookmark));
    item.set(name('Parent'), rootRef);
    item.set(name('Count'), PDFNumber.of(-below.length));
    if (first) item.set(name('Dest'), first.get(name('Dest')) as PDFObject);
    return { ref, item };
  });
  items.forEach(({ item }, index) => {
    const [before, after] = [items[index - 1], items[index + 1]];
    if (before) item.set(name('Prev'), before.ref);
    if (after) item.set(name('Next'), after.ref);
  });
  const [first, last] = [items[0], items.at(-1)];
  if (!first || !last) return;
  root.set(name('First'), first.ref);
  root.set(name('Last'), last.ref);
  root.set(name('Count'), PDFNumber.of(items.length));
  catalog.set(name('Outlines'), rootRef);
}
