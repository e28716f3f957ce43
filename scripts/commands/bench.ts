import { type Command, Option } from 'commander';
import { addBuildOptions, type TypedOptions } from '../run-options.ts';
import type { Terminal } from '../terminal.ts';

/** The parts of the bench: printing a handout, stamping it for thousands of clinics, and loading its page. */
const BENCHES = ['printing', 'first-paint', 'stamping'] as const;

/**
 * `handouts bench`: how fast the press and its pages are, beside other ways to do the same. Only ratios within one run
 * mean anything: the same work takes half or twice the time on another day. Leaves no file and judges no time.
 */
export function addBench(program: Command, terminal: Terminal): void {
  addBuildOptions(program.command('bench'))
    .description('measure how fast the press and its pages are, beside other ways to do the same')
    .addOption(new Option('--only <part>', 'measure only this').choices(BENCHES))
    .action(async ({ only, ...typed }: TypedOptions & { only?: (typeof BENCHES)[number] }) => {
      const { projectSettings } = await import('../project-settings.ts');
      const settings = await projectSettings(typed);
      const isWanted = (bench: (typeof BENCHES)[number]) => only === undefined || only === bench;
      if (isWanted('printing')) await (await import('../bench-printing.ts')).benchPrinting(settings);
      if (isWanted('first-paint')) await (await import('../bench-first-paint.ts')).benchFirstPaint(settings);
      if (isWanted('stamping')) {
        await (await import('../bench-stamping.ts')).benchStamping(settings, terminal.progress);
      }
    });
}
