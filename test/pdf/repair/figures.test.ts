import { describe, expect, it } from 'vitest';
import { describeFigures } from '../../../src/pdf/repair/figures.ts';
import { UnrepairableError } from '../../../src/pdf/repair/unrepairable.ts';
import { draftAfter, drawing, type Sample, saying } from './sample-draft.ts';
import { shownTree } from './shown-tree.ts';

const treeAfter = async (sample: Sample) => shownTree(await draftAfter(describeFigures, sample));

describe('a drawing with a description', () => {
  it('gets the box that it fills on its page', async () => {
    const tree = 'Figure <</Alt (A tiny artery)>> [5]';
    expect(await treeAfter({ tree, pages: [drawing(5, 42, 210, 84, 81)] })).toBe(
      'Figure <</Alt (A tiny artery) /A [<</O /Layout /BBox [42 210 126 291]>>]>> [5]',
    );
  });

  it('gets one box around all its pieces, to the hundredth of a point', async () => {
    const pages = [`.3 0 0 -.3 0 792 cm\n${drawing(1, 10, 10, 5.123, 5)}\n${drawing(2, 100, 200, 5.123, 5)}`];
    expect(await treeAfter({ tree: 'Figure <</Alt (Arteries)>> [1 2]', pages })).toBe(
      'Figure <</Alt (Arteries) /A [<</O /Layout /BBox [3 730.5 31.54 789]>>]>> [1 2]',
    );
  });

  it('gets the box of its own page, whatever has its number on another', async () => {
    const pages = [drawing(0, 1, 1, 1, 1), drawing(0, 2, 2, 2, 2)];
    const tree = 'Figure <</Alt (One)>> [0] Figure <</Alt (Two)>> [0@2]';
    expect(await treeAfter({ tree, pages })).toBe(
      'Figure <</Alt (One) /A [<</O /Layout /BBox [1 1 2 2]>>]>> [0] ' +
        'Figure <</Alt (Two) /A [<</O /Layout /BBox [2 2 4 4]>>]>> [0@2]',
    );
  });

  it('keeps what else is said of it', async () => {
    const tree = 'Figure <</Alt (One) /A <</O /Layout /Placement /Block>>>> [0]';
    expect(await treeAfter({ tree, pages: [drawing(0, 1, 1, 1, 1)] })).toBe(
      'Figure <</Alt (One) /A [<</O /Layout /Placement /Block>> <</O /Layout /BBox [1 1 2 2]>>]>> [0]',
    );
  });

  it('stands alone: text has no box', async () => {
    expect(await treeAfter({ tree: 'P [5]', pages: [saying(5, 'Call')] })).toBe('P [5]');
  });
});

describe('a drawing', () => {
  it.each([
    ['has no description', 'Figure [0]'],
    ['has an empty description', 'Figure <</Alt ()>> [0]'],
    ['has a description of spaces', 'Figure <</Alt ( )>> [0]'],
  ])('is refused when it %s', async (_case, tree) => {
    const error = new UnrepairableError('The PDF has a picture without a description.');
    await expect(treeAfter({ tree, pages: [drawing(0, 1, 1, 1, 1)] })).rejects.toThrow(error);
  });

  it.each([
    ['claims no content', 'Figure <</Alt (A tiny artery)>>'],
    ['claims content that is not there', 'Figure <</Alt (A tiny artery)>> [7]'],
    ['claims nothing but text', 'Figure <</Alt (A tiny artery)>> [5]'],
  ])('is refused when it %s', async (_case, tree) => {
    const error = new UnrepairableError('The picture "A tiny artery" is not drawn on any page.');
    await expect(treeAfter({ tree, pages: [saying(5, 'Call')] })).rejects.toThrow(error);
  });
});
