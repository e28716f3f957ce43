import { PDFName, PDFString } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/pdf/repair/draft.ts';
import { setFileId } from '../../../src/pdf/repair/file-id.ts';
import { draftAfter, type Sample, saying } from './sample-draft.ts';
import { tidy } from './shown-tree.ts';

const SAMPLE: Sample = { tree: 'P [0]', pages: [saying(0, 'Call')] };
const idOf = ({ document }: Draft): string => tidy(document.context.trailerInfo.ID);
const idAfter = async (sample: Sample): Promise<string> => idOf(await draftAfter(setFileId, sample));

describe('the id of a file', () => {
  it('is written twice, in sixteen bytes', async () => {
    expect(await idAfter(SAMPLE)).toMatch(/^\[<([0-9A-F]{32})> <\1>\]$/);
  });

  it('is the same for the same content, also of a file that has it already', async () => {
    const draft = await draftAfter(setFileId, SAMPLE);
    const first = idOf(draft);
    setFileId(draft);
    expect([idOf(draft), await idAfter(SAMPLE)]).toEqual([first, first]);
  });

  it('is another one when a tag or a letter is different', async () => {
    const ids = [
      await idAfter(SAMPLE),
      await idAfter({ ...SAMPLE, tree: 'H1 [0]' }),
      await idAfter({ ...SAMPLE, pages: [saying(0, 'Cell')] }),
      await idAfter({ ...SAMPLE, links: ['tel:911'] }),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('counts what was put in last', async () => {
    const draft = await draftAfter(setFileId, SAMPLE);
    const first = idOf(draft);
    draft.document.catalog.set(PDFName.of('Lang'), PDFString.of('en'));
    setFileId(draft);
    expect(idOf(draft)).not.toBe(first);
  });
});
