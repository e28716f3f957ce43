import { describe, expect, it } from 'vitest';
import { dropMarginText } from '../../../src/pdf/repair/margin-text.ts';
import { draftAfter, drawing, saying, shownContent } from './sample-draft.ts';

const identity = { margins: { above: 30, below: 40 } };

/** What is left of a page of 612 × 792 points. */
const contentAfter = async (content: string) =>
  shownContent(await draftAfter(dropMarginText, { pages: [content], identity }));

const hasLetters = (content: string) => /T[jJ]$/m.test(content);

describe('text in the margin of a page', () => {
  it.each<[string, number, boolean]>([
    ['below the content', 20, false],
    ['a little below the content', 39.9, false],
    ['upon its lower edge', 40, true],
    ['in the middle', 400, true],
    ['upon its upper edge', 762, true],
    ['a little above the content', 762.1, false],
    ['above the content', 780, false],
  ])('is taken out, by its baseline: %s', async (_case, height, isKept) => {
    expect(hasLetters(await contentAfter(saying(0, 'Call', [30, height])))).toBe(isKept);
  });

  it('is found where the page is drawn upside down, as by Chromium', async () => {
    const pages = (height: number) =>
      `q\n.24 0 0 -.24 0 792 cm\nq\n3 0 0 3 0 0 cm\n${saying(0, 'Call', [30, height])}\nQ\nQ`;
    expect(hasLetters(await contentAfter(pages(1070)))).toBe(false);
    expect(hasLetters(await contentAfter(pages(1030)))).toBe(true);
  });

  it('is taken out line by line', async () => {
    const lines =
      '/P <</MCID 0>> BDC\nBT\n1 0 0 1 30 50 Tm\n<0001> Tj\n0 -20 Td\n<0002> Tj\n5 0 Td\n[<0003>] TJ\nET\nEMC';
    expect(await contentAfter(lines)).toBe(lines.replace('<0002> Tj\n', '').replace('[<0003>] TJ\n', ''));
  });

  it.each([
    ['a footer, which no element claims', saying(0, 'Call', [30, 20]).split('\n').slice(1, -1).join('\n')],
    ['a drawing', drawing(0, 0, 0, 612, 20)],
    ['nothing', ''],
  ])('is not %s', async (_case, content) => {
    expect(await contentAfter(content)).toBe(content);
  });

  it('is that of every page', async () => {
    const draft = await draftAfter(dropMarginText, {
      pages: [saying(0, 'Call', [30, 20]), saying(0, 'us', [30, 780])],
      identity,
    });
    expect([0, 1].map((index) => hasLetters(shownContent(draft, index)))).toEqual([false, false]);
  });

  it('is that of a page of its own height', async () => {
    const draft = await draftAfter(() => undefined, { pages: [saying(0, 'Call', [30, 600])], identity });
    draft.document.getPage(0).setSize(360, 620);
    dropMarginText(draft);
    expect(hasLetters(shownContent(draft))).toBe(false);
  });

  it('leaves nothing more to take out', async () => {
    const draft = await draftAfter(dropMarginText, { pages: [saying(0, 'Call', [30, 20])], identity });
    const once = shownContent(draft);
    dropMarginText(draft);
    expect(shownContent(draft)).toBe(once);
  });
});
