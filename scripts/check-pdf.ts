import { readdir } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import pc from 'picocolors';
import { compareText, error, formatProblem, hasErrors, PressError } from '../src/problem.ts';
import { PROJECT } from './command-line.ts';
import { parseArguments } from './parse-arguments.ts';
import { createTerminal } from './terminal.ts';
import { checkByProfiles, findVeraPdf } from './verapdf.ts';

// Has veraPDF, the outside judge of PDF/UA, check every PDF of a built output.
const USAGE = `Usage: npm run check:pdf -- [options]

  --output FOLDER    where the finished site and sheets are (default: dist)
  --require          fail where Java, Maven or veraPDF is missing (default: say so, and end well)
`;

const OPTIONS = { output: { type: 'string' }, require: { type: 'boolean' }, help: { type: 'boolean' } } as const;

try {
  const { values: options } = parseArguments('check:pdf', { args: process.argv.slice(2), options: OPTIONS });
  if (options.help) console.log(USAGE);
  else await checkOutput(resolve(options.output ?? join(PROJECT, 'dist')), options.require ?? false);
} catch (failure) {
  if (!(failure instanceof PressError)) throw failure;
  for (const problem of failure.problems) console.log(formatProblem(problem));
  process.exitCode = 1;
}

async function checkOutput(output: string, isRequired: boolean): Promise<void> {
  const files = await findPdfs(output);
  const { progress } = createTerminal(process.stdout);
  const { value: home, problems: reasons } = await findVeraPdf(join(PROJECT, '.cache'), { progress });
  if (home === undefined) {
    if (isRequired) throw new PressError(reasons);
    for (const reason of reasons) console.log(pc.yellow(formatProblem({ ...reason, level: 'warning' })));
    return;
  }
  const { problems, summary } = await checkByProfiles(files, home, { progress, base: process.cwd() });
  if (process.stdout.isTTY) process.stdout.write('\r\u001b[K');
  for (const problem of problems) console.log(formatProblem(problem));
  console.log(summary.join('\n'));
  if (hasErrors(problems)) process.exitCode = 1;
}

async function findPdfs(output: string): Promise<string[]> {
  const entries = await readdir(output, { recursive: true }).catch(() => []);
  const files = entries.filter((path) => /\.pdf$/i.test(path)).sort(compareText);
  if (files.length > 0) return files.map((path) => join(output, path));
  const where = relative(process.cwd(), output) || '.';
  throw new PressError([error(where, 'This folder has no PDF, or is not there.', 'run npm run build first.')]);
}
