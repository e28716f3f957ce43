import { describe, expect, it } from 'vitest';
import { nameNumbering } from '../../../src/pdf/repair/list-numbering.ts';
import { draftAfter } from './sample-draft.ts';
import { shownTree } from './shown-tree.ts';

const treeAfter = async (tree: string) => shownTree(await draftAfter(nameNumbering, { tree }));
const DECIMAL = '<</A [<</O /List /ListNumbering /Decimal>>]>>';

describe('a list', () => {
  it('is numbered where its items have labels and nothing says how', async () => {
    const tree = (numbering: string) => `L${numbering} [LI [Lbl [12] LBody [13]] LI [Lbl [14] LBody [15]]]`;
    expect(await treeAfter(tree(''))).toBe(tree(` ${DECIMAL}`));
    expect(await treeAfter(tree(` ${DECIMAL}`))).toBe(tree(` ${DECIMAL}`));
  });

  it.each([
    ['has bullets', 'L <</A [<</O /List /ListNumbering /Disc>>]>> [LI [Lbl [12] LBody [13]]]'],
    ['has no labels', 'L [LI [LBody [13]]]'],
    ['only stands around one that is', `L [LI [LBody [1 L ${DECIMAL} [LI [Lbl [2] LBody [3]]]]]]`],
  ])('is left as it is where it %s', async (_case, tree) => {
    expect(await treeAfter(tree)).toBe(tree);
  });
});
