import { PDFDict, PDFName } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { SLOT_ADDRESS } from '../../../src/html/slot-marker.ts';
import { describeLinks } from '../../../src/pdf/repair/link-descriptions.ts';
import { clearSlot } from '../../../src/pdf/repair/slot.ts';
import { draftAfter, saying, shownContent } from './sample-draft.ts';
import { shownTree } from './shown-tree.ts';

const TREE = 'Document [H1 [0] H2 [Link [NonStruct [1] link1]] P [2 Link [3 link2]]]';
const MARKER = `/NonStruct <</MCID 1>> BDC\n0 0 1 rg\n0 51 5 1 re\nf\n${saying(9, '\u00a0')}\nEMC`;
const sample = {
  tree: TREE,
  pages: [[saying(0, 'Water'), MARKER, saying(2, 'Ask'), saying(3, '911')].join('\n'), ''],
  links: [SLOT_ADDRESS, 'tel:911'],
};

describe('the marker of a slot', () => {
  it('draws nothing any longer, but says where it stood and leaves the colour as it had set it', async () => {
    const content = shownContent(await draftAfter(clearSlot, sample));
    const between = content.slice(content.indexOf('EMC') + 3, content.indexOf('/P <</MCID 2>> BDC'));
    expect(between.trim()).toBe('/Slot MP\n0 0 1 rg');
  });

  it('keeps its annotation and its element, which claims no content', async () => {
    const draft = await draftAfter(clearSlot, sample);
    expect(shownTree(draft)).toBe('Document [H1 [0] H2 [Link [link1]] P [2 Link [3 link2]]]');
    expect(draft.document.getPage(0).node.Annots()?.size()).toBe(2);
  });

  it('needs no words, as other links do', async () => {
    const draft = await draftAfter(clearSlot, sample);
    describeLinks(draft);
    const annotations = draft.document.getPage(0).node.Annots();
    const isDescribed = [0, 1].map((index) => annotations?.lookup(index, PDFDict).has(PDFName.of('Contents')));
    expect(isDescribed).toEqual([false, true]);
  });

  it('is missed by nobody: a sheet without one stays as it is', async () => {
    const draft = await draftAfter(clearSlot, { ...sample, links: ['tel:1', 'tel:911'] });
    expect(shownContent(draft)).toContain('MCID 1');
    expect(shownTree(draft)).toBe(TREE);
  });
});
