import { describe, expect, it } from 'vitest';
import { readShard } from '../../scripts/shard-option.ts';
import { formatProblem, PressError } from '../../src/problem.ts';

type Options = Omit<Parameters<typeof readShard>[0], 'environment'>;

function problemsOf(options: Options, environment: NodeJS.ProcessEnv = {}): string {
  try {
    readShard({ ...options, environment });
  } catch (failure) {
    if (failure instanceof PressError) return failure.problems.map(formatProblem).join('\n');
    throw failure;
  }
  throw new Error('The shard was expected to be refused.');
}

describe('the part of the work that a run does', () => {
  it('is all of it unless a part is asked for', () => {
    expect(readShard({ environment: {} })).toBeUndefined();
    expect(readShard({ environment: { SHARDS: '4', JOB_COMPLETION_INDEX: '' } })).toBeUndefined();
  });

  it('is counted from one by people', () => {
    expect(readShard({ shard: '1/10', environment: {} })).toEqual({ index: 0, count: 10 });
    expect(readShard({ shard: '10/10', environment: {} })).toEqual({ index: 9, count: 10 });
  });

  it('is counted from zero by Kubernetes', () => {
    expect(readShard({ environment: { JOB_COMPLETION_INDEX: '0', SHARDS: '4' } })).toEqual({ index: 0, count: 4 });
    expect(readShard({ shards: '5', environment: { JOB_COMPLETION_INDEX: '4', SHARDS: '4' } })).toEqual({
      index: 4,
      count: 5,
    });
  });

  it('is that of the command line, whatever the environment says', () => {
    const environment = { JOB_COMPLETION_INDEX: '3', SHARDS: '4' };
    expect(readShard({ shard: '1/1', environment })).toEqual({ index: 0, count: 1 });
  });

  it.each(['0/10', '11/10', '1', '1/', '/10', '1/10/2', '-1/10', '1.5/10', 'a/b', '', '1/9999999'])(
    'is refused as --shard %s',
    (shard) => {
      expect(problemsOf({ shard })).toBe(
        `error --shard\n  "${shard}" is not a part of the work.\n  To mend it: write the part and how many there are, counted from one: 1/10 to 10/10.`,
      );
    },
  );

  it('is refused if two options say it', () => {
    expect(problemsOf({ shard: '1/2', shards: '2' })).toMatchInlineSnapshot(`
      "error --shards
        It cannot stand beside --shard.
        To mend it: leave out one of the two."
    `);
  });

  it('is refused if it is not known which part it is, or of how many', () => {
    expect([problemsOf({ shards: '2' }), problemsOf({}, { JOB_COMPLETION_INDEX: '0' })].join('\n'))
      .toMatchInlineSnapshot(`
      "error --shards
        JOB_COMPLETION_INDEX, which says which part this is, is not set.
        To mend it: write --shard 1/10 for the first of ten, or run in an Indexed Job of Kubernetes.
      error SHARDS
        JOB_COMPLETION_INDEX is set, but not how many parts there are.
        To mend it: set SHARDS to the completions of the job, or write --shards 10; --shard 1/1 does all of it."
    `);
  });

  it('is refused if the numbers of Kubernetes do not fit', () => {
    const index = { JOB_COMPLETION_INDEX: '4' };
    expect(
      [
        problemsOf({ shards: '4' }, index),
        problemsOf({ shards: '0' }, index),
        problemsOf({}, { ...index, SHARDS: 'many' }),
        problemsOf({}, { JOB_COMPLETION_INDEX: 'x', SHARDS: '4' }),
      ].join('\n'),
    ).toMatchInlineSnapshot(`
      "error JOB_COMPLETION_INDEX
        "4" is not one of 4 parts.
        To mend it: it counts from 0 to 3: make the completions of the job and the number of parts the same.
      error --shards
        "0" is not a number of parts.
        To mend it: write a whole number, 1 or more.
      error SHARDS
        "many" is not a number of parts.
        To mend it: write a whole number, 1 or more.
      error JOB_COMPLETION_INDEX
        "x" is not one of 4 parts.
        To mend it: it counts from 0 to 3: make the completions of the job and the number of parts the same."
    `);
  });
});
