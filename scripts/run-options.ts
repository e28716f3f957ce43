import { join, resolve } from 'node:path';
import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import type { Settings, SiteSettings } from '../src/settings.ts';
import { PROJECT } from './project.ts';
import { readShard } from './shard-option.ts';
import { UsageError } from './usage-error.ts';

/** More browsers than this only wait for each other's memory. */
const MOST_WORKERS = 8;

/** The options of a build as they were typed. */
export interface TypedOptions {
  content?: string;
  output?: string;
  today?: string;
  clinics?: string;
  onlyClinic?: string[];
  onlyLanguage?: string[];
  shard?: string;
  shards?: string;
  fresh?: boolean;
  release?: boolean;
}

/** Says which project a command is about. */
export function addFolderOption(command: Command): Command {
  return command.option('--content <folder>', 'folder that holds content/ and locales/ (default: this project)');
}

/** Says which content a command is about, and on which day. */
export function addContentOptions(command: Command): Command {
  return addFolderOption(command)
    .option(
      '--today <date>',
      'day of the run, such as 2026-11-23 (default: today, or SOURCE_DATE_EPOCH); only decides which programs are past their review date',
    )
    .option('--clinics <file>', 'CSV table of a network’s clinics: each gets PDFs, but no pages of the website');
}

/** Says what is made of it. */
export function addBuildOptions(command: Command): Command {
  return addContentOptions(command)
    .option('--output <folder>', 'where the finished site and sheets go (default: dist)')
    .option('--only-clinic <id>', 'PDFs for this clinic only; may be repeated', collect)
    .option('--only-language <tag>', 'PDFs in this language only; may be repeated', collect)
    .option('--shard <i/n>', 'only the I-th of N parts of the PDFs, such as 1/10; the parts together are the whole')
    .option(
      '--shards <n>',
      'the number of parts, in a Kubernetes Indexed Job (default: SHARDS); JOB_COMPLETION_INDEX says which of them, counted from 0',
    )
    .option('--fresh', 'make everything anew, also what earlier builds have made and nothing has changed');
}

function collect(value: string, earlier: string[] = []): string[] {
  return [...earlier, value];
}

/** What a run is told outside its settings file. */
export type RunOptions = Omit<Settings, keyof SiteSettings>;

/**
 * Reads the options and the environment, without the settings file: that takes longer to read than most builds
 * without a change take.
 * @throws {UsageError} for an option that is not right
 */
export function readRunOptions(typed: TypedOptions = {}, environment = process.env): RunOptions {
  return {
    root: resolve(typed.content ?? PROJECT),
    templates: join(PROJECT, 'templates'),
    output: resolve(typed.output ?? join(PROJECT, 'dist')),
    cache: join(PROJECT, '.cache'),
    today: readToday(typed.today, environment),
    fresh: typed.fresh,
    isRelease: typed.release,
    workers: Math.min(MOST_WORKERS, availableParallelism()),
    clinicTable: readClinicTableOption(typed.clinics),
    onlyClinics: withoutRepeats(typed.onlyClinic),
    onlyLanguages: withoutRepeats(typed.onlyLanguage),
    shard: readShard({ ...typed, environment }),
  };
}

function readClinicTableOption(path: string | undefined): string | undefined {
  if (path !== '') return path;
  throw new UsageError('--clinics', 'It names no file.', 'name a CSV file, such as --clinics network.csv.');
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
  throw new UsageError('--today', `"${date}" is not a date.`, 'write it like 2026-11-23.');
}

function dayOfEpoch(epoch: string): string {
  const milliseconds = Number(epoch) * 1000;
  if (Math.abs(milliseconds) <= 8.64e15) return new Date(milliseconds).toISOString().slice(0, 10);
  const what = `"${epoch}" is not a number of seconds.`;
  throw new UsageError('SOURCE_DATE_EPOCH', what, 'set it to seconds since 1970, or unset it.');
}
