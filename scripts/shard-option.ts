import type { Shard } from '../src/settings.ts';
import { UsageError } from './usage-error.ts';

/** What the command line and the environment say about the part of the work that this run does. */
export interface ShardRequest {
  /** `--shard`, such as `2/10`: the second of ten. */
  shard?: string;
  /** `--shards`: how many there are; the environment then says which one this is. */
  shards?: string;
  environment: NodeJS.ProcessEnv;
}

/**
 * Finds which part of the work is asked for.
 *
 * People count from one: `--shard 1/10`. A Kubernetes Indexed Job counts from zero and tells each of its pods its
 * number in JOB_COMPLETION_INDEX (kubernetes.io, "Indexed Job for Parallel Processing with Static Work Assignment"),
 * but not how many there are: that is in SHARDS, or in `--shards`. The command line goes before the environment.
 * SHARDS alone says nothing; but an index without a count is refused, since each pod would do all of the work.
 * @throws {UsageError} for parts that there cannot be
 */
export function readShard({ shard, shards, environment }: ShardRequest): Shard | undefined {
  const { JOB_COMPLETION_INDEX: index, SHARDS } = environment;
  if (shard !== undefined) {
    if (shards !== undefined) refuse('--shards', 'It cannot stand beside --shard.', 'leave out one of the two.');
    return readFraction(shard);
  }
  if (!index) {
    if (shards === undefined) return undefined;
    const fix = 'write --shard 1/10 for the first of ten, or run in an Indexed Job of Kubernetes.';
    refuse('--shards', 'JOB_COMPLETION_INDEX, which says which part this is, is not set.', fix);
  }
  const [place, text] = shards === undefined ? ['SHARDS', SHARDS] : ['--shards', shards];
  if (!text) {
    const what = 'JOB_COMPLETION_INDEX is set, but not how many parts there are.';
    refuse(
      'SHARDS',
      what,
      'set SHARDS to the completions of the job, or write --shards 10; --shard 1/1 does all of it.',
    );
  }
  const count = wholeNumber(text);
  if (!count) refuse(place, `"${text}" is not a number of parts.`, 'write a whole number, 1 or more.');
  const number = wholeNumber(index);
  if (number === undefined || number >= count) {
    const fix = `it counts from 0 to ${count - 1}: make the completions of the job and the number of parts the same.`;
    refuse('JOB_COMPLETION_INDEX', `"${index}" is not one of ${count} parts.`, fix);
  }
  return { index: number, count };
}

function readFraction(text: string): Shard {
  const [number = 0, count = 0, ...more] = text.split('/').map(wholeNumber);
  if (number < 1 || number > count || more.length > 0) {
    const fix = 'write the part and how many there are, counted from one: 1/10 to 10/10.';
    refuse('--shard', `"${text}" is not a part of the work.`, fix);
  }
  return { index: number - 1, count };
}

function wholeNumber(text: string): number | undefined {
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}

function refuse(where: string, what: string, fix: string): never {
  throw new UsageError(where, what, fix);
}
