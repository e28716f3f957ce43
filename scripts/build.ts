import { relative } from 'node:path';
import { runPress } from '../src/pipeline.ts';
import { PressError } from '../src/problem.ts';
import { settingsFromCommandLine, USAGE } from './project-settings.ts';
import { createTerminal } from './terminal.ts';

const terminal = createTerminal(process.stdout);
try {
  const started = performance.now();
  const settings = await settingsFromCommandLine(process.argv.slice(2));
  if (!settings) console.log(USAGE);
  else {
    const report = await runPress(settings, terminal.progress);
    terminal.summary(report, relative(process.cwd(), settings.output), performance.now() - started);
  }
} catch (failure) {
  if (!(failure instanceof PressError)) throw failure;
  terminal.problems(failure.problems);
  process.exitCode = 1;
}
