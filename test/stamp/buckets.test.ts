import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareText } from '../../src/problem.ts';
import { bucketsOf } from '../../src/stamp/buckets.ts';

const numbered = (count: number): string[] => Array.from({ length: count }, (_, index) => `sample-clinic-${index}`);

/** Ids of up to a thousand clinics, each once. */
const anyIds = fc
  .tuple(fc.nat(1000), fc.uniqueArray(fc.stringMatching(/^[a-z0-9-]{1,12}$/), { maxLength: 30 }))
  .map(([count, others]) => [...new Set([...numbered(count), ...others])]);

describe('clinics dealt out into buckets', () => {
  it('are each in one bucket, in the order of their ids', () => {
    fc.assert(
      fc.property(anyIds, (ids) => {
        const buckets = bucketsOf(ids);
        expect(buckets.flat().sort(compareText)).toEqual([...ids].sort(compareText));
        for (const bucket of buckets) expect(bucket).toEqual([...bucket].sort(compareText));
      }),
      { numRuns: 50 },
    );
  });

  it('are dealt out the same in whatever order they come', () => {
    const anyOrder = anyIds.chain((ids) =>
      fc.tuple(fc.constant(ids), fc.shuffledSubarray(ids, { minLength: ids.length })),
    );
    fc.assert(
      fc.property(anyOrder, ([ids, shuffled]) => {
        expect(bucketsOf(shuffled)).toEqual(bucketsOf(ids));
      }),
      { numRuns: 50 },
    );
  });

  it('change one bucket only when one more comes, while the number of buckets stays', () => {
    fc.assert(
      fc.property(anyIds, fc.stringMatching(/^new-[a-z0-9]{1,8}$/), (ids, more) => {
        const [before, after] = [bucketsOf(ids), bucketsOf([...ids, more])];
        fc.pre(before.length === after.length && !ids.includes(more));
        const changed = before.flatMap((bucket, index) => (bucket.length === after[index]?.length ? [] : [index]));
        expect(changed).toHaveLength(1);
        for (const [index, bucket] of before.entries()) {
          expect(after[index]?.filter((id) => id !== more)).toEqual(bucket);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('are all in one bucket up to 256, and in twice as many with one more', () => {
    expect([0, 1, 256, 257, 512, 513].map((count) => bucketsOf(numbered(count)).length)).toEqual([1, 1, 1, 2, 2, 4]);
  });

  it('fill their buckets about evenly', () => {
    const sizes = bucketsOf(numbered(5000)).map(({ length }) => length);
    expect(sizes).toHaveLength(32);
    expect(Math.max(...sizes)).toBeLessThan(256);
  });
});
