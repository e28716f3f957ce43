import { PDFDict, PDFName } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { mapRoles, nameForeignSpans } from '../../../src/pdf/repair/roles.ts';
import { UnrepairableError } from '../../../src/pdf/repair/unrepairable.ts';
import { draftAfter, sampleDraft } from './sample-draft.ts';
import { shownTree, tidy } from './shown-tree.ts';

/** The roles of a document, as its root lists them. */
const rolesOf = async (tree: string): Promise<string> => {
  const { document } = await draftAfter(mapRoles, { tree });
  return tidy(document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict).get(PDFName.of('RoleMap')));
};

describe('the roles of elements', () => {
  it('are listed for types that PDF does not know, in the order of their names', async () => {
    expect(await rolesOf('Aside [P [Strong [1] Em [2] Strong [3]]] Title [4]')).toBe(
      '<</Aside /Sect /Em /Span /Strong /Span /Title /P>>',
    );
    expect(await rolesOf('P [Strong [1]]')).toBe('<</Strong /Span>>');
  });

  it('are not listed where PDF knows all types', async () => {
    const known = 'Document [Sect [H1 [1] P [2 Span [3]] L [LI [Lbl [4] LBody [5]]] Figure [6] NonStruct [7]]]';
    expect(await rolesOf(known)).toBe('undefined');
  });

  it('are refused for a type nobody has thought of', async () => {
    await expect(rolesOf('P [Strong [1] Marquee [2]]')).rejects.toThrow(
      new UnrepairableError('The PDF has an element of the unknown type "Marquee".'),
    );
  });

  it('leave the elements as they are, and are the same when they are listed again', async () => {
    const draft = await draftAfter(mapRoles, { tree: 'P [Strong [1]]' });
    const [, root] =
      draft.document.context
        .enumerateIndirectObjects()
        .find(([, object]) => tidy(object).includes('StructTreeRoot /')) ?? [];
    const once = tidy(root);
    mapRoles(draft);
    expect([tidy(root), shownTree(draft)]).toEqual([once, 'P [Strong [1]]']);
  });
});

const spansOf = async (tree: string) => shownTree(await draftAfter(nameForeignSpans, { tree }));

describe('words of another language', () => {
  it.each([
    ['a text', 'P [4 NonStruct <</Lang (en)>> [5]]', 'P [4 Span <</Lang (en)>> [5]]'],
    ['a heading', 'H2 [NonStruct <</Lang (en)>> [5]]', 'H2 [Span <</Lang (en)>> [5]]'],
    ['a list item', 'LI [NonStruct <</Lang (en)>> [5]]', 'LI [Span <</Lang (en)>> [5]]'],
    ['a span of a text', 'P [NonStruct [4 NonStruct <</Lang (en)>> [5]]]', 'P [NonStruct [4 Span <</Lang (en)>> [5]]]'],
    ['a cell', 'TD [NonStruct <</Lang (en)>> [5]]', 'TD [Span <</Lang (en)>> [5]]'],
    ['a link', 'P [Link [NonStruct <</Lang (en)>> [5]]]', 'P [Link [Span <</Lang (en)>> [5]]]'],
    ['strong words', 'P [Strong [NonStruct <</Lang (en)>> [5]]]', 'P [Strong [Span <</Lang (en)>> [5]]]'],
    [
      'other words of another language',
      'P [NonStruct <</Lang (es)>> [5 NonStruct <</Lang (en)>> [6]]]',
      'P [Span <</Lang (es)>> [5 Span <</Lang (en)>> [6]]]',
    ],
  ])('are a span within %s', async (_case, before, after) => {
    expect(await spansOf(before)).toBe(after);
    expect(await spansOf(after)).toBe(after);
  });

  it.each([
    ['the whole of a section', 'Sect [NonStruct <</Lang (en)>> [P [5]]]'],
    ['a whole element', 'P <</Lang (en)>> [5]'],
    ['the whole document', 'NonStruct <</Lang (en)>> [P [5]]'],
    ['not said to be', 'P [NonStruct [5]]'],
  ])('are no span where they are %s', async (_case, tree) => {
    expect(await spansOf(tree)).toBe(tree);
  });

  it('must be in a PDF with tags', async () => {
    const untagged = await sampleDraft();
    for (const step of [nameForeignSpans, mapRoles])
      expect(() => step(untagged)).toThrow(new UnrepairableError('The PDF has no tags.'));
  });
});
