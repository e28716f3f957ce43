import { relative, resolve } from 'node:path';
import { error, PressError } from '../src/problem.ts';
import { mergeParts } from '../src/publish/merge-parts.ts';
import { parseArguments } from './parse-arguments.ts';
import { createTerminal } from './terminal.ts';

// Joins the outputs of builds with --shard to one: npm run merge -- PART... --output dist
const USAGE = `Usage: npm run merge -- PART... [--output FOLDER]

  PART...            the folders that builds with --shard 1/n to n/n have written, in any order
  --output FOLDER    where the whole goes (default: dist)
`;

const terminal = createTerminal(process.stdout);
try {
  const { parts, output, help } = readCommandLine(process.argv.slice(2));
  if (help) console.log(USAGE);
  else {
    const merged = await mergeParts(parts, resolve(output));
    const megabytes = (merged.bytes / 1e6).toFixed(1);
    const whole = `${merged.files} files (${megabytes} MB) of ${merged.parts} parts`;
    console.log(`${whole} are in ${relative(process.cwd(), resolve(output))}/`);
  }
} catch (failure) {
  if (!(failure instanceof PressError)) throw failure;
  terminal.problems(failure.problems);
  process.exitCode = 1;
}

function readCommandLine(args: string[]): { parts: string[]; output: string; help: boolean } {
  const options = { output: { type: 'string' }, help: { type: 'boolean' } } as const;
  const { values, positionals } = parseArguments('merge', { args, options, allowPositionals: true });
  const { output = 'dist', help = false } = values;
  if (positionals.length > 0 || help) return { parts: positionals, output, help };
  throw new PressError([error('command line', 'No part is named.', 'run: npm run merge -- --help')]);
}
