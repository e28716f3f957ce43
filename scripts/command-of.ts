import type { Command } from 'commander';

/** The command that the words of the command line lead to. */
export function commandOf(program: Command, args: readonly string[]): Command {
  let command = program;
  for (const word of args) {
    const next = command.commands.find((one) => one.name() === word);
    if (next) command = next;
  }
  return command;
}
