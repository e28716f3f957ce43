import { PDFArray, PDFDict, PDFName } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import {
  addAttribute,
  attributesOf,
  claimOf,
  isElement,
  kidsOf,
  setKids,
  type StructureElement,
  structureElements,
  structureRoot,
} from '../../../src/pdf/repair/structure-elements.ts';
import { UnrepairableError } from '../../../src/pdf/repair/unrepairable.ts';
import { sampleDraft } from './sample-draft.ts';
import { shownTree, tidy } from './shown-tree.ts';

/** The only topmost element of a tree. */
async function elementOf(tree: string): Promise<StructureElement & { show: () => string }> {
  const draft = await sampleDraft({ tree, links: ['tel:911'] });
  const [element] = structureElements(draft.document);
  if (!element) throw new Error('There is no element.');
  return { ...element, show: () => shownTree(draft) };
}

describe('the elements of a document', () => {
  it('are listed in the order of reading, each before those below it', async () => {
    const draft = await sampleDraft({ tree: 'Document [H1 [0] P [1 Strong [2] 3 Link [4 link1]] P [0@2]]' });
    expect(structureElements(draft.document).map(({ type }) => type)).toEqual('Document H1 P Strong Link P'.split(' '));
  });

  it('know the element above them', async () => {
    const draft = await sampleDraft({ tree: 'Sect [P [0 Strong]]' });
    const [section, text, strong] = structureElements(draft.document);
    expect([section?.parent, text?.parent, strong?.parent]).toEqual([undefined, section?.dict, text?.dict]);
  });

  it('are looked for in a PDF with tags only', async () => {
    const { document } = await sampleDraft();
    const error = new UnrepairableError('The PDF has no tags.');
    expect(() => structureRoot(document)).toThrow(error);
    expect(() => structureElements(document)).toThrow(error);
  });
});

describe('what stands below an element', () => {
  it('is a list, whether it is nothing, one thing or more', async () => {
    const kids = async (tree: string) => kidsOf((await elementOf(tree)).dict).length;
    expect([await kids('P'), await kids('P [5]'), await kids('P [Strong]'), await kids('P [5 6]')]).toEqual([
      0, 1, 1, 2,
    ]);
  });

  it('is written back as it was read', async () => {
    for (const tree of ['P', 'P [5]', 'P [Strong [5]]', 'P [5 6 Strong [7]]']) {
      const element = await elementOf(tree);
      setKids(element.dict, kidsOf(element.dict));
      expect(element.show()).toBe(tree);
    }
  });

  it('is gone when nothing is put in its place', async () => {
    const element = await elementOf('P [5]');
    setKids(element.dict, []);
    expect(element.dict.has(PDFName.of('K'))).toBe(false);
  });

  it('is content of a page, or an element, or neither', async () => {
    const element = await elementOf('P [5 Strong [6] 7@2 Link [8 link1] link1]');
    const kids = kidsOf(element.dict);
    const [first, second] = element.dict.context
      .enumerateIndirectObjects()
      .filter(([, object]) => object instanceof PDFDict && tidy(object.get(PDFName.of('Type'))) === '/Page');
    expect(kids.map((kid) => claimOf(kid, element.dict))).toEqual([
      { mcid: 5, page: first?.[0] },
      undefined,
      { mcid: 7, page: second?.[0] },
      undefined,
      undefined,
    ]);
    expect(kids.map((kid) => isElement(kid, element.dict))).toEqual([false, true, false, true, false]);
  });

  it('is no content where its element names no page, even if the one above does', async () => {
    const { dict } = await elementOf('P [0 Strong [5]]');
    const strong = dict.lookup(PDFName.of('K'), PDFArray).lookup(1, PDFDict);
    strong.delete(PDFName.of('Pg'));
    expect(kidsOf(strong).map((kid) => claimOf(kid, strong))).toEqual([undefined]);
  });
});

describe('the attributes of an element', () => {
  it.each([
    ['none', 'P [5]', []],
    ['one', 'P <</A <</O /Layout>>>> [5]', ['<</O /Layout>>']],
    ['a list', 'P <</A [<</O /Layout>> 0 <</O /Table>>]>> [5]', ['<</O /Layout>>', '<</O /Table>>']],
  ])('are a list: %s', async (_case, tree, expected) => {
    const { dict } = await elementOf(tree);
    expect(attributesOf(dict).map(tidy)).toEqual(expected);
  });

  it.each([
    ['P [5]', 'P <</A [<</O /Table>>]>> [5]'],
    ['P <</A <</O /Layout>>>> [5]', 'P <</A [<</O /Layout>> <</O /Table>>]>> [5]'],
    ['P <</A [<</O /List>> <</O /Layout>>]>> [5]', 'P <</A [<</O /List>> <</O /Layout>> <</O /Table>>]>> [5]'],
  ])('keep those that were there when one is added: %s', async (before, after) => {
    const { dict, show } = await elementOf(before);
    addAttribute(dict, dict.context.obj({ O: 'Table' }));
    expect(show()).toBe(after);
  });
});
