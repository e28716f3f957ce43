import { type Command, CommanderError } from 'commander';
import { commandOf } from './command-of.ts';
import { PressError } from '../src/problem.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { createProgram } from './program.ts';
import { createTerminal, type Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/**
 * Runs the command line that a person typed, and tells them in words whatever goes wrong.
 * @param args without Node and the script
 * @param create makes the program; tests have others
 * @returns the exit code
 */
export async function runProgram(args: readonly string[], create = createProgram): Promise<ExitCode> {
  endQuietlyWhenNobodyReads();
  // Before the command line is parsed: its own errors obey these, too.
  const [isJson, isQuiet] = [args.includes('--json'), args.includes('--quiet')];
  const terminal = createTerminal(process.stdout, { isJson, isQuiet, hasColour: hasColour(args) });
  const program = create(terminal);
  let code: ExitCode = EXIT.done;
  try {
    await program.parseAsync(args, { from: 'user' });
    if (terminal.hasFailed()) code = EXIT.contentErrors;
  } catch (failure) {
    if (failure instanceof CommanderError && isHelp(failure, program, args)) return EXIT.done;
    code = await tellFailure(failure, { args, program, terminal, isJson });
  }
  terminal.finish(code === EXIT.done);
  return code;
}

/** Help and version have been told when commander throws; of a command line that stops short of a command, only here. */
function isHelp({ code, exitCode }: CommanderError, program: Command, args: readonly string[]): boolean {
  if (code === 'commander.help' && exitCode !== 0) commandOf(program, args).outputHelp();
  return exitCode === 0 || code === 'commander.help';
}

interface Run {
  args: readonly string[];
  program: Command;
  terminal: Terminal;
  isJson: boolean;
}

async function tellFailure(failure: unknown, { args, program, terminal, isJson }: Run): Promise<ExitCode> {
  if (failure instanceof CommanderError || failure instanceof UsageError) {
    const { explainUsage } = await import('./explain-usage.ts');
    const problems = failure instanceof UsageError ? failure.problems : [explainUsage(failure, program, args)];
    // On stderr: another program must not take it for the answer.
    const told = isJson ? terminal : createTerminal(process.stderr, { hasColour: hasColour(args, process.stderr) });
    told.problems(problems);
    return EXIT.wrongUse;
  }
  if (failure instanceof PressError) {
    terminal.problems(failure.problems);
    terminal.refusal(failure.problems.filter(({ level }) => level === 'error').length);
    return EXIT.contentErrors;
  }
  const { explainUnexpected } = await import('./explain-unexpected.ts');
  const told = isJson ? terminal : createTerminal(process.stderr, { hasColour: hasColour(args, process.stderr) });
  told.problems([explainUnexpected(failure)]);
  if (args.includes('--debug') || process.env.DEBUG) console.error(failure);
  return EXIT.unexpected;
}

/** https://no-color.org, FORCE_COLOR as Node has it, and no colours where no person looks. */
function hasColour(args: readonly string[], out: Pick<NodeJS.WriteStream, 'isTTY'> = process.stdout): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR || args.includes('--no-color')) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== '0';
  return out.isTTY && TERM !== 'dumb';
}

/** `handouts status | head` closes the pipe when it has seen enough: that is no failure. */
function endQuietlyWhenNobodyReads(): void {
  process.stdout.on('error', (failure: NodeJS.ErrnoException) => {
    if (failure.code !== 'EPIPE') throw failure;
    process.exit(EXIT.done);
  });
}
