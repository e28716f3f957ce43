import { PDFArray, PDFDict, PDFHexString, PDFName, type PDFObject, PDFRef, PDFString } from '@cantoo/pdf-lib';
import { compareText } from '../../problem.ts';
import type { RepairStep } from './draft.ts';
import { attributesOf, structureElements, structureRoot } from './structure-elements.ts';

/**
 * Chromium names the elements that tables refer to after its own node numbers, which go on counting over the
 * pages a browser has printed. Here they are numbered by their order in the document.
 *
 * Before: `/TH /ID (node00004711)`
 * After: `/TH /ID (element1)`
 */
export const renumberElementIds: RepairStep = ({ document }) => {
  const names = new Map<string, PDFString>();
  const renamed = (old: string): PDFString => {
    const name = names.get(old) ?? PDFString.of(`element${names.size + 1}`);
    names.set(old, name);
    return name;
  };
  for (const { dict } of structureElements(document)) {
    const id = dict.get(PDFName.of('ID'));
    if (id instanceof PDFString || id instanceof PDFHexString) dict.set(PDFName.of('ID'), renamed(id.decodeText()));
    for (const headers of findHeaders(dict)) {
      headers.asArray().forEach((header, index) => {
        if (header instanceof PDFString || header instanceof PDFHexString)
          headers.set(index, renamed(header.decodeText()));
      });
    }
  }
  const tree = structureRoot(document).lookupMaybe(PDFName.of('IDTree'), PDFDict);
  if (tree) renameInTree(tree, renamed);
};

/** Lists of the ids of heads that the attributes of a cell name. */
export function findHeaders(element: PDFDict): PDFArray[] {
  return attributesOf(element).flatMap((attribute) => {
    const headers = attribute.lookup(PDFName.of('Headers'));
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
