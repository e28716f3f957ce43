import { join, relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { PROJECT } from '../project.ts';
import type { Terminal } from '../terminal.ts';

/** `handouts merge`: joins the outputs of builds with `--shard` to one. */
export function addMerge(program: Command, terminal: Terminal): void {
  program
    .command('merge')
    .description('join the outputs of builds with --shard to one')
    .argument('<part...>', 'the folders that builds with --shard 1/n to n/n have written, in any order')
    .option('--output <folder>', 'where the whole goes (default: dist)')
    .action(async (parts: string[], options: { output?: string }) => {
      terminal.onErrors('Nothing was published; the last output, if there is one, is unchanged.');
      const { mergeParts } = await import('../../src/publish/merge-parts.ts');
      const output = resolve(options.output ?? join(PROJECT, 'dist'));
      const merged = await mergeParts(parts, output);
      const whole = `${merged.files} files (${(merged.bytes / 1e6).toFixed(1)} MB) of ${merged.parts} parts`;
      terminal.tell(`${whole} are in ${relative(process.cwd(), output)}/`);
      terminal.answer({ ...merged, output });
    });
}
