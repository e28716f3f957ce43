import type { Operation } from '../content-stream.ts';
import { mcidOf } from '../mark-artifacts.ts';
import { linesOf, stretchesOf } from '../reading-order.ts';
import type { LetterRun } from './letter.ts';
import { readLetters } from './read-letters.ts';
import type { SourceFont } from './source-font.ts';
import { type PageFonts, writeLine } from './write-line.ts';

/** What is known of a page before its text is written anew. */
export interface PageContext {
  sources: ReadonlyMap<string, SourceFont>;
  fonts: PageFonts;
  /** Tells if a piece of marked content, or what no element claims, is in a right-to-left language. */
  isRtl(mcid: number | undefined): boolean;
}

/** Writes the text of a page anew, line by line ({@link writeLine}); what else is drawn stays as it is. */
export function recodePage(operations: readonly Operation[], context: PageContext): Operation[] {
  const written: Operation[] = [];
  const mcids: (number | undefined)[] = [];
  for (let index = 0; index < operations.length; index++) {
    const operation = operations[index] as Operation;
    if (operation.operator !== 'BT') {
      if (operation.operator === 'BDC' || operation.operator === 'BMC') mcids.push(mcidOf(operation));
      if (operation.operator === 'EMC') mcids.pop();
      written.push(operation);
      continue;
    }
    // Text objects that follow each other are one text.
    let end = index;
    while (operations[end]?.operator !== 'ET' || operations[end + 1]?.operator === 'BT') end++;
    const runs = readLetters(operations.slice(index, end + 1), context.sources);
    const isRtl = context.isRtl(mcids.findLast((mcid) => mcid !== undefined));
    for (const line of uprightLinesOf(runs)) written.push(...writeLine(stretchesOf(line, isRtl), context.fonts));
    index = end;
  }
  return written;
}

/** Letters that are turned or scaled stay in lines of their own. */
function uprightLinesOf(runs: readonly LetterRun[]): LetterRun[][] {
  return linesOf(runs).flatMap((line) =>
    line.every(({ isUpright }) => isUpright) ? [line] : line.map((run) => [run]),
  );
}
