import type { Slot } from '../forms.ts';
import { TIGHTEST } from '../html/panel-tightness.ts';
import { contentBox, type Paper } from '../paper.ts';
import type { FitOptions } from './fit-in-page.ts';
import type { FlowOptions } from './flow-over-pages.ts';

/** Steps between body sizes, in points. */
export const STEP = 0.25;

/** Room for the panel on pages that have no slot. */
const NO_SLOT = { preferredSlot: 0, leastSlot: 0, ampleSlot: 0 };

/** What a fit of front and back works with: the same in the press and in a reader's browser. @param bodySize in points */
export function fitOptions(paper: Paper, bodySize: { min: number; max: number }, slot?: Slot): FitOptions {
  const room =
    slot?.kind === 'rest' ? { preferredSlot: slot.preferred, leastSlot: slot.least, ampleSlot: slot.ample } : NO_SLOT;
  const sizes = { minPoints: bodySize.min, maxPoints: bodySize.max, stepPoints: STEP };
  return { ...contentBox(paper), ...sizes, ...room, tightest: TIGHTEST };
}

/**
 * What a flow over as many pages as it takes works with.
 * @param points body size
 * @param isOverlong true for a sheet that should have been of two sides: the room that is left for a panel there becomes
 * a box of the usual height
 */
export function flowOptions(paper: Paper, points: number, slot?: Slot, isOverlong = false): FlowOptions {
  const slotHeight = slot?.kind === 'box' ? slot.height : slot?.kind === 'rest' ? slot.preferred : undefined;
  return {
    ...contentBox(paper),
    points,
    ...(slotHeight !== undefined && { slotHeight }),
    ...(isOverlong && { isOverlong }),
  };
}
