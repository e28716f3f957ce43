import type { WriteStream } from 'node:tty';
import pc from 'picocolors';
import type { Progress } from '../src/pipeline.ts';
import { formatProblem, hasErrors, type Problem } from '../src/problem.ts';
import { counted } from './counted.ts';

/** What the person or the program that runs a command has asked to see of it. */
export interface OutputModes {
  /** One JSON document instead of text. */
  isJson?: boolean;
  /** Errors only. */
  isQuiet?: boolean;
  hasColour?: boolean;
}

/** How a command speaks. No command writes to the console by itself: so each obeys `--json` and `--quiet`. */
export interface Terminal {
  /** Told while a command works. */
  progress: Progress;
  /** Colours for the lines that are told; none where nobody sees them. */
  colours: Colours;
  /** Tells a person a line. Nothing with `--quiet`, and nothing with `--json`. */
  tell(line?: string): void;
  /** What a program that asked for JSON is told: the `result` of the document. */
  answer(result: unknown): void;
  /** Tells problems. An error among them makes the exit code 1. With `--quiet`, warnings are not told. */
  problems(problems: readonly Problem[]): void;
  /** What it means for the reader if the command ends by an error: it is told below the errors. */
  onErrors(consequence: string): void;
  /** Tells how many errors ended the command, and what that means. */
  refusal(errors: number): void;
  /** True once an error was told. */
  hasFailed(): boolean;
  /** Ends the answer: with `--json`, writes the document. */
  finish(isDone: boolean): void;
}

/** Paints text, or gives it back as it is. */
export type Colours = ReturnType<typeof pc.createColors>;

/** Clears the line that progress was written on. */
const CLEAR_LINE = '\r\u001b[K';

/** Writes progress on one line that is overwritten where the terminal can, else a line per stage. */
export function createTerminal(out: Pick<WriteStream, 'write' | 'isTTY'>, modes: OutputModes = {}): Terminal {
  const { isJson = false, isQuiet = false } = modes;
  const colours = pc.createColors(!isJson && (modes.hasColour ?? false));
  const all: Problem[] = [];
  let [result, consequence]: [unknown, string] = [null, ''];
  const line = (text = '') => out.write(`${out.isTTY ? CLEAR_LINE : ''}${text}\n`);
  const tell = isJson || isQuiet ? () => undefined : line;
  return {
    progress: {
      stage: (name) => tell(`${name} …`),
      step: (id, done, total) => {
        if (out.isTTY && !isJson && !isQuiet) out.write(`${CLEAR_LINE}  ${done} of ${total}  ${id}`);
      },
      tell: (message) => tell(colours.yellow(message)),
    },
    colours,
    tell,
    answer: (given) => (result = given),
    problems: (problems) => {
      all.push(...problems);
      const told = isQuiet ? problems.filter(({ level }) => level === 'error') : problems;
      if (!isJson) for (const problem of told) line(paintProblem(problem, colours));
    },
    onErrors: (text) => (consequence = text),
    refusal: (errors) => {
      if (!isJson) line(colours.bold(`${counted(errors, 'problem')}.${consequence && ` ${consequence}`}`));
    },
    hasFailed: () => hasErrors(all),
    finish: (isDone) => {
      if (isJson) out.write(`${JSON.stringify({ ok: isDone, problems: all, result }, undefined, 2)}\n`);
    },
  };
}

/** A problem as the terminal shows it: its level in red or yellow. */
export function paintProblem(problem: Problem, colours: Colours): string {
  const text = formatProblem(problem);
  return problem.level === 'error'
    ? text.replace('error', colours.red('error'))
    : text.replace('warning', colours.yellow('warning'));
}
