import { PDFArray, PDFDict, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/pdf/repair/draft.ts';
import { renumberElementIds } from '../../../src/pdf/repair/element-ids.ts';
import { structureElements } from '../../../src/pdf/repair/structure-elements.ts';
import { looseObjects } from './loose-objects.ts';
import { draftAfter, sampleDraft } from './sample-draft.ts';
import { shownTree, tidy } from './shown-tree.ts';

/** A table as Chromium tags it, with ids of its own node numbers: two heads and two cells. */
const tableOf = (...[first, second, third, fourth]: string[]) =>
  `Table [TR [TH <</ID (${first})>> [1] TH <</ID (${second})>> [2]] ` +
  `TR [TD <</ID (${third}) /A [<</O /Table /Headers [(${first})]>>]>> [3] ` +
  `TD <</ID (${fourth}) /A <</O /Table /Headers [(${second})]>>>> [4]]]`;
const CHROMIUM = tableOf('node00004711', 'node00004712', 'node00004714', 'node00004713');
const NUMBERED = tableOf('element1', 'element2', 'element3', 'element4');

const idOf = (element: PDFDict | undefined): string => tidy(element?.get(PDFName.of('ID'))).replaceAll(/[()]/g, '');

const rootOf = ({ document: { catalog } }: Draft): PDFDict => catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);

/** The draft of a table whose ids are listed, in a leaf for each row, as in a long table. */
async function listedDraft(tree: string, ...rows: string[][]): Promise<Draft> {
  const draft = await sampleDraft({ tree });
  const { context } = draft.document;
  const elements = new Map(structureElements(draft.document).map(({ dict, ref }) => [idOf(dict), ref]));
  const leaves = rows.map((ids) => {
    const names = context.obj(ids.flatMap((id) => [PDFString.of(id), elements.get(id) ?? null]));
    return context.register(context.obj({ Names: names, Limits: [names.get(0), names.get(names.size() - 2)] }));
  });
  rootOf(draft).set(PDFName.of('IDTree'), context.obj({ Kids: leaves }));
  return draft;
}

/** The ids of the list, which is in one leaf, each with the id of the element it leads to. */
function listed(draft: Draft): { ids: string[]; limits: string } {
  const leaves = rootOf(draft).lookup(PDFName.of('IDTree'), PDFDict).lookup(PDFName.of('Kids'), PDFArray);
  expect(leaves.size()).toBe(1);
  const leaf = leaves.lookup(0, PDFDict);
  const names = leaf.lookup(PDFName.of('Names'), PDFArray);
  const ids = Array.from({ length: names.size() / 2 }, (_, index) => {
    return `${names.lookup(2 * index, PDFString).decodeText()} of ${idOf(names.lookup(2 * index + 1, PDFDict))}`;
  });
  return { ids, limits: tidy(leaf.get(PDFName.of('Limits'))) };
}

describe('the ids of elements', () => {
  it('are numbered by their order in the document, wherever they are named', async () => {
    expect(shownTree(await draftAfter(renumberElementIds, { tree: CHROMIUM }))).toBe(NUMBERED);
  });

  it('are the same whatever the browser printed before', async () => {
    const later = tableOf('node00020001', 'node00020002', 'node00009999', 'node00020003');
    expect(shownTree(await draftAfter(renumberElementIds, { tree: later }))).toBe(NUMBERED);
  });

  it('count a head that is named before it comes', async () => {
    const tree = 'TR [TD <</A <</O /Table /Headers [(b)]>>>> [1] TH <</ID (a)>> [2] TH <</ID (b)>> [3]]';
    expect(shownTree(await draftAfter(renumberElementIds, { tree }))).toBe(
      'TR [TD <</A <</O /Table /Headers [(element1)]>>>> [1] TH <</ID (element2)>> [2] TH <</ID (element1)>> [3]]',
    );
  });

  it('are the same id however they are written', async () => {
    const draft = await sampleDraft({ tree: 'TR [TH <</ID (a)>> [1] TD <</A <</O /Table /Headers [(a)]>>>> [2]]' });
    const [, head] = structureElements(draft.document);
    head?.dict.set(PDFName.of('ID'), PDFHexString.fromText('a'));
    renumberElementIds(draft);
    expect(shownTree(draft)).toBe('TR [TH <</ID (element1)>> [1] TD <</A <</O /Table /Headers [(element1)]>>>> [2]]');
  });

  it('stay as they are when they are numbered again, and other elements get none', async () => {
    expect(shownTree(await draftAfter(renumberElementIds, { tree: NUMBERED }))).toBe(NUMBERED);
    const plain = 'P <</A <</O /Layout>>>> [1]';
    expect(shownTree(await draftAfter(renumberElementIds, { tree: plain }))).toBe(plain);
  });
});

describe('the list of ids', () => {
  const ROWS = [
    ['node00004711', 'node00004712'],
    ['node00004713', 'node00004714'],
  ];

  it('leads to the same elements by their new ids, sorted and in one leaf', async () => {
    const draft = await listedDraft(CHROMIUM, ...ROWS);
    renumberElementIds(draft);
    expect(listed(draft)).toEqual({
      ids: ['element1', 'element2', 'element3', 'element4'].map((id) => `${id} of ${id}`),
      limits: '[(element1) (element4)]',
    });
  });

  it('leaves nothing of the old one in the file', async () => {
    const draft = await listedDraft(CHROMIUM, ...ROWS);
    expect(looseObjects(draft.document)).toEqual([]);
    renumberElementIds(draft);
    expect(looseObjects(draft.document)).toEqual([]);
    expect(draft.document.context.enumerateIndirectObjects().map(String).join()).not.toContain('node');
  });

  it('is sorted letter by letter, as readers look ids up, so that the tenth comes before the second', async () => {
    const ids = Array.from({ length: 11 }, (_, index) => `n${String(index).padStart(2, '0')}`);
    const draft = await listedDraft(`TR [${ids.map((id) => `TH <</ID (${id})>>`).join(' ')}]`, ids);
    renumberElementIds(draft);
    expect(listed(draft).ids.slice(0, 4)).toEqual(
      ['element1', 'element10', 'element11', 'element2'].map((id) => `${id} of ${id}`),
    );
    expect(listed(draft).limits).toBe('[(element1) (element9)]');
  });

  it('may be written in its root alone', async () => {
    const draft = await listedDraft(CHROMIUM);
    const names = draft.document.context.obj([]);
    for (const { dict, ref } of structureElements(draft.document).filter(({ type }) => type === 'TH')) {
      names.push(PDFString.of(idOf(dict)));
      names.push(ref);
    }
    const tree = draft.document.context.obj({ Names: names });
    rootOf(draft).set(PDFName.of('IDTree'), tree);
    renumberElementIds(draft);
    expect(tree.has(PDFName.of('Names'))).toBe(false);
    expect(listed(draft).ids).toEqual(['element1 of element1', 'element2 of element2']);
  });

  it('is not invented where there is none', async () => {
    const draft = await draftAfter(renumberElementIds, { tree: CHROMIUM });
    expect(rootOf(draft).has(PDFName.of('IDTree'))).toBe(false);
  });
});
