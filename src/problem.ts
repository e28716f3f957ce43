import { listInWords } from './list-in-words.ts';

/** Where a problem lies: a file of the project (path from its root, `/` as separator), and a line if known. */
export interface Place {
  file: string;
  /** 1-based. */
  line?: number;
}

/**
 * Something an author must know: where it is, what is wrong and how to mend it, in words that need no
 * knowledge of the code. An `error` stops the build; a `warning` is printed at its end.
 */
export interface Problem {
  level: 'error' | 'warning';
  where: Place;
  what: string;
  fix: string;
  /** What of the output it is seen on; it stands behind `what`. Problems alike but for this are told as one. */
  sightings?: Sighting[];
}

/** Something of the output that a problem is seen on. */
export interface Sighting {
  /** Such as `by 3 mm on the standard sheet of water in English`. */
  text: string;
  /** How bad it is there: the worst are named. */
  size: number;
}

/** How many sightings are named; a clinic may have hundreds of sheets. */
const NAMED_SIGHTINGS = 3;

/** A value that may have failed its checks; `value` is missing exactly when an error is among the problems. */
export interface Checked<T> {
  value?: T;
  problems: Problem[];
}

/**
 * Carries every error of a run to the entry point, which alone prints and sets the exit code.
 * Nothing else is thrown for bad input.
 */
export class PressError extends Error {
  readonly problems: Problem[];
  constructor(problems: Problem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.name = 'PressError';
    this.problems = problems;
  }
}

/** Builds an error-level problem. */
export function error(where: Place | string, what: string, fix: string): Problem {
  return { level: 'error', where: typeof where === 'string' ? { file: where } : where, what, fix };
}

/** Builds a warning-level problem. */
export function warning(where: Place | string, what: string, fix: string): Problem {
  return { ...error(where, what, fix), level: 'warning' };
}

/** The same problem, where it stops nothing. */
export function asWarning(problem: Problem): Problem {
  return { ...problem, level: 'warning' };
}

/** True if any of the problems stops the build. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.level === 'error');
}

/**
 * Ends a phase of the run: throws all errors found so far together.
 * @throws {PressError} if there is an error among the problems
 */
export function stopOnErrors(problems: readonly Problem[]): void {
  if (hasErrors(problems)) throw new PressError(sortProblems(problems));
}

/**
 * Orders problems by file, line and text, drops repeats and joins what is alike but for its sightings, so that a run
 * always prints the same list.
 */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const unique = new Map<string, Problem>();
  for (const problem of problems) {
    const key = formatProblem({ ...problem, sightings: undefined });
    const sightings = [...(unique.get(key)?.sightings ?? []), ...(problem.sightings ?? [])];
    unique.set(key, sightings.length > 0 ? { ...problem, sightings } : problem);
  }
  return [...unique.values()].sort(
    (a, b) =>
      compareText(a.where.file, b.where.file) ||
      (a.where.line ?? 0) - (b.where.line ?? 0) ||
      compareText(a.what, b.what),
  );
}

/** Prints a problem as three short lines: `error content/x.md:3`, what is wrong, and how to mend it. */
export function formatProblem({ level, where, what, fix, sightings = [] }: Problem): string {
  const seen = sightings.length > 0 ? `: ${formatSightings(sightings)}.` : '';
  return `${level} ${formatPlace(where)}\n  ${what}${seen}\n  To mend it: ${fix}`;
}

/** The worst, in words: `by 3 mm on …, by 2 mm on …, by 1 mm on … and 7 more`. */
function formatSightings(sightings: readonly Sighting[]): string {
  const worstFirst = sightings.toSorted((a, b) => b.size - a.size || compareText(a.text, b.text));
  const texts = [...new Set(worstFirst.map(({ text }) => text))];
  const others = texts.length - NAMED_SIGHTINGS;
  if (others > 0) return `${texts.slice(0, NAMED_SIGHTINGS).join(', ')} and ${others} more`;
  return listInWords(texts);
}

/** Names a place as editors and terminals do: `content/x.md:3`. */
export function formatPlace({ file, line }: Place): string {
  return line === undefined ? file : `${file}:${line}`;
}

/** Compares by code unit: the same on every machine, unlike a comparison by locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
