import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReadingOrder } from '../../../src/pdf/read-structure.ts';
import { addListBodies } from '../../../src/pdf/repair/list-bodies.ts';
import { draftAfter, sampleDraft } from './sample-draft.ts';
import { anyTree } from './sample-tree.ts';
import { shownTree } from './shown-tree.ts';

const treeAfter = async (tree: string) => shownTree(await draftAfter(addListBodies, { tree, links: ['tel:911'] }));

describe('what a list item says', () => {
  it.each([
    ['after its label', 'L [LI [Lbl [12] 13]]', 'L [LI [Lbl [12] LBody [13]]]'],
    ['without a label', 'L [LI [12]]', 'L [LI [LBody [12]]]'],
    ['in several pieces', 'L [LI [Lbl [12] 13 Strong [14] 15]]', 'L [LI [Lbl [12] LBody [13 Strong [14] 15]]]'],
    ['with a link', 'L [LI [Lbl [12] Link [13 link1]]]', 'L [LI [Lbl [12] LBody [Link [13 link1]]]]'],
    ['before its label', 'L [LI [13 Lbl [12]]]', 'L [LI [Lbl [12] LBody [13]]]'],
    ['upon the next page', 'L [LI [Lbl [12] 0@2 Strong [1@2]]]', 'L [LI [Lbl [12] LBody [0@2 Strong [1@2]]]]'],
    ['on two pages', 'L [LI [12 0@2]]', 'L [LI [LBody [12 0@2]]]'],
  ])('stands in a body: %s', async (_case, before, after) => {
    expect(await treeAfter(before)).toBe(after);
  });

  it('may be a list, whose items have bodies of their own', async () => {
    expect(await treeAfter('L [LI [Lbl [1] 2 L [LI [Lbl [3] 4]]]]')).toBe(
      'L [LI [Lbl [1] LBody [2 L [LI [Lbl [3] LBody [4]]]]]]',
    );
  });

  it.each([
    ['an item that is only a label', 'L [LI [Lbl [12]]]'],
    ['an empty item', 'L [LI]'],
    ['whatever is no item', 'Sect [P [1 Lbl [2]] Table [TR [TD [3]]]]'],
  ])('needs no body in %s', async (_case, tree) => {
    expect(await treeAfter(tree)).toBe(tree);
  });

  it('needs no other body where it has one', async () => {
    expect(await treeAfter('L [LI [Lbl [12] LBody [13]]]')).toBe('L [LI [Lbl [12] LBody [13]]]');
  });

  it('is read as before, and all of it, but that a label comes first', async () => {
    const pieces = (document: Parameters<typeof readReadingOrder>[0]) =>
      readReadingOrder(document).map(({ page, mcid, lang }) => `${page} ${mcid} ${lang}`);
    await fc.assert(
      fc.asyncProperty(anyTree, async (tree) => {
        const draft = await sampleDraft({ tree });
        const before = pieces(draft.document);
        addListBodies(draft);
        const after = pieces(draft.document);
        expect(after.sort()).toEqual(before.sort());
        expect(shownTree(draft)).not.toMatch(/\?|nothing/);
      }),
    );
  });
});
