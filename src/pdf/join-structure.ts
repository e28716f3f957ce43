import {
  type PDFContext,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
} from '@cantoo/pdf-lib';
import { KEYS, kidsOf } from './repair/structure-elements.ts';

const name = (text: string) => PDFName.of(text);

/**
 * Makes one structure tree of those of several documents, whose objects are all in one already. The keys of its parent
 * tree go on counting from part to part (ISO 32000-1, 14.7.4.4).
 * @param catalogs what each document says of itself; names in it are those of no other
 */
export function joinStructure(whole: PDFDocument, catalogs: readonly PDFDict[]): void {
  const { context } = whole;
  const root = context.obj({ Type: 'StructTreeRoot' });
  const rootRef = context.register(root);
  const documents: PDFObject[] = [];
  const numbers: PDFObject[] = [];
  const idLeaves: PDFObject[] = [];
  const roles = context.obj({});
  let first = 0;
  for (const catalog of catalogs) {
    const ref = catalog.get(name('StructTreeRoot')) as PDFRef;
    const own = context.lookup(ref, PDFDict);
    for (const kid of kidsOf(own)) {
      context.lookup(kid, PDFDict).set(KEYS.parent, rootRef);
      documents.push(kid);
    }
    for (const [role, meaning] of own.lookupMaybe(name('RoleMap'), PDFDict)?.entries() ?? []) roles.set(role, meaning);
    idLeaves.push(...(own.lookupMaybe(name('IDTree'), PDFDict)?.lookup(name('Kids'), PDFArray).asArray() ?? []));
    for (const [key, parents] of takeEntries(context, own.get(name('ParentTree')))) {
      numbers.push(PDFNumber.of(first + key), parents);
    }
    shiftKeys(context, catalog, first);
    first += own.lookup(name('ParentTreeNextKey'), PDFNumber).asNumber();
    const ids = own.get(name('IDTree'));
    if (ids instanceof PDFRef) context.delete(ids);
    context.delete(ref);
  }
  root.set(KEYS.kids, context.obj(documents));
  root.set(name('ParentTree'), context.register(context.obj({ Nums: numbers })));
  root.set(name('ParentTreeNextKey'), PDFNumber.of(first));
  if (roles.keys().length > 0) root.set(name('RoleMap'), roles);
  if (idLeaves.length > 0) root.set(name('IDTree'), context.obj({ Kids: idLeaves }));
  whole.catalog.set(name('StructTreeRoot'), rootRef);
  whole.catalog.set(name('MarkInfo'), context.obj({ Marked: true }));
}

/** Takes a number tree apart, which may have branches (ISO 32000-1, 7.9.7): its entries, in order. */
function takeEntries(context: PDFContext, node: PDFObject | undefined): [key: number, entry: PDFObject][] {
  const dict = context.lookup(node, PDFDict);
  if (node instanceof PDFRef) context.delete(node);
  const branches = dict.lookupMaybe(name('Kids'), PDFArray)?.asArray() ?? [];
  const entries = branches.flatMap((branch) => takeEntries(context, branch));
  const own = dict.lookupMaybe(name('Nums'), PDFArray)?.asArray() ?? [];
  for (let index = 0; index + 1 < own.length; index += 2) {
    entries.push([(own[index] as PDFNumber).asNumber(), own[index + 1] as PDFObject]);
  }
  return entries;
}

/** Pages and annotations name their key in the parent tree. */
function shiftKeys(context: PDFContext, catalog: PDFDict, by: number): void {
  const shift = (dict: PDFDict, key: PDFName) => {
    const value = dict.lookupMaybe(key, PDFNumber);
    if (value) dict.set(key, PDFNumber.of(value.asNumber() + by));
  };
  const visit = (node: PDFDict): void => {
    for (const kid of node.lookupMaybe(name('Kids'), PDFArray)?.asArray() ?? []) visit(context.lookup(kid, PDFDict));
    shift(node, name('StructParents'));
    const annotations = node.lookupMaybe(name('Annots'), PDFArray);
    annotations?.asArray().forEach((_, index) => shift(annotations.lookup(index, PDFDict), name('StructParent')));
  };
  visit(catalog.lookup(name('Pages'), PDFDict));
}
