import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { joinPdfs } from '../../src/pdf/join-pdfs.ts';
import { attributesOf, claimOf, KEYS, kidsOf, structureElements } from '../../src/pdf/repair/structure-elements.ts';
import { IDENTITY, type JoinedSheets, joinSheets } from './joined-sheets.ts';

const name = (text: string): PDFName => PDFName.of(text);
const textOf = (dict: PDFDict, key: string): string | undefined =>
  dict.lookupMaybe(name(key), PDFString, PDFHexString)?.decodeText();

let printed: JoinedSheets['printed'];
let parts: JoinedSheets['parts'];
let whole: JoinedSheets['whole'];
let partFacts: JoinedSheets['partFacts'];
beforeAll(async () => {
  ({ printed, parts, whole, partFacts } = await joinSheets());
});

describe('the bookmarks of PDFs joined into one', () => {
  const below = (item: PDFDict): PDFDict[] => {
    const items: PDFDict[] = [];
    let next = item.lookupMaybe(name('First'), PDFDict);
    for (; next; next = next.lookupMaybe(name('Next'), PDFDict)) items.push(next);
    return items;
  };
  const outlineOf = (document: PDFDocument): PDFDict => document.catalog.lookup(name('Outlines'), PDFDict);
  const titles = (items: PDFDict[]): (string | undefined)[] => items.map((item) => textOf(item, 'Title'));

  it('are one a part, with the part’s own below it', async () => {
    const top = below(outlineOf(whole));
    expect(titles(top)).toEqual(parts.map(({ bookmark }) => bookmark));
    for (const [index, item] of top.entries()) {
      const own = await PDFDocument.load(parts[index]?.bytes ?? '', { updateMetadata: false });
      const shown = (items: PDFDict[]): unknown[] => items.map((one) => [textOf(one, 'Title'), shown(below(one))]);
      expect(shown(below(item))).toEqual(shown(below(outlineOf(own))));
    }
  });

  it('are closed, so that the languages fit on a screen, and count what they hold', () => {
    const outline = outlineOf(whole);
    expect(outline.lookup(name('Count'), PDFNumber).asNumber()).toBe(parts.length);
    for (const item of below(outline)) {
      const all = (one: PDFDict): number => below(one).reduce((sum, kid) => sum + 1 + all(kid), 0);
      expect(item.lookup(name('Count'), PDFNumber).asNumber()).toBe(-all(item));
    }
  });

  it('are linked both ways, and to what is above them', () => {
    const check = (parent: PDFDict): void => {
      const items = below(parent);
      expect(parent.lookupMaybe(name('Last'), PDFDict)).toBe(items.at(-1));
      for (const [index, item] of items.entries()) {
        expect(item.lookup(name('Parent'))).toBe(parent);
        expect(item.lookup(name('Prev'))).toBe(items[index - 1]);
        check(item);
      }
    };
    check(outlineOf(whole));
  });

  it('lead to a page of their own part', () => {
    const pages = whole.getPages();
    let first = 0;
    for (const [index, item] of below(outlineOf(whole)).entries()) {
      const last = first + (partFacts[index]?.pages ?? 0);
      const own = pages.slice(first, last).map(({ ref }) => ref.toString());
      const all = (one: PDFDict): PDFDict[] => [one, ...below(one).flatMap(all)];
      const targets = all(item).map((one) => pageOf(one.get(name('Dest'))));
      expect(targets.filter((target) => !own.includes(target ?? ''))).toEqual([]);
      expect(targets[0]).toBe(own[0]);
      first = last;
    }
  });
});

/** The page a destination leads to: it is written out, or a name among those of the file. */
function pageOf(destination: PDFObject | undefined): string | undefined {
  const places = whole.catalog.lookupMaybe(name('Dests'), PDFDict);
  const value = destination instanceof PDFName ? places?.lookup(destination) : whole.context.lookup(destination);
  const array = value instanceof PDFDict ? value.lookup(name('D')) : value;
  const page = array instanceof PDFArray ? array.get(0) : undefined;
  return page instanceof PDFRef ? page.toString() : undefined;
}

