import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looseObjects } from './loose-objects.ts';
import { sampleDraft } from './sample-draft.ts';
import { anyTree, readTree } from './sample-tree.ts';
import { shownTree } from './shown-tree.ts';

describe('a structure tree, as the tests of this folder write it', () => {
  const TREE =
    'Document <</Lang (en)>> [P [5 Strong [6@2] 7@2] Link [8 link1] TD <</A <</O /Table /Headers [(a) (b)]>>>>]';

  it('is shown as it was written', async () => {
    const draft = await sampleDraft({ tree: TREE, links: ['tel:911'] });
    expect(shownTree(draft)).toBe(TREE);
    expect(looseObjects(draft.document)).toEqual([]);
  });

  it('is shown as it was written, whatever stands in it', async () => {
    const inShort = (tree: string) => tree.replaceAll(' []', '');
    await fc.assert(
      fc.asyncProperty(anyTree, async (tree) => {
        expect(shownTree(await sampleDraft({ tree }))).toBe(inShort(tree));
      }),
    );
  });

  it('is refused when it is misspelt', () => {
    expect(() => readTree('P [5, Strong [6]]')).toThrow('This is no structure tree');
  });
});
