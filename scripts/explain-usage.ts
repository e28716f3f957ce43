import type { Command, CommanderError } from 'commander';
import { error, type Problem } from '../src/problem.ts';
import { commandOf } from './command-of.ts';

/**
 * Tells a wrong command line as any other problem: what is wrong, in commander's words, and what was probably meant.
 *
 *     handouts buidl  ->  Unknown command 'buidl'.  To mend it: did you mean build? If not, run: npx handouts --help
 */
export function explainUsage({ message }: CommanderError, program: Command, args: readonly string[]): Problem {
  const [said = '', meant] = message.replace(/^error: /, '').split(/\n\((?=Did you mean)/);
  const what = said.charAt(0).toUpperCase() + said.slice(1) + (/[.!?]$/.test(said) ? '' : '.');
  const help = `run: ${nameOf(commandOf(program, args))} --help`;
  const fix = meant === undefined ? help : `${meant.replace(/^D/, 'd').replace(/\)$/, '')} If not, ${help}`;
  return error('command line', what, fix);
}

function nameOf(command: Command): string {
  return command.parent ? `${nameOf(command.parent)} ${command.name()}` : command.name();
}