describe('the structure of PDFs joined into one', () => {
  it('is a document a part, each in its own language', () => {
    const documents = structureElements(whole).filter(({ parent }) => !parent);
    expect(documents.map(({ type, dict }) => [type, textOf(dict, 'Lang')])).toEqual(
      partFacts.map(({ lang }) => ['Document', lang]),
    );
    expect(new Set(partFacts.map(({ lang }) => lang))).toEqual(new Set(['en', 'ar']));
    const root = whole.catalog.get(name('StructTreeRoot'));
    expect(documents.every(({ dict }) => dict.get(KEYS.parent) === root)).toBe(true);
  });

  it('has as many elements as its parts have, each with the element above it', async () => {
    const counts = await Promise.all(
      parts.map(
        async (part) => structureElements(await PDFDocument.load(part.bytes, { updateMetadata: false })).length,
      ),
    );
    const all = structureElements(whole);
    expect(all).toHaveLength(counts.reduce((sum, count) => sum + count, 0));
    expect(all.filter(({ dict, parent }) => parent && dict.lookup(KEYS.parent) !== parent)).toEqual([]);
  });

  /** The parent tree: by key, what claims the content of a page, or a link (ISO 32000-1, 14.7.4.4). */
  const parentTree = (): { keys: number[]; valueOf: (key: number) => PDFObject | undefined } => {
    const root = whole.catalog.lookup(name('StructTreeRoot'), PDFDict);
    const numbers = root.lookup(name('ParentTree'), PDFDict).lookup(name('Nums'), PDFArray);
    const keys = numbers
      .asArray()
      .flatMap((_, index) => (index % 2 ? [] : numbers.lookup(index, PDFNumber).asNumber()));
    expect(root.lookup(name('ParentTreeNextKey'), PDFNumber).asNumber()).toBeGreaterThan(Math.max(...keys));
    return { keys, valueOf: (key) => whole.context.lookup(numbers.get(2 * keys.indexOf(key) + 1)) };
  };

  it('has every key of its parent tree once, in order', () => {
    const { keys } = parentTree();
    expect(keys).toEqual([...new Set(keys)].sort((a, b) => a - b));
    const root = whole.catalog.lookup(name('StructTreeRoot'), PDFDict);
    expect(root.lookup(name('ParentTree'), PDFDict).lookup(name('Kids'))).toBeUndefined();
  });

  it('leads from every page’s content back to the element that claims it', () => {
    const { keys, valueOf } = parentTree();
    const claims = structureElements(whole).flatMap(({ ref, dict }) =>
      kidsOf(dict).flatMap((kid) => {
        const claim = claimOf(kid, dict);
        return claim ? [{ ...claim, ref }] : [];
      }),
    );
    expect(claims.length).toBeGreaterThan(300);
    const used: number[] = [];
    for (const page of whole.getPages()) {
      const key = page.node.lookup(name('StructParents'), PDFNumber).asNumber();
      used.push(key);
      const owners = valueOf(key) as PDFArray;
      const own = claims.filter((claim) => claim.page === page.ref);
      expect(own.length).toBeGreaterThan(0);
      expect(own.filter(({ mcid, ref }) => owners.get(mcid) !== ref)).toEqual([]);
    }
    expect(new Set(used).size).toBe(whole.getPageCount());
    expect(used.filter((key) => !keys.includes(key))).toEqual([]);
  });

  it('leads from every link back to its element, and from that to the link', () => {
    const { valueOf } = parentTree();
    let count = 0;
    for (const annotation of annotations()) {
      const element = valueOf(annotation.dict.lookup(name('StructParent'), PDFNumber).asNumber()) as PDFDict;
      expect(String(element.get(KEYS.type))).toBe('/Link');
      const objects = kidsOf(element).flatMap((kid) => {
        const value = whole.context.lookup(kid);
        return value instanceof PDFDict ? (value.get(KEYS.object) ?? []) : [];
      });
      expect(objects).toContain(annotation.ref);
      count += 1;
    }
    expect(count).toBeGreaterThan(40);
  });

  it('has every name of a table cell once, found in its list of names, and every cell’s heads by their names', () => {
    const elements = structureElements(whole);
    const named = elements.flatMap(({ dict, ref }) => {
      const id = textOf(dict, 'ID');
      return id === undefined ? [] : [[id, ref] as const];
    });
    const ids = new Map(named);
    expect(ids.size).toBe(named.length);
    expect(ids.size).toBeGreaterThan(4);
    const heads = elements.flatMap(({ dict }) =>
      attributesOf(dict).flatMap((attribute) => {
        const list = attribute.lookupMaybe(name('Headers'), PDFArray);
        return list?.asArray().map((_, index) => list.lookup(index, PDFString, PDFHexString).decodeText()) ?? [];
      }),
    );
    expect(heads.length).toBeGreaterThan(0);
    expect(heads.filter((id) => !ids.has(id))).toEqual([]);
    expect(new Map(listedNames(whole).flatMap(({ names }) => names))).toEqual(ids);
  });

  it('lists those names in order, also of many parts, each list between its limits, or no reader finds them', async () => {
    const tables = parts.filter((_, index) => printed[index]?.sheet.handout.id === 'water');
    const many = await joinPdfs([...tables, ...tables, ...tables], IDENTITY);
    const lists = listedNames(await PDFDocument.load(many, { updateMetadata: false }));
    // Twelve sheets, each with the names of its own cells and those of its panel.
    expect(lists).toHaveLength(24);
    // ISO 32000-1, 7.9.6.
    const names = lists.flatMap((list) => list.names.map(([id]) => id));
    expect(names).toEqual([...names].sort());
    expect(lists.map(({ limits }) => limits)).toEqual(
      lists.map((list) => [list.names[0]?.[0], list.names.at(-1)?.[0]]),
    );
  });
});

