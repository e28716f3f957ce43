import type { Operand, Operation } from '../pdf/content-stream.ts';
import { mcidOf } from '../pdf/mark-artifacts.ts';
import { CHANGES_STATE, isSlotPoint } from '../pdf/repair/slot.ts';
import { UnrepairableError } from '../pdf/repair/unrepairable.ts';

const SAVE: Operation = { operator: 'q', operands: [] };
const RESTORE: Operation = { operator: 'Q', operands: [] };
const END_MARK: Operation = { operator: 'EMC', operands: [] };

/** What a page draws before and after the panel in its slot. */
export interface SplitContent {
  before: Operation[];
  after: Operation[];
}

/**
 * Splits the content of a page where the panel is to be drawn, so that programs which read by the order of drawing meet
 * the panel in its place. Between the two, the page is as if nothing had been drawn; the second part sets again what the
 * first had set.
 *
 * Input: `.24 0 0 -.24 0 792 cm`, `q`, `/G3 gs`, text, `/Slot MP`, text, `Q`
 * Output: `q`, `.24 0 0 -.24 0 792 cm`, `q`, `/G3 gs`, text, `Q`, `Q`, and `q`, `.24 0 0 -.24 0 792 cm`, `q`, `/G3 gs`,
 * text, `Q`, `Q`
 * @throws {UnrepairableError} for content without the slot, or with it within a text
 */
export function splitContent(operations: readonly Operation[]): SplitContent {
  const place = operations.findIndex(isSlotPoint);
  if (place === -1) throw new UnrepairableError('The slot for the panel has no place among what its page draws.');
  const { levels, marks } = stateAt(operations.slice(0, place));
  if (marks.some((mark) => mcidOf(mark) !== undefined)) {
    throw new UnrepairableError('The slot for the panel stands within another text.');
  }
  return {
    before: [SAVE, ...operations.slice(0, place), ...marks.map(() => END_MARK), ...levels.map(() => RESTORE)],
    after: [...levels.flatMap((level) => [SAVE, ...level]), ...marks, ...operations.slice(place + 1), RESTORE],
  };
}

/** What is open at the end of some operations: the state set at each level of `q`, and the marks. */
function stateAt(operations: readonly Operation[]): { levels: Operation[][]; marks: Operation[] } {
  const levels: Operation[][] = [[]];
  const marks: Operation[] = [];
  let path: Operation[] = [];
  for (const operation of operations) {
    const { operator } = operation;
    const level = levels.at(-1) ?? [];
    if (operator === 'q') levels.push([]);
    else if (operator === 'Q') levels.pop();
    else if (operator === 'BDC' || operator === 'BMC') marks.push(operation);
    else if (operator === 'EMC') marks.pop();
    else if (CHANGES_STATE.has(operator) || SETS_TEXT.test(operator)) setState(level, operation);
    else if (BUILDS_PATH.has(operator)) path.push(operation);
    else {
      if (operator === 'n' && path.some(clips)) level.push(...path, operation);
      path = [];
    }
  }
  return { levels, marks };
}

const BUILDS_PATH = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're', 'W', 'W*']);
/** What is set of texts outlasts the text it is set in (ISO 32000-1, 9.3). */
const SETS_TEXT = /^T[cwzLfrs]$/;

function clips({ operator }: Operation): boolean {
  return operator === 'W' || operator === 'W*';
}

/** Of settings of the same thing, the last one counts; those of coordinates and of clipping add up. */
function setState(level: Operation[], operation: Operation): void {
  const { operator, operands } = operation;
  const last = level.findLastIndex((one) => one.operator === operator && (operator !== 'gs' || isSame(one, operands)));
  if (operator !== 'cm' && last !== -1) level.splice(last, 1);
  level.push(operation);
}

function isSame({ operands: [first] }: Operation, [other]: readonly Operand[]): boolean {
  return first?.type === 'name' && other?.type === 'name' && first.value === other.value;
}
