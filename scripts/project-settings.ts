import { join, resolve } from 'node:path';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { error, PressError } from '../src/problem.ts';
import { readSiteSettings, type Settings } from '../src/settings.ts';

/** Folder of the project. */
export const PROJECT = resolve(import.meta.dirname, '..');

/** More browsers than this only wait for each other's memory. */
const MOST_WORKERS = 8;

const OPTIONS = {
  content: { type: 'string' },
  output: { type: 'string' },
  today: { type: 'string' },
  help: { type: 'boolean' },
} as const;

/** What `npm run build -- --help` prints. */
export const USAGE = `Usage: npm run build -- [options]

  --content FOLDER   folder that holds content/ and locales/ (default: this project)
  --output FOLDER    where the finished site and sheets go (default: dist)
  --today DATE       day of the build, such as 2026-11-23 (default: today, or SOURCE_DATE_EPOCH);
                     only decides which programs are past their review date
`;

/** Reads the command line; `undefined` if only help was asked for. @throws {PressError} for an unknown option */
export async function settingsFromCommandLine(
  args: string[],
  environment = process.env,
): Promise<Settings | undefined> {
  const values = parseOptions(args);
  if (values.help) return undefined;
  const root = resolve(values.content ?? PROJECT);
  const { value, problems } = await readSiteSettings(root);
  if (!value) throw new PressError(problems);
  return {
    ...value,
    root,
    templates: join(PROJECT, 'templates'),
    output: resolve(values.output ?? join(PROJECT, 'dist')),
    cache: join(PROJECT, '.cache'),
    today: readToday(values.today, environment),
    workers: Math.min(MOST_WORKERS, availableParallelism()),
  };
}

function parseOptions(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS }).values;
  } catch (failure) {
    const what = failure instanceof Error ? failure.message : String(failure);
    throw new PressError([error('command line', what, 'run: npm run build -- --help')]);
  }
}

/** The clock is read here and nowhere else; SOURCE_DATE_EPOCH (reproducible-builds.org) goes before it. */
function readToday(given: string | undefined, { SOURCE_DATE_EPOCH }: NodeJS.ProcessEnv): string {
  if (given === undefined && SOURCE_DATE_EPOCH) return dayOfEpoch(SOURCE_DATE_EPOCH);
  const date = given ?? new Date().toISOString().slice(0, 10);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date));
  // The engine takes 30 February for 2 March.
  if (isDay && new Date(date).toISOString().startsWith(date)) return date;
  throw new PressError([error('--today', `"${date}" is not a date.`, 'write it like 2026-11-23.')]);
}

function dayOfEpoch(epoch: string): string {
  const milliseconds = Number(epoch) * 1000;
  if (Math.abs(milliseconds) <= 8.64e15) return new Date(milliseconds).toISOString().slice(0, 10);
  const what = `"${epoch}" is not a number of seconds.`;
  throw new PressError([error('SOURCE_DATE_EPOCH', what, 'set it to seconds since 1970, or unset it.')]);
}