/** The lists in which the names of structure elements stand, with the first and last name each says it has. */
function listedNames(document: PDFDocument): { limits: string[]; names: (readonly [string, PDFObject])[] }[] {
  const tree = document.catalog.lookup(name('StructTreeRoot'), PDFDict).lookup(name('IDTree'), PDFDict);
  const leaves = tree.lookup(name('Kids'), PDFArray);
  return leaves.asArray().map((_, leaf) => {
    const [names, limits] = ['Names', 'Limits'].map((key) => leaves.lookup(leaf, PDFDict).lookup(name(key), PDFArray));
    const at = (array: PDFArray | undefined, index: number) => array?.lookup(index, PDFString).decodeText() ?? '';
    const pairs = Array.from({ length: (names?.size() ?? 0) / 2 }, (_one, index) => 2 * index);
    return {
      limits: [at(limits, 0), at(limits, 1)],
      names: pairs.map((index) => [at(names, index), names?.get(index + 1) as PDFObject] as const),
    };
  });
}

/** All links, by page. */
function annotations(): { page: number; ref: PDFObject; dict: PDFDict }[] {
  return whole.getPages().flatMap((page, index) => {
    const list = page.node.Annots();
    return (list?.asArray() ?? []).flatMap((ref, at) => ({
      page: index,
      ref,
      dict: list?.lookup(at, PDFDict) as PDFDict,
    }));
  });
}

describe('the links of PDFs joined into one', () => {
  it('to places inside lead to their own part', () => {
    const starts = partFacts.map((_, index) => partFacts.slice(0, index).reduce((sum, { pages }) => sum + pages, 0));
    const partOf = (page: number): number => starts.findLastIndex((start) => start <= page);
    const pages = whole.getPages().map(({ ref }) => ref.toString());
    const inside = annotations().filter(({ dict }) => dict.has(name('Dest')));
    // "See when to get help", in each of the water sheets.
    expect(new Set(inside.map(({ page }) => partOf(page)))).toEqual(new Set([0, 1, 2, 3]));
    for (const { page, dict } of inside) {
      const target = pages.indexOf(pageOf(dict.get(name('Dest'))) ?? '');
      expect(partOf(target)).toBe(partOf(page));
    }
  });
});
