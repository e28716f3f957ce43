import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject } from '@cantoo/pdf-lib';
import type { Draft } from '../../../src/pdf/repair/draft.ts';

/** Keys that every element has; its place in the tree says what is in them. */
const OF_THE_TREE = ['Type', 'S', 'P', 'K', 'Pg'].map((key) => PDFName.of(key));

/**
 * The structure tree of a draft, in the form of a sample: `P <</Lang (en)>> [5 Strong [6@2]]`. Content of no page is
 * `5@?`, an object that is not in the file is `nothing`, and `P?` names another parent than the one it stands in.
 */
export function shownTree({ document }: Pick<Draft, 'document'>): string {
  const { context } = document;
  const pages = document.getPages();
  const annotations = pages.flatMap(({ node }) => node.Annots()?.asArray() ?? []);
  const shownClaim = (mcid: PDFNumber, page: PDFObject | undefined): string => {
    const number = pages.findIndex(({ ref }) => ref === page) + 1;
    return number === 1 ? String(mcid) : `${mcid.asNumber()}@${number || '?'}`;
  };
  const shown = (kid: PDFObject, above: PDFObject | undefined, page: PDFObject | undefined): string => {
    const value = context.lookup(kid);
    if (value instanceof PDFNumber) return shownClaim(value, page);
    if (!(value instanceof PDFDict)) return 'nothing';
    const [own, mcid, object] = ['Pg', 'MCID', 'Obj'].map((key) => value.get(PDFName.of(key)));
    if (mcid instanceof PDFNumber) return shownClaim(mcid, own ?? page);
    if (object) return `link${annotations.indexOf(object) + 1}`;
    const type = value.lookup(PDFName.of('S'), PDFName).decodeText();
    const parts = [value.get(PDFName.of('P')) === above ? type : `${type}?`];
    const entries = value.entries().filter(([key]) => !OF_THE_TREE.includes(key));
    if (entries.length > 0)
      parts.push(`<<${entries.map(([key, entry]) => `${String(key)} ${tidy(entry)}`).join(' ')}>>`);
    if (value.has(PDFName.of('K'))) parts.push(`[${shownKids(value, kid)}]`);
    return parts.join(' ');
  };
  const shownKids = (element: PDFDict, ref: PDFObject | undefined): string => {
    const [kids, kid] = [element.lookup(PDFName.of('K')), element.get(PDFName.of('K'))];
    const all = kids instanceof PDFArray ? kids.asArray() : [kid].filter((one) => one !== undefined);
    return all.map((one) => shown(one, ref, element.get(PDFName.of('Pg')))).join(' ');
  };
  const root = document.catalog.get(PDFName.of('StructTreeRoot'));
  return shownKids(context.lookup(root, PDFDict), root);
}

/** An object on one line, without the spaces it does not need. */
export function tidy(object: PDFObject | undefined): string {
  return String(object)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(<<|\[) | (?=>>|\])/g, '$1');
}
