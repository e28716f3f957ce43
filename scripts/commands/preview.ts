import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { parsePort } from '../parse-port.ts';
import { PROJECT } from '../project.ts';
import type { Terminal } from '../terminal.ts';

/** The address that `content/settings.yaml` names until the site is published has this port. */
const PORT = 8080;

/** `handouts preview`: shows a finished build in the browser. */
export function addPreview(program: Command, terminal: Terminal): void {
  program
    .command('preview')
    .description('show the finished build in the browser, until Ctrl+C')
    .option('--output <folder>', 'the finished build (default: dist)')
    .option('--port <number>', 'port on this machine', parsePort, PORT)
    .action(async ({ output = join(PROJECT, 'dist'), port }: { output?: string; port: number }) => {
      const { servePreview } = await import('../preview.ts');
      await servePreview(resolve(output), port);
      terminal.tell(
        `${output === join(PROJECT, 'dist') ? 'dist' : output}/ is at http://localhost:${port}/ (end with Ctrl+C)`,
      );
      terminal.answer({ address: `http://localhost:${port}/` });
    });
}
