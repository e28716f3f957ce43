import { relative } from 'node:path';
import type { Command } from 'commander';
import { addBuildOptions, readRunOptions, type TypedOptions } from '../run-options.ts';
import type { Terminal } from '../terminal.ts';

/** `handouts build`: makes the website and all sheets. */
export function addBuild(program: Command, terminal: Terminal): void {
  addBuildOptions(program.command('build'))
    .description('make the website and all sheets')
    .option(
      '--release',
      'publish only what is reviewed and fresh, and list what is left out; see release in settings.yaml',
    )
    .action(async (typed: TypedOptions) => {
      terminal.onErrors('Nothing was published; the last output, if there is one, is unchanged.');
      const started = performance.now();
      const options = readRunOptions(typed);
      const { buildUnlessDone } = await import('../build-unless-done.ts');
      const { summaryLines } = await import('../summary-lines.ts');
      const { summary, isUnchanged } = await buildUnlessDone(options, terminal.progress);
      const milliseconds = performance.now() - started;
      terminal.tell();
      terminal.problems(summary.warnings);
      const output = relative(process.cwd(), options.output);
      for (const line of summaryLines(summary, { output, milliseconds, colours: terminal.colours }))
        terminal.tell(line);
      if (isUnchanged) terminal.progress.tell('Nothing changed.');
      terminal.answer({ ...summary, warnings: undefined, output: options.output, isUnchanged });
    });
}
