import { describe, expect, it } from 'vitest';
import { dropRepeatedContent } from '../../../src/pdf/repair/repeated-content.ts';
import { draftAfter, drawing, type Sample, saying, shownContent } from './sample-draft.ts';
import { shownTree } from './shown-tree.ts';

const treeAfter = async (sample: Sample) => shownTree(await draftAfter(dropRepeatedContent, sample));

describe('the head of a table that goes on upon the next page', () => {
  const TABLE = {
    tree: 'Table [THead [TR [TH [NonStruct [1 6@2]]]] TBody [TR [TD [2]] TR [TD [7@2]]]]',
    pages: [`${saying(1, 'Date')}\n${saying(2, '1 May')}`, `${saying(6, 'Date')}\n${saying(7, '2 May')}`],
  };

  it('is read once, where the table begins', async () => {
    expect(await treeAfter(TABLE)).toBe('Table [THead [TR [TH [NonStruct [1]]]] TBody [TR [TD [2]] TR [TD [7@2]]]]');
  });

  it('is decoration on the next page, and what it was on its own', async () => {
    const draft = await draftAfter(dropRepeatedContent, TABLE);
    expect(shownContent(draft)).toBe(TABLE.pages[0]);
    expect(shownContent(draft, 1)).toBe(
      TABLE.pages[1]?.replace('/P <</MCID 6>> BDC', '/Artifact <</Type /Layout>> BDC'),
    );
  });

  it('is read once on any number of pages, whatever spaces are around it', async () => {
    const pages = [saying(1, 'Date'), saying(6, ' Date'), saying(3, 'Date ')];
    expect(await treeAfter({ tree: 'TH [1 6@2 3@3]', pages })).toBe('TH [1]');
  });

  it('is read once also where its words are in several pieces', async () => {
    const page = (first: number) => `${saying(first, 'Date')}\n${saying(first + 1, 'Dose')}`;
    expect(await treeAfter({ tree: 'TH [1 2 5@2 6@2]', pages: [page(1), page(5)] })).toBe('TH [1 2]');
  });

  it('stays as it is when this is done again', async () => {
    const draft = await draftAfter(dropRepeatedContent, TABLE);
    const once = [shownTree(draft), shownContent(draft), shownContent(draft, 1)];
    dropRepeatedContent(draft);
    expect([shownTree(draft), shownContent(draft), shownContent(draft, 1)]).toEqual(once);
  });
});

describe('content', () => {
  const SAME = [saying(1, 'Date'), saying(6, 'Date')];

  it.each<[string, Sample]>([
    ['says something else on the next page', { tree: 'TH [1 6@2]', pages: [saying(1, 'Date'), saying(6, 'Dose')] }],
    ['says the same on the same page', { tree: 'TH [1 2]', pages: [`${saying(1, 'Date')}\n${saying(2, 'Date')}`] }],
    ['says the same in another element', { tree: 'TR [TH [1] TH [6@2]]', pages: SAME }],
    ['says nothing', { tree: 'TH [1 6@2]', pages: [drawing(1, 0, 0, 9, 9), drawing(6, 0, 0, 9, 9)] }],
  ])('is left where it is when it %s', async (_case, sample) => {
    expect(await treeAfter(sample)).toBe(sample.tree);
  });

  it('is left where it is when it is no head of a table', async () => {
    expect(await treeAfter({ tree: 'P [NonStruct [1 6@2]]', pages: SAME })).toBe('P [NonStruct [1 6@2]]');
  });
});
