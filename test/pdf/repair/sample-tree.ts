import fc from 'fast-check';

/** An element of a structure tree; its entries are those it has beside its type, as a PDF dictionary. */
export interface SampleElement {
  type: string;
  entries: string;
  kids: SampleKid[];
}

/** An element, marked content by its number and page, or the annotation of a link, by its number. */
export type SampleKid = SampleElement | { mcid: number; page: number } | { link: number };

const PIECE =
  /(?<close>\])|link(?<link>\d+)|(?<mcid>\d+)(?:@(?<page>\d+))?|(?<type>[A-Z]\w*)\s*(?<entries><<(?:[^<>]|<<(?:[^<>]|<<[^<>]*>>)*>>)*>>)?\s*(?<open>\[)?/g;

/**
 * Reads a structure tree from a text such as `P <</Lang (en)>> [5 Strong [6@2] Link [7 link1]]`: elements by their
 * types, entries as PDF writes them, and what stands below in brackets. Numbers are marked content of the first page
 * or of another one, and `link1` is the annotation of the first link.
 */
export function readTree(text: string): SampleKid[] {
  if (text.replaceAll(PIECE, '').trim() !== '') throw new Error(`This is no structure tree: ${text}`);
  const top: SampleKid[] = [];
  const open = [top];
  for (const { groups = {} } of text.matchAll(PIECE)) {
    const { link, mcid, page = '1', type, entries = '<<>>' } = groups;
    const kids = open.at(-1) ?? top;
    if (link) kids.push({ link: Number(link) });
    else if (mcid) kids.push({ mcid: Number(mcid), page: Number(page) });
    else if (type) {
      const element = { type, entries, kids: [] };
      kids.push(element);
      if (groups.open) open.push(element.kids);
    } else open.pop();
  }
  return top;
}

/** Any structure tree of two pages, with a number of its own for each piece of content. */
export const anyTree = fc
  .letrec<{ kid: string; element: string }>((tie) => ({
    kid: fc.oneof({ maxDepth: 4, withCrossShrink: true }, fc.constantFrom('#', '#@2'), tie('element')),
    element: fc
      .tuple(
        fc.oneof(fc.constant('NonStruct'), fc.constantFrom('P', 'Strong', 'L', 'LI', 'Lbl', 'TD', 'Sect')),
        fc.constantFrom('', '', '', ' <</Lang (en)>>'),
        fc.array(tie('kid'), { maxLength: 3 }),
      )
      .map(([type, entries, kids]) => `${type}${entries} [${kids.join(' ')}]`),
  }))
  .element.map((tree) => {
    let mcid = 0;
    return `Document [${tree.replaceAll('#', () => String(mcid++))}]`;
  });
