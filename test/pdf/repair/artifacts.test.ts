import { describe, expect, it } from 'vitest';
import { setArtifacts } from '../../../src/pdf/repair/artifacts.ts';
import { draftAfter, drawing, type Sample, sampleDraft, saying, shownContent } from './sample-draft.ts';
import { shownTree } from './shown-tree.ts';

const border = (mcid: number) => `/P <</MCID ${mcid}>> BDC\n0 41 3 17 re\nf\nEMC`;
const treeAfter = async (sample: Sample) => shownTree(await draftAfter(setArtifacts, sample));

describe('decoration that elements claim as their content', () => {
  it('is taken from them, and their text is left to them', async () => {
    expect(await treeAfter({ tree: 'P [5 7]', pages: [`${border(7)}\n${saying(5, 'Call')}`] })).toBe('P [5]');
  });

  it('leaves an element that had nothing else without content', async () => {
    expect(await treeAfter({ tree: 'Sect [P [5] NonStruct [7]]', pages: [`${border(7)}\n${saying(5, 'Call')}`] })).toBe(
      'Sect [P [5] NonStruct]',
    );
  });

  it('is told from the content of another page that has the same number', async () => {
    const pages = [`${border(0)}\n${saying(1, 'Call')}`, `${saying(0, 'us')}\n${border(1)}`];
    expect(await treeAfter({ tree: 'P [0 1 0@2 1@2]', pages })).toBe('P [1 0@2]');
  });

  it('leaves drawings to their elements, and links and elements where they are', async () => {
    const pages = [`${drawing(3, 0, 0, 9, 9)}\n${saying(5, 'Call')}`];
    const tree = 'Document [Figure [3] Link [5 link1] TD]';
    expect(await treeAfter({ tree, pages, links: ['tel:911'] })).toBe(tree);
  });
});

describe('content that decoration interrupts', () => {
  const [before, after] = [saying(0, 'Call'), saying(0, 'us').split('\n').slice(1, -1).join('\n')];
  const interrupted = `${before.replace(/\nEMC$/, '')}\n0 41 3 17 re\nf\n${after}\nEMC`;

  it('goes on under a number of its own, which the same element claims, before what follows', async () => {
    const pages = [`${interrupted}\n${saying(1, 'now')}`];
    expect(await treeAfter({ tree: 'P [0 Strong [1]]', pages })).toBe('P [0 2 Strong [1]]');
  });

  it('goes on upon its own page, also where the element names another', async () => {
    const pages = [saying(0, 'Please'), interrupted];
    expect(await treeAfter({ tree: 'P [0 0@2]', pages })).toBe('P [0 0@2 1@2]');
  });
});

describe('the pages of a draft', () => {
  it('are marked anew, and those that are right are left as they are', async () => {
    const right = saying(0, 'us');
    const draft = await draftAfter(setArtifacts, { tree: 'P [0 0@2]', pages: [border(0), right] });
    expect(shownContent(draft)).toBe('/Artifact <</Type /Layout>> BDC\n0 41 3 17 re\nf\nEMC');
    expect(shownContent(draft, 1)).toBe(right);
  });

  it('stay the same, and their elements too, when they are marked again', async () => {
    const pages = [`${border(0)}\n${saying(1, 'Call')}\n0 0 1 1 re\nf`, saying(0, 'us')];
    const once = await draftAfter(setArtifacts, { tree: 'P [0 1 0@2]', pages });
    const [tree, content] = [shownTree(once), shownContent(once)];
    setArtifacts(once);
    expect([shownTree(once), shownContent(once)]).toEqual([tree, content]);
  });

  it('must belong to a PDF with tags', async () => {
    const untagged = await sampleDraft({ pages: [saying(0, 'Call')] });
    expect(() => setArtifacts(untagged)).toThrow('The PDF has no tags.');
  });
});
