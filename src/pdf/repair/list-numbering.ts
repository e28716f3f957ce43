import { PDFName } from '@cantoo/pdf-lib';
import type { RepairStep } from './draft.ts';
import { addAttribute, attributesOf, KEYS, structureElements } from './structure-elements.ts';

const NUMBERING = PDFName.of('ListNumbering');

/**
 * Says that a list is numbered (ISO 14289-1, 7.6) where its numbers are of other digits than 0 to 9: Chromium says it of
 * `decimal` and of bullets, and of no other style (headless shell 147).
 *
 * Before: `/L /K [/LI /K [/Lbl 12]]`, where 12 is ۱.
 * After: the same with `/A [<</O /List /ListNumbering /Decimal>>]`
 */
export const nameNumbering: RepairStep = ({ document }) => {
  const elements = structureElements(document);
  const labelled = new Set(
    elements.filter(({ type }) => type === 'Lbl').map(({ parent }) => parent?.lookup(KEYS.parent)),
  );
  for (const { dict } of elements) {
    const isNamed = attributesOf(dict).some((attribute) => attribute.has(NUMBERING));
    if (labelled.has(dict) && !isNamed)
      addAttribute(dict, document.context.obj({ O: 'List', ListNumbering: 'Decimal' }));
  }
};
