import { join, resolve } from 'node:path';
import { availableParallelism } from 'node:os';
import { error, PressError } from '../src/problem.ts';
import type { Settings, SiteSettings } from '../src/settings.ts';
import { parseArguments } from './parse-arguments.ts';
import { readShard } from './shard-option.ts';

/** Folder of the project. */
export const PROJECT = resolve(import.meta.dirname, '..');

/** More browsers than this only wait for each other's memory. */
const MOST_WORKERS = 8;

const OPTIONS = {
  content: { type: 'string' },
  output: { type: 'string' },
  today: { type: 'string' },
  clinics: { type: 'string' },
  'only-clinic': { type: 'string', multiple: true },
  'only-language': { type: 'string', multiple: true },
  shard: { type: 'string' },
  shards: { type: 'string' },
  fresh: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

/** What `npm run build -- --help` prints. */
export const USAGE = `Usage: npm run build -- [options]

  --content FOLDER   folder that holds content/ and locales/ (default: this project)
  --output FOLDER    where the finished site and sheets go (default: dist)
  --clinics FILE     CSV table of a network's clinics: each gets PDFs, but no pages of the website
  --only-clinic ID   PDFs for this clinic only; may be repeated
  --only-language TAG
                     PDFs in this language only; may be repeated
  --shard I/N        only the I-th of N parts of the PDFs, such as 1/10; the parts together are the whole
  --shards N         the number of parts, in a Kubernetes Indexed Job (default: SHARDS); JOB_COMPLETION_INDEX
                     says which of them, counted from 0
  --today DATE       day of the build, such as 2026-11-23 (default: today, or SOURCE_DATE_EPOCH);
                     only decides which programs are past their review date
  --fresh            make everything anew, also what earlier builds have made and nothing has changed
`;

/** What a run is told outside its settings file. */
export type RunOptions = Omit<Settings, keyof SiteSettings>;

/**
 * Reads the command line and the environment, without the settings file: that takes longer to read than most builds
 * without a change take.
 * @returns nothing if only help was asked for
 * @throws {PressError} for an option that is not right
 */
export function readCommandLine(args: string[], environment = process.env): RunOptions | undefined {
  const { values } = parseArguments('build', { args, options: OPTIONS });
  if (values.help) return undefined;
  return {
    root: resolve(values.content ?? PROJECT),
    templates: join(PROJECT, 'templates'),
    output: resolve(values.output ?? join(PROJECT, 'dist')),
    cache: join(PROJECT, '.cache'),
    today: readToday(values.today, environment),
    fresh: values.fresh,
    workers: Math.min(MOST_WORKERS, availableParallelism()),
    clinicTable: readClinicTableOption(values.clinics),
    onlyClinics: withoutRepeats(values['only-clinic']),
    onlyLanguages: withoutRepeats(values['only-language']),
    shard: readShard({ ...values, environment }),
  };
}

function readClinicTableOption(path: string | undefined): string | undefined {
  if (path !== '') return path;
  throw new PressError([error('--clinics', 'It names no file.', 'name a CSV file, such as --clinics network.csv.')]);
}

function withoutRepeats(values: string[] | undefined): string[] | undefined {
  return values && [...new Set(values)];
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
