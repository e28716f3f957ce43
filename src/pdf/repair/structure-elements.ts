import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { UnrepairableError } from './unrepairable.ts';

/** An element of the structure tree (ISO 32000-1, 14.7.2). */
export interface StructureElement {
  ref: PDFRef;
  dict: PDFDict;
  /** Its type as written, such as `P` or `Strong`. */
  type: string;
  /** Element above it; nothing for the topmost. */
  parent: PDFDict | undefined;
}

/** The names this folder writes again and again. */
export const KEYS = {
  attributes: PDFName.of('A'),
  kids: PDFName.of('K'),
  page: PDFName.of('Pg'),
  parent: PDFName.of('P'),
  type: PDFName.of('S'),
  mcid: PDFName.of('MCID'),
  object: PDFName.of('Obj'),
  lang: PDFName.of('Lang'),
} as const;

/** The root of the structure tree. @throws {UnrepairableError} for a PDF without tags */
export function structureRoot(document: PDFDocument): PDFDict {
  const root = document.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  if (!root) throw new UnrepairableError('The PDF has no tags.');
  return root;
}

/** All elements of a document in reading order, each before those below it. */
export function structureElements(document: PDFDocument): StructureElement[] {
  const { context } = document;
  const found: StructureElement[] = [];
  const visit = (kid: PDFObject, parent: PDFDict | undefined): void => {
    const dict = context.lookup(kid);
    if (!(kid instanceof PDFRef) || !(dict instanceof PDFDict)) return;
    const type = dict.get(KEYS.type);
    if (!(type instanceof PDFName)) return;
    found.push({ ref: kid, dict, type: nameOf(type), parent });
    for (const below of kidsOf(dict)) visit(below, dict);
  };
  for (const kid of kidsOf(structureRoot(document))) visit(kid, undefined);
  return found;
}

/** Types by their names, which are one object each, however often they stand in a document. */
const TYPES = new Map<PDFName, string>();

function nameOf(type: PDFName): string {
  const known = TYPES.get(type) ?? type.decodeText();
  TYPES.set(type, known);
  return known;
}

/** What stands below an element: elements, numbers of marked content, and references to objects. */
export function kidsOf(element: PDFDict): PDFObject[] {
  const kid = element.get(KEYS.kids);
  const kids = kid instanceof PDFRef ? element.context.lookup(kid) : kid;
  if (kids instanceof PDFArray) return kids.asArray();
  return kid === undefined ? [] : [kid];
}

/** Puts others in the place of what stands below an element. */
export function setKids(element: PDFDict, kids: readonly PDFObject[]): void {
  const [first] = kids;
  if (first === undefined) element.delete(KEYS.kids);
  else element.set(KEYS.kids, kids.length === 1 ? first : element.context.obj([...kids]));
}

/** A piece of a page's content that an element claims. */
export interface ContentClaim {
  mcid: number;
  page: PDFRef;
}

/** The content a kid of an element claims, if it is that kind of kid; a number alone counts on the element's own page. */
export function claimOf(kid: PDFObject, element: PDFDict): ContentClaim | undefined {
  const value = element.context.lookup(kid);
  const reference = value instanceof PDFDict ? value : undefined;
  const mcid = reference ? reference.lookup(KEYS.mcid) : value;
  const page = reference?.get(KEYS.page) ?? element.get(KEYS.page);
  return mcid instanceof PDFNumber && page instanceof PDFRef ? { mcid: mcid.asNumber(), page } : undefined;
}

/** The objects that an element refers to, such as the annotation of a link (ISO 32000-1, 14.7.4.3). */
export function objectsOf(element: PDFDict): PDFObject[] {
  return kidsOf(element).flatMap((kid) => {
    const reference = element.context.lookup(kid);
    return reference instanceof PDFDict ? (reference.get(KEYS.object) ?? []) : [];
  });
}

/** True for a kid that is an element itself. */
export function isElement(kid: PDFObject, { context }: PDFDict): boolean {
  const value = context.lookup(kid);
  return value instanceof PDFDict && value.get(KEYS.type) instanceof PDFName;
}

/** Attribute dictionaries of an element (ISO 32000-1, 14.7.5): it has none, one, or a list. */
export function attributesOf(element: PDFDict): PDFDict[] {
  const value = element.lookup(KEYS.attributes);
  const all = value instanceof PDFArray ? value.asArray().map((_, index) => value.lookup(index)) : [value];
  return all.filter((attribute) => attribute instanceof PDFDict);
}

/** Gives an element one more attribute dictionary. */
export function addAttribute(element: PDFDict, attribute: PDFDict): void {
  element.set(KEYS.attributes, element.context.obj([...attributesOf(element), attribute]));
}
