import { PDFName, type PDFObject, type PDFRef } from '@cantoo/pdf-lib';
import type { Operation } from '../pdf/content-stream.ts';
import { mcidOf } from '../pdf/mark-artifacts.ts';
import type { Draft } from '../pdf/repair/draft.ts';
import { packContent } from '../pdf/repair/page-content.ts';
import { UnrepairableError } from '../pdf/repair/unrepairable.ts';
import type { Slot } from './find-slots.ts';
import type { Numbering } from './numbering.ts';
import { partObject, PANEL_MARKS } from './object-numbers.ts';
import { shiftClaims, shiftMarks } from './shift-marks.ts';
import { splitContent } from './split-content.ts';

/**
 * Lets the page of a slot draw a page of a panel in its place, with marks, resources and annotations that are partly
 * the panel's. Its own content is then written, and no longer among that of the draft.
 *
 * Before: `/Contents 14 0 R /Resources <<…>> /Annots […]`
 * After: `/Contents [2070 0 R 14 0 R 13 0 R 2071 0 R] /Resources 16 0 R /Annots 17 0 R`
 * @param part index of the slot among those of the sheet
 */
export function openPage({ document, contents }: Draft, { page }: Slot, part: number, numbering: Numbering): void {
  const { context } = document;
  const standIn = (kind: Parameters<typeof partObject>[1]) => numbering.newStandIn(context, partObject(part, kind));
  const stream = (operations: Operation[]) =>
    context.register(context.stream(packContent(operations), { Filter: 'FlateDecode' }));
  const { before, after } = splitContent(shiftMarks(contents.get(page) ?? [], PANEL_MARKS));
  shiftClaims(document, page.ref, PANEL_MARKS);
  const set = (key: string, value: PDFObject) => page.node.set(PDFName.of(key), value);
  // The panel is moved within a `q` of its own, which is made for each file.
  const pieces = [stream(before), standIn('placing'), standIn('content')];
  set('Contents', context.obj([...pieces, stream([{ operator: 'Q', operands: [] }, ...after])]));
  set('Resources', standIn('resources'));
  set('Annots', standIn('annotations'));
  contents.delete(page);
}

/** @throws {UnrepairableError} for content of a page that is tagged, but that no element claims */
export function checkClaims(operations: readonly Operation[], claims: readonly (PDFRef | undefined)[]): void {
  const loose = operations.some((operation) => {
    const mcid = mcidOf(operation);
    return mcid !== undefined && !claims[mcid];
  });
  if (loose) throw new UnrepairableError('The PDF has a text that is in none of the elements of its structure.');
}
