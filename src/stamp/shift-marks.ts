import { PDFDict, type PDFDocument, PDFNumber, type PDFRef } from '@cantoo/pdf-lib';
import type { Operation } from '../pdf/content-stream.ts';
import { mcidOf } from '../pdf/mark-artifacts.ts';
import { claimOf, KEYS, kidsOf, setKids, structureElements } from '../pdf/repair/structure-elements.ts';

/** Gives the marks of a page's content numbers that are so much greater. */
export function shiftMarks(operations: readonly Operation[], by: number): Operation[] {
  return operations.map((operation) => {
    const mcid = mcidOf(operation);
    const [tag, properties] = operation.operands;
    if (mcid === undefined || !tag || properties?.type !== 'dictionary') return operation;
    const entries = new Map([...properties.entries, ['MCID', { type: 'number', value: mcid + by }] as const]);
    return { operator: operation.operator, operands: [tag, { type: 'dictionary', entries }] };
  });
}

/** Lets the elements of a document claim content of a page by numbers that are so much greater. */
export function shiftClaims(document: PDFDocument, page: PDFRef, by: number): void {
  for (const { dict } of structureElements(document)) {
    const kids = kidsOf(dict).map((kid) => {
      const claim = claimOf(kid, dict);
      if (claim?.page !== page) return kid;
      const number = PDFNumber.of(claim.mcid + by);
      const reference = dict.context.lookup(kid);
      if (!(reference instanceof PDFDict)) return number;
      const shifted = reference.clone(dict.context);
      shifted.set(KEYS.mcid, number);
      return shifted;
    });
    setKids(dict, kids);
  }
}
