import { PDFDict, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { bookmarks } from '../../../src/pdf/bookmarks.ts';
import { nameBookmarks } from '../../../src/pdf/repair/bookmark-titles.ts';
import type { Draft } from '../../../src/pdf/repair/draft.ts';
import { UnrepairableError } from '../../../src/pdf/repair/unrepairable.ts';
import { sampleDraft } from './sample-draft.ts';

/** A draft with three bookmarks, the second below the first. */
async function bookmarkedDraft(headings: readonly string[]): Promise<Draft> {
  const draft = await sampleDraft({ identity: { headings } });
  const { context, catalog } = draft.document;
  const below = context.register(context.obj({ Title: PDFString.of('signsDanger') }));
  const last = context.register(context.obj({ Title: PDFString.of('three') }));
  const first = context.register(context.obj({ Title: PDFString.of('one'), First: below, Last: below, Next: last }));
  catalog.set(PDFName.of('Outlines'), context.register(context.obj({ First: first, Last: last })));
  return draft;
}

const titles = ({ document: { catalog } }: Draft): string[] =>
  bookmarks(catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict)).map((item) =>
    item.lookup(PDFName.of('Title'), PDFHexString).decodeText(),
  );

describe('the bookmarks of a PDF', () => {
  it('are named after the headings of its page, each before those below it', async () => {
    const headings = ['Water', 'Danger signs', 'كم أشرب؟'];
    const draft = await bookmarkedDraft(headings);
    nameBookmarks(draft);
    expect(titles(draft)).toEqual(headings);
    nameBookmarks(draft);
    expect(titles(draft)).toEqual(headings);
  });

  it.each([
    ['a bookmark too many', ['Water'], 'The PDF has 3 bookmarks for 1 headings.'],
    ['a bookmark too few', ['1', '2', '3', '4'], 'The PDF has 3 bookmarks for 4 headings.'],
  ])('are refused with %s, since nobody knows which it is', async (_case, headings, message) => {
    const draft = await bookmarkedDraft(headings);
    expect(() => nameBookmarks(draft)).toThrow(new UnrepairableError(message));
  });

  it('may be none, for a page without headings', async () => {
    const none = await sampleDraft();
    expect(() => nameBookmarks(none)).not.toThrow();
    const missing = await sampleDraft({ identity: { headings: ['Water'] } });
    expect(() => nameBookmarks(missing)).toThrow(new UnrepairableError('The PDF has 0 bookmarks for 1 headings.'));
  });
});

describe('the list of bookmarks', () => {
  it('has each before those below it', async () => {
    const { document } = await bookmarkedDraft([]);
    const items = bookmarks(document.catalog.lookup(PDFName.of('Outlines'), PDFDict));
    expect(items.map((item) => item.lookup(PDFName.of('Title'), PDFString).decodeText())).toEqual([
      'one',
      'signsDanger',
      'three',
    ]);
  });

  it('is empty without an outline', () => {
    expect(bookmarks(undefined)).toEqual([]);
  });
});
