import { type PDFDict, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import type { RepairStep } from './draft.ts';
import { addAttribute, attributesOf, kidsOf, type StructureElement, structureElements } from './structure-elements.ts';
import { UnrepairableError } from './unrepairable.ts';

const SCOPE = PDFName.of('Scope');

/**
 * Makes sure that the cells of a table can be told with their heads (ISO 14289-1, 7.5): every head says that it is for
 * its column, which is all that Markdown can write, and every row has as many cells as the others. Chromium leaves out
 * cells without any content.
 *
 * Before: `/TH`
 * After: `/TH /A [<</O /Table /Scope /Column>>]`
 * @throws {UnrepairableError} for a row that lost cells
 */
export const checkTables: RepairStep = ({ document }) => {
  const elements = structureElements(document);
  for (const { dict } of elements.filter(({ type }) => type === 'TH')) {
    if (attributesOf(dict).some((attribute) => attribute.has(SCOPE))) continue;
    addAttribute(dict, document.context.obj({ O: 'Table', Scope: 'Column' }));
  }
  const byDict = new Map(elements.map((element) => [element.dict, element]));
  const widths = new Map<PDFDict, Set<number>>();
  for (const row of elements.filter(({ type }) => type === 'TR')) {
    const table = tableOf(row, byDict);
    if (table) widths.set(table, (widths.get(table) ?? new Set()).add(widthOf(row, byDict)));
  }
  for (const found of widths.values()) {
    if (found.size > 1)
      throw new UnrepairableError(`The PDF has a table with rows of ${[...found].join(' and ')} cells.`);
  }
};

function tableOf({ parent }: StructureElement, byDict: ReadonlyMap<PDFDict, StructureElement>): PDFDict | undefined {
  const above = parent && byDict.get(parent);
  return above === undefined || above.type === 'Table' ? above?.dict : above.parent;
}

/** Columns a row fills. */
function widthOf(row: StructureElement, byDict: ReadonlyMap<PDFDict, StructureElement>): number {
  const below = kidsOf(row.dict).flatMap((kid) => byDict.get(row.dict.context.lookup(kid) as PDFDict) ?? []);
  const cells = below.filter(({ type }) => type === 'TD' || type === 'TH');
  const spans = cells.map(({ dict }) => {
    const spanning = attributesOf(dict).find((attribute) => attribute.has(PDFName.of('ColSpan')));
    return spanning?.lookup(PDFName.of('ColSpan'), PDFNumber).asNumber() ?? 1;
  });
  return spans.reduce((sum, span) => sum + span, 0);
}
