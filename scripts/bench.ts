import { PressError } from '../src/problem.ts';
import { benchFirstPaint } from './bench-first-paint.ts';
import { readBenchOptions } from './bench-options.ts';
import { benchPrinting } from './bench-printing.ts';
import { benchStamping } from './bench-stamping.ts';
import { USAGE } from './command-line.ts';
import { settingsFromCommandLine } from './project-settings.ts';
import { createTerminal } from './terminal.ts';

/**
 * How fast the press and its pages are, beside other ways to do the same. Only ratios within one run mean anything: the same work
 * takes half or twice the time on another day. Leaves no file and judges no time.
 */
const OWN_USAGE = `  --only PART        measure only: printing, stamping, first-paint
`;

const terminal = createTerminal(process.stdout);
try {
  const { benches, rest } = readBenchOptions(process.argv.slice(2));
  const settings = await settingsFromCommandLine(rest);
  if (!settings) console.log(USAGE.replace('npm run build', 'npm run bench') + OWN_USAGE);
  else {
    if (benches.includes('printing')) await benchPrinting(settings);
    if (benches.includes('first-paint')) await benchFirstPaint(settings);
    if (benches.includes('stamping')) await benchStamping(settings, terminal.progress);
  }
} catch (failure) {
  if (!(failure instanceof PressError)) throw failure;
  terminal.problems(failure.problems);
  process.exitCode = 1;
}
