import { PDFDict, PDFName, type PDFPage } from '@cantoo/pdf-lib';
import { SLOT_ADDRESS } from '../../html/slot-marker.ts';
import type { Operation } from '../content-stream.ts';
import { mcidOf } from '../mark-artifacts.ts';
import type { Draft, RepairStep } from './draft.ts';
import { addressOf } from './link-descriptions.ts';
import {
  claimOf,
  type ContentClaim,
  isElement,
  kidsOf,
  objectsOf,
  setKids,
  structureElements,
} from './structure-elements.ts';

const SLOT = 'Slot';

/** Marks the place of the panel among what a page draws (ISO 32000-1, 14.6: a point that programs pass by). */
const SLOT_POINT: Operation = { operator: 'MP', operands: [{ type: 'name', value: SLOT }] };

/** True for the operation in whose place a panel is to be drawn. */
export function isSlotPoint({ operator, operands: [tag] }: Operation): boolean {
  return operator === 'MP' && tag?.type === 'name' && tag.value === SLOT;
}

/**
 * Takes out what the marker of a slot draws, and keeps what tells the slot: the annotation, its element and its place.
 *
 * Before: `/H2 /K [/Link /K [/OBJR 5]]`, and on the page `/P <</MCID 5>> BDC`, a space, `EMC`
 * After: `/H2 /K [/Link /K /OBJR]`, and on the page `/Slot MP`
 */
export const clearSlot: RepairStep = (draft) => {
  const { context } = draft.document;
  const isMarker = ({ dict }: { dict: PDFDict }) =>
    objectsOf(dict).some((object) => {
      const annotation = context.lookup(object);
      return annotation instanceof PDFDict && isSlot(annotation);
    });
  for (const { dict } of structureElements(draft.document).filter(isMarker)) {
    for (const claim of claimsBelow(dict)) clearMark(draft, claim);
    setKids(
      dict,
      kidsOf(dict).filter((kid) => !isElement(kid, dict) && !claimOf(kid, dict)),
    );
  }
};

/** True for the annotation of the marker of a slot. */
export function isSlot(annotation: PDFDict): boolean {
  return annotation.get(PDFName.of('Subtype')) === PDFName.of('Link') && addressOf(annotation) === SLOT_ADDRESS;
}

/** All content that an element and those below it claim. */
function claimsBelow(element: PDFDict): ContentClaim[] {
  return kidsOf(element).flatMap((kid) => {
    if (!isElement(kid, element)) return claimOf(kid, element) ?? [];
    return claimsBelow(element.context.lookup(kid, PDFDict));
  });
}

/** What is painted within the mark goes; changes of the graphics state stay, for what comes after. */
function clearMark({ contents }: Draft, { page: ref, mcid }: ContentClaim): void {
  const page = [...contents.keys()].find((one): one is PDFPage => one.ref === ref);
  const operations = page && contents.get(page);
  const start = operations?.findIndex((operation) => mcidOf(operation) === mcid) ?? -1;
  if (!page || !operations || start === -1) return;
  let depth = 1;
  let end = start + 1;
  for (; end < operations.length; end++) {
    const { operator } = operations[end] as Operation;
    if (operator === 'BDC' || operator === 'BMC') depth++;
    if (operator === 'EMC' && --depth === 0) break;
  }
  const state = operations.slice(start + 1, end).filter(({ operator }) => CHANGES_STATE.has(operator));
  contents.set(page, [...operations.slice(0, start), SLOT_POINT, ...state, ...operations.slice(end + 1)]);
}

/** Operators that change how later ones draw, outside of texts and clipping paths (ISO 32000-1, 8.4.4 and 8.6.8). */
export const CHANGES_STATE = new Set('q Q cm w J j M d ri i gs CS cs SC SCN sc scn G g RG rg K k'.split(' '));
