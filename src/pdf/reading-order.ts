/** A stretch of text drawn in one go, by its place on the page. */
export interface Drawn {
  text: string;
  /** Height of its line on the page. */
  y: number;
  /** From its first glyph to the start of its last. */
  start: number;
  end: number;
  /** True for right-to-left text. */
  isReversed: boolean;
}

/** Neighbours on a line that are read in one direction. */
export interface Stretch<Run> {
  /** From left to right. */
  runs: Run[];
  /** True if they are read from right to left. */
  isReversed: boolean;
}

/** Wider, in CSS pixels, than a wide letter of a title and a space: what follows is another box, such as the next part of a footer. */
const BOX_GAP = 60;

/** Puts runs, in the order of drawing, into lines: each goes on from left to right without a wide gap. */
export function linesOf<Run extends Drawn>(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [];
  for (const run of runs) {
    const line = lines.at(-1);
    const last = line?.at(-1);
    const continues =
      last && Math.abs(last.y - run.y) < 0.5 && run.start >= last.start - 1 && run.start - last.end < BOX_GAP;
    if (continues) line?.push(run);
    else lines.push([run]);
  }
  return lines;
}

/** True for runs of one line without a wide gap between them, whichever is drawn first. */
export function areNeighbours(one: Drawn, other: Drawn): boolean {
  const gap = Math.max(one.start, other.start) - Math.min(one.end, other.end);
  return Math.abs(one.y - other.y) < 0.5 && gap < BOX_GAP;
}

/**
 * Puts a line into the order of reading, as Unicode UAX #9 puts it into that of drawing: right-to-left, all is turned
 * round but for left-to-right stretches; left-to-right, only what stands from one right-to-left word to another is.
 * Left-to-right stretches are numbers and Latin words, and whatever stands in a left-to-right isolate
 * (U+2066 … U+2069), which the PDF keeps as text.
 * @param line from left to right
 * @param isRtl direction of the paragraph it is of
 */
export function stretchesOf<Run extends Drawn>(line: readonly Run[], isRtl: boolean): Stretch<Run>[] {
  const areReversed = isRtl ? reversedInRtl(line) : reversedInLtr(line);
  const stretches: Stretch<Run>[] = [];
  for (const [index, run] of line.entries()) {
    const isReversed = areReversed[index] ?? isRtl;
    const last = stretches.at(-1);
    if (last?.isReversed === isReversed) last.runs.push(run);
    else stretches.push({ runs: [run], isReversed });
  }
  return isRtl ? stretches.reverse() : stretches;
}

function reversedInRtl(line: readonly Drawn[]): boolean[] {
  const areReversed: boolean[] = [];
  let isIsolated = false;
  for (const [index, run] of [...line.entries()].reverse()) {
    if (run.text.includes('\u2069')) isIsolated = false;
    const joinsNumbers = /^[.,:/]$/.test(run.text) && [line[index - 1], line[index + 1]].every(endsInNumber);
    areReversed[index] = !isIsolated && !joinsNumbers && (run.isReversed || !/[\p{L}\p{N}]/u.test(run.text));
    if (run.text.includes('\u2066')) isIsolated = true;
  }
  return areReversed;
}

/** Unicode UAX #9, W4: a single sign between two numbers is part of them. */
function endsInNumber(run: Drawn | undefined): boolean {
  return run !== undefined && /^\p{Nd}+$/u.test(run.text);
}

function reversedInLtr(line: readonly Drawn[]): boolean[] {
  const areReversed = line.map(({ isReversed }) => isReversed);
  let lastReversed = -1;
  for (const [index, run] of line.entries()) {
    if (run.isReversed) {
      if (lastReversed !== -1) areReversed.fill(true, lastReversed, index);
      lastReversed = index;
    } else if (/[\p{L}\p{N}]/u.test(run.text)) lastReversed = -1;
  }
  return areReversed;
}
