import { describe, expect, it } from 'vitest';
import { checkTables } from '../../../src/pdf/repair/tables.ts';
import { UnrepairableError } from '../../../src/pdf/repair/unrepairable.ts';
import { draftAfter, sampleDraft } from './sample-draft.ts';
import { shownTree } from './shown-tree.ts';

const treeAfter = async (tree: string) => shownTree(await draftAfter(checkTables, { tree }));
const COLUMN = '<</A [<</O /Table /Scope /Column>>]>>';

describe('the head of a column', () => {
  it.each([
    ['that does not say so', 'TH [1]', `TH ${COLUMN} [1]`],
    [
      'that says something else',
      'TH <</A <</O /Layout /Placement /Block>>>> [1]',
      'TH <</A [<</O /Layout /Placement /Block>> <</O /Table /Scope /Column>>]>> [1]',
    ],
    ['that is empty', 'TH', `TH ${COLUMN}`],
  ])('says that it is one: %s', async (_case, before, after) => {
    expect(await treeAfter(`Table [TR [${before}]]`)).toBe(`Table [TR [${after}]]`);
    expect(await treeAfter(`Table [TR [${after}]]`)).toBe(`Table [TR [${after}]]`);
  });

  it.each(['TH <</A <</O /Table /Scope /Row>>>> [1]', 'TH <</A [<</O /Table /Scope /Both>>]>> [1]'])(
    'keeps what it says of itself: %s',
    async (head) => {
      expect(await treeAfter(`Table [TR [${head}]]`)).toBe(`Table [TR [${head}]]`);
    },
  );
});

describe('a table', () => {
  it.each([
    ['in one piece', 'Table [TR [TD [1] TD [2]] TR [TD [3] TD]]'],
    ['with a head and a body', `Table [THead [TR [TH ${COLUMN} [1] TH ${COLUMN} [2]]] TBody [TR [TD [3] TD [4]]]]`],
    ['with a caption', 'Table [Caption [1] TR [TD [2]] TR [TD [3]]]'],
    ['with a cell over two columns', 'Table [TR [TD <</A <</O /Table /ColSpan 2>>>> [1]] TR [TD [2] TD [3]]]'],
    ['beside a wider one', 'Table [TR [TD [1] TD [2]]] Table [TR [TD [3] TD [4] TD [5]]]'],
    ['within a cell of a wider one', 'Table [TR [TD [Table [TR [TD [1]] TR [TD [2]]]] TD [3]] TR [TD [4] TD [5]]]'],
  ])('may be %s', async (_case, tree) => {
    expect(await treeAfter(tree)).toBe(tree);
  });

  it.each([
    ['in one piece', 'Table [TR [TD [1] TD [2]] TR [TD [3]]]', '2 and 1'],
    ['between head and body', 'Table [THead [TR [TH [1] TH [2] TH [3]]] TBody [TR [TD [4] TD [5]]]]', '3 and 2'],
    ['with a cell too wide', 'Table [TR [TD [1]] TR [TD <</A [<</O /Table /ColSpan 3>>]>> [2]]]', '1 and 3'],
    ['with an empty row', 'Table [TR [TD [1]] TR]', '1 and 0'],
  ])('is refused with rows that lost cells, %s', async (_case, tree, cells) => {
    const error = new UnrepairableError(`The PDF has a table with rows of ${cells} cells.`);
    await expect(treeAfter(tree)).rejects.toThrow(error);
  });

  it('must be in a PDF with tags', async () => {
    const untagged = await sampleDraft();
    expect(() => checkTables(untagged)).toThrow(new UnrepairableError('The PDF has no tags.'));
  });
});
