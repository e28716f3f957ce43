import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReadingOrder } from '../../../src/pdf/read-structure.ts';
import type { RepairStep } from '../../../src/pdf/repair/draft.ts';
import { dropEmptyElements, unwrapContent } from '../../../src/pdf/repair/empty-elements.ts';
import { looseObjects } from './loose-objects.ts';
import { draftAfter, sampleDraft } from './sample-draft.ts';
import { anyTree } from './sample-tree.ts';
import { shownTree } from './shown-tree.ts';

const treeAfter = async (step: RepairStep, tree: string) =>
  shownTree(await draftAfter(step, { tree, links: ['tel:911'] }));

/** Any content is claimed in the same order, upon the same page and in the same language; nothing is left behind. */
async function keepsAllContent(step: RepairStep): Promise<void> {
  await fc.assert(
    fc.asyncProperty(anyTree, async (tree) => {
      const draft = await sampleDraft({ tree });
      const before = readReadingOrder(draft.document);
      step(draft);
      expect(readReadingOrder(draft.document)).toEqual(before);
      expect(looseObjects(draft.document)).toEqual([]);
      expect(shownTree(draft)).not.toContain('?');
      const once = shownTree(draft);
      step(draft);
      expect(shownTree(draft)).toBe(once);
    }),
    { numRuns: 300 },
  );
}

describe('elements that hold nothing', () => {
  it.each([
    ['beside content', 'P [5 NonStruct]', 'P [5]'],
    ['beside other elements', 'Sect [NonStruct P [5] NonStruct]', 'Sect [P [5]]'],
    ['within each other', 'Sect [P [5] NonStruct [NonStruct [P]]]', 'Sect [P [5]]'],
    ['whatever they are', 'Sect [P [5] H2 L [LI] Link Table [TR]]', 'Sect [P [5]]'],
  ])('are taken out: %s', async (_case, before, after) => {
    expect(await treeAfter(dropEmptyElements, before)).toBe(after);
  });

  it('stay when they are cells, which give their table its shape', async () => {
    const tree = 'Table [TR [TH TH [1]] TR [TD [2] TD]]';
    expect(await treeAfter(dropEmptyElements, tree)).toBe(tree);
  });

  it('stay when they are the whole document', async () => {
    expect(await treeAfter(dropEmptyElements, 'Document [P]')).toBe('Document');
  });

  it('are taken out of the file too, and nothing that says something is', () => keepsAllContent(dropEmptyElements));

  it('do not include a link, which has its annotation', async () => {
    expect(await treeAfter(dropEmptyElements, 'P [Link [link1]]')).toBe('P [Link [link1]]');
  });
});

describe('plain boxes around content', () => {
  it.each([
    ['one box', 'P [NonStruct [5]]', 'P [5]'],
    ['several boxes among others', 'P [NonStruct [5] Strong [NonStruct [6]] 7]', 'P [5 Strong [6] 7]'],
    ['a box of several pieces', 'P [NonStruct [5 6] NonStruct [7]]', 'P [5 6 7]'],
    ['the box of a link', 'P [Link [NonStruct [5] link1]]', 'P [Link [5 link1]]'],
    ['a box upon the next page', 'P [5 NonStruct [0@2] 6]', 'P [5 0@2 6]'],
    ['boxes on two pages', 'P [NonStruct [5] NonStruct [0@2]]', 'P [5 0@2]'],
  ])('give it to the element they stand in: %s', async (_case, before, after) => {
    expect(await treeAfter(unwrapContent, before)).toBe(after);
  });

  it.each([
    ['they hold elements', 'Sect [NonStruct [P [5]]]'],
    ['they hold elements and content', 'Sect [NonStruct [P [5] 6]]'],
    ['they say in which language it is', 'P [NonStruct <</Lang (en)>> [5]]'],
    ['something refers to them', 'P [NonStruct <</ID (a)>> [5]]'],
    ['they are the whole document', 'NonStruct [5]'],
    ['they are no plain boxes', 'P [Strong [5] Span [6]]'],
  ])('are left alone where %s', async (_case, tree) => {
    expect(await treeAfter(unwrapContent, tree)).toBe(tree);
  });

  it('give it on from box to box', async () => {
    expect(await treeAfter(unwrapContent, 'P [NonStruct [NonStruct [5] NonStruct [0@2]]]')).toBe('P [5 0@2]');
  });

  it('give it as a number alone, where their element has no content of another page', async () => {
    const draft = await draftAfter(unwrapContent, { tree: 'P [Strong [NonStruct [5]] NonStruct [6 7]]' });
    expect(draft.document.context.enumerateIndirectObjects().map(String).join()).not.toContain('MCR');
  });

  it('are taken out of the file, and all they held is read as before', () => keepsAllContent(unwrapContent));
});
