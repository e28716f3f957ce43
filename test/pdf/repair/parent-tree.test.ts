import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNull, PDFNumber, type PDFRef } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReadingOrder } from '../../../src/pdf/read-structure.ts';
import { writeParentTree } from '../../../src/pdf/repair/parent-tree.ts';
import { looseObjects } from './loose-objects.ts';
import { draftAfter, sampleDraft } from './sample-draft.ts';
import { anyTree } from './sample-tree.ts';
import { shownTree, tidy } from './shown-tree.ts';

const rootOf = ({ catalog }: PDFDocument): PDFDict => catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);

/** Elements of one key: that of a link, or those of a page by the numbers of its content. */
type Parents = PDFDict | (PDFDict | undefined)[];

/** The parent tree as a reader looks it up, by its keys. */
function parentTree(document: PDFDocument): Map<number, Parents> {
  const numbers = rootOf(document).lookup(PDFName.of('ParentTree'), PDFDict).lookup(PDFName.of('Nums'), PDFArray);
  const parentsAt = (index: number): Parents => {
    const value = numbers.lookup(index);
    if (value instanceof PDFDict) return value;
    if (!(value instanceof PDFArray)) throw new Error(`Nothing is at the place ${index} of the parent tree.`);
    return value.asArray().map((_, at) => {
      const element = value.lookup(at);
      return element instanceof PDFDict ? element : undefined;
    });
  };
  return new Map(
    Array.from({ length: numbers.size() / 2 }, (_, index) => {
      return [numbers.lookup(2 * index, PDFNumber).asNumber(), parentsAt(2 * index + 1)];
    }),
  );
}

/** The parent tree with the types of the elements, such as `0 P Strong -, 1 P, 2 Link`; `-` where nothing is claimed. */
const shownParents = (document: PDFDocument): string => {
  const typeOf = (element: PDFDict | undefined) => element?.lookup(PDFName.of('S'), PDFName).decodeText() ?? '-';
  return [...parentTree(document)].map(([key, value]) => [key, ...[value].flat().map(typeOf)].join(' ')).join(', ');
};

const keyOf = (dict: PDFDict | undefined, key: string): string => tidy(dict?.get(PDFName.of(key)));

describe('the tree of who claims what', () => {
  it('has a list for each page and the element of each link', async () => {
    const { document } = await draftAfter(writeParentTree, {
      tree: 'P [0 Strong [1] Link [3 link2]] H1 [0@2 Link [1@2 link1]]',
      links: ['tel:911', 'tel:411'],
    });
    expect(shownParents(document)).toBe('0 P Strong - Link, 1 H1 Link, 2 Link, 3 Link');
  });

  it('is found again from pages and links by consecutive keys', async () => {
    const { document } = await draftAfter(writeParentTree, {
      tree: 'P [0 Link [1 link2] Link [2 link1]]',
      links: ['tel:911', 'tel:411'],
    });
    const [first, second] = document.getPages().map(({ node }) => node);
    expect([first, second].map((page) => keyOf(page, 'StructParents'))).toEqual(['0', '1']);
    const annotations = first?.Annots();
    expect([0, 1].map((index) => keyOf(annotations?.lookup(index, PDFDict), 'StructParent'))).toEqual(['3', '2']);
    expect(keyOf(rootOf(document), 'ParentTreeNextKey')).toBe('4');
  });

  it('has an empty list for a page without content', async () => {
    const { document } = await draftAfter(writeParentTree, { tree: 'P [0@2]' });
    expect(shownParents(document)).toBe('0, 1 P');
  });

  it('gives every piece of content to the element that claims it, whatever the elements are', async () => {
    await fc.assert(
      fc.asyncProperty(anyTree, async (tree) => {
        const draft = await sampleDraft({ tree });
        const { document } = draft;
        const order = readReadingOrder(document);
        writeParentTree(draft);
        const parents = parentTree(document);
        const claimedBy = (element: PDFDict): string[] =>
          [element.get(PDFName.of('K'))]
            .flatMap((kid) => (kid instanceof PDFArray ? kid.asArray() : [kid]))
            .flatMap((kid) => {
              if (kid instanceof PDFNumber) return [`${keyOf(element, 'Pg')} ${kid.asNumber()}`];
              return kid instanceof PDFDict ? [`${keyOf(kid, 'Pg')} ${keyOf(kid, 'MCID')}`] : [];
            });
        const pages = document.getPages();
        const missing = order.filter(({ page, mcid }) => {
          const key = pages.findIndex(({ ref }) => ref.toString() === page);
          const element = [parents.get(key)].flat()[mcid];
          return element === undefined || !claimedBy(element).includes(`${page} ${mcid}`);
        });
        expect(missing).toEqual([]);
        expect([...parents.keys()]).toEqual([0, 1]);
        expect([...parents.values()].flat().filter((element) => element !== undefined)).toHaveLength(order.length);
        expect(readReadingOrder(document)).toEqual(order);
      }),
    );
  });

  it('says null where nothing is claimed', async () => {
    const { document } = await draftAfter(writeParentTree, { tree: 'P [2]' });
    const lists = document.context
      .enumerateIndirectObjects()
      .flatMap(([, list]) => (list instanceof PDFArray ? [list] : []));
    expect(lists.map((list) => list.asArray().filter((item) => item === PDFNull).length)).toEqual([2, 0]);
  });
});

describe('the tree as it was printed', () => {
  it.each([
    ['in one node', false],
    ['in several nodes', true],
  ])('leaves nothing in the file: %s', async (_case, isDeep) => {
    const draft = await sampleDraft({ tree: 'P [0] H1 [0@2]' });
    const { context } = draft.document;
    const element = rootOf(draft.document).lookup(PDFName.of('K'), PDFArray).get(0) as PDFRef;
    const list = context.register(context.obj([element]));
    const leaf = { Type: 'ParentTree', Nums: [0, list, 100_000, element] };
    const tree = isDeep ? { Kids: [context.register(context.obj(leaf))] } : leaf;
    rootOf(draft.document).set(PDFName.of('ParentTree'), context.register(context.obj(tree)));
    expect(looseObjects(draft.document)).toEqual([]);
    writeParentTree(draft);
    expect(shownParents(draft.document)).toBe('0 P, 1 H1');
    expect(looseObjects(draft.document)).toEqual([]);
    expect(shownTree(draft)).toBe('P [0] H1 [0@2]');
  });

  it('may be one that was written here', async () => {
    const sample = { tree: 'P [0 Link [1 link1]] H1 [0@2]', links: ['tel:911'] };
    const draft = await draftAfter(writeParentTree, sample);
    const [once, count] = [shownParents(draft.document), draft.document.context.enumerateIndirectObjects().length];
    writeParentTree(draft);
    expect(shownParents(draft.document)).toBe(once);
    expect(draft.document.context.enumerateIndirectObjects()).toHaveLength(count);
  });
});
