import { PDFArray, PDFDict, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { describeLinks } from '../../../src/pdf/repair/link-descriptions.ts';
import { UnrepairableError } from '../../../src/pdf/repair/unrepairable.ts';
import { draftAfter, drawing, type Sample, sampleDraft, saying } from './sample-draft.ts';

const PHONE = 'tel:+18005112300';

/** What is said of each link once they are described. */
async function descriptions(sample: Sample): Promise<(string | undefined)[]> {
  const { document } = await draftAfter(describeLinks, { links: [PHONE], ...sample });
  const annotations = document.getPage(0).node.lookup(PDFName.of('Annots'), PDFArray);
  return annotations
    .asArray()
    .map((_, index) =>
      annotations.lookup(index, PDFDict).lookupMaybe(PDFName.of('Contents'), PDFHexString)?.decodeText(),
    );
}

/** A text drawn from its end, as Chromium draws right-to-left text. */
const reversed = (mcid: number, text: string, x: number) =>
  saying(mcid, [...text].reverse().join(''), [x, 50])
    .replace('BT\n', 'BT\n/ReversedChars BMC\n')
    .replace('\nET', '\nEMC\nET');

describe('a link', () => {
  it('is described by its words', async () => {
    const pages = [`${saying(4, 'Call')}\n${saying(5, '1-800-511-2300', [60, 50])}`];
    expect(await descriptions({ tree: 'P [4 Link [5 link1]]', pages })).toEqual(['1-800-511-2300']);
  });

  it('is described by its words also where they are wrapped, in elements of it', async () => {
    const pages = [`${saying(5, 'Call us')}\n${saying(6, 'now', [30, 70])}`];
    const tree = 'Link [NonStruct [5] Span <</Lang (en)>> [Strong [6]] link1]';
    expect(await descriptions({ tree, pages })).toEqual(['Call us now']);
  });

  it('is described without the spaces around its words, and with one between two', async () => {
    expect(await descriptions({ tree: 'Link [5 link1]', pages: [saying(5, ' Call   us ')] })).toEqual(['Call us']);
  });

  it('is described with words that go on upon the next page', async () => {
    const pages = [saying(9, 'Call'), saying(0, 'us', [30, 10])];
    expect(await descriptions({ tree: 'Link [9 0@2 link1]', pages })).toEqual(['Call us']);
  });

  it('is described in the order of reading, in a right-to-left language', async () => {
    const pages = [`${reversed(1, 'الآن', 30)}\n${saying(2, '911', [60, 50])}\n${reversed(3, 'اتصل ', 80)}`];
    const identity = { lang: 'ar', dir: 'rtl' } as const;
    expect(await descriptions({ tree: 'Link [1 2 3 link1]', pages, identity })).toEqual(['اتصل 911الآن']);
  });

  it('is described in the order of reading, where some of its words are strong', async () => {
    const pages = [`${saying(1, 'Call ')}\n${saying(2, 'us ', [60, 50])}\n${saying(3, 'now', [80, 50])}`];
    expect(await descriptions({ tree: 'Link [1 Strong [2] 3 link1]', pages })).toEqual(['Call us now']);
  });

  it('has one description for each of the lines it is wrapped into', async () => {
    const pages = [`${saying(5, 'Call us')}\n${saying(6, 'now', [30, 70])}`];
    expect(await descriptions({ tree: 'Link [5 6 link1 link2]', pages, links: [PHONE, PHONE] })).toEqual([
      'Call us now',
      'Call us now',
    ]);
  });

  it('is told from another one with other words', async () => {
    const pages = [`${saying(5, 'Call us')}\n${saying(6, 'Write', [30, 70])}`];
    const tree = 'P [Link [5 link1]] P [Link [6 link2]]';
    expect(await descriptions({ tree, pages, links: [PHONE, 'mailto:a@b.test'] })).toEqual(['Call us', 'Write']);
  });

  it('is described without the invisible signs that keep its direction', async () => {
    const actual = '/Span <</ActualText <FEFF2068>>> BDC\n<0031> Tj\nEMC\n<0032> Tj';
    const pages = [saying(5, '2').replace('<0032> Tj', actual)];
    expect(await descriptions({ tree: 'Link [5 link1]', pages })).toEqual(['2']);
  });

  it('is described in the same words when it is described again', async () => {
    const draft = await sampleDraft({ tree: 'Link [5 link1]', pages: [saying(5, 'Call')], links: [PHONE] });
    describeLinks(draft);
    const once = draft.document.context.enumerateIndirectObjects().map(String);
    describeLinks(draft);
    expect(draft.document.context.enumerateIndirectObjects().map(String)).toEqual(once);
  });
});

describe('a link without words', () => {
  it.each([
    ['has nothing drawn', 'Link [5 link1]', ''],
    ['has only a picture', 'Link [5 link1]', drawing(5, 0, 0, 9, 9)],
    ['has only spaces', 'Link [5 link1]', saying(5, ' ')],
    ['belongs to no element', 'P [5]', saying(5, 'Call')],
  ])('is refused with its address, where it %s', async (_case, tree, content) => {
    const error = new UnrepairableError(`The PDF has a link without words, to ${PHONE}.`);
    await expect(descriptions({ tree, pages: [content] })).rejects.toThrow(error);
  });

  it('is refused also where it leads to a place in the document', async () => {
    const draft = await sampleDraft({ tree: 'P [5]', links: [PHONE] });
    const annotation = draft.document.getPage(0).node.Annots()?.lookup(0, PDFDict);
    annotation?.delete(PDFName.of('A'));
    annotation?.set(PDFName.of('Dest'), PDFName.of('tests'));
    expect(() => describeLinks(draft)).toThrow(
      new UnrepairableError('The PDF has a link without words, to a place in the document.'),
    );
  });
});

describe('an annotation that is no link', () => {
  it('is left as it is', async () => {
    const draft = await sampleDraft({ tree: 'P [5]', links: [PHONE] });
    const annotation = draft.document.getPage(0).node.Annots()?.lookup(0, PDFDict);
    annotation?.set(PDFName.of('Subtype'), PDFName.of('Text'));
    describeLinks(draft);
    expect(annotation?.has(PDFName.of('Contents'))).toBe(false);
  });
});
