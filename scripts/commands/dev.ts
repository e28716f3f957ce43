import type { Command } from 'commander';
import { parsePort } from '../parse-port.ts';
import { addContentOptions, type TypedOptions } from '../run-options.ts';
import type { Terminal } from '../terminal.ts';

/** Not the one of `preview`: browsers keep what that has sent. */
const PORT = 8081;

/** `handouts dev`: the site while it is written. */
export function addDev(program: Command, terminal: Terminal): void {
  addContentOptions(program.command('dev'))
    .description('show the site while you write it: each saved file appears in the browser, until Ctrl+C')
    .option('--port <number>', 'port on this machine', parsePort, PORT)
    .action(async ({ port, ...typed }: TypedOptions & { port: number }) => {
      const { develop } = await import('../dev/develop.ts');
      const address = await develop(typed, port, terminal);
      terminal.tell(terminal.colours.bold(`The site is at ${address} (end with Ctrl+C)`));
      terminal.tell(`A sheet beside its page: ${address}__sheet/en/<handout>/`);
      terminal.answer({ address });
    });
}
