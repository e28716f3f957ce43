import { describe, expect, it } from 'vitest';
import { movePlaces } from '../../src/stamp/small-objects.ts';
import type { Location } from '../../src/stamp/pack-objects.ts';
import { writeCrossReferences } from '../../src/stamp/write-cross-references.ts';

const written = (locations: [number, Location | undefined][], start?: number) => {
  const { index, bytes, numbers } = writeCrossReferences(new Map(locations), start);
  return { index, entries: Buffer.from(bytes).toString('hex').match(/.{10}/g) ?? [], numbers };
};

describe('cross-references', () => {
  it('tell places in the file, places in object streams, and free numbers', () => {
    const { entries } = written([
      [5, { at: 0x012345 }],
      [6, { stream: 0x0801, index: 255 }],
      [7, undefined],
    ]);
    expect(entries).toEqual(['0101234500', '02000801ff', '0000000000']);
  });

  it('are in the order of the numbers, and tell where these leave gaps', () => {
    const { index, numbers } = written([
      [9, undefined],
      [2048, { at: 1 }],
      [0, undefined],
      [1, undefined],
      [8, undefined],
    ]);
    expect([index, numbers]).toEqual(['0 2 8 2 2048 1', [0, 1, 8, 9, 2048]]);
  });

  it('count places from where the objects start', () => {
    expect(written([[3, { at: 2 }]], 16).entries).toEqual(['0100001200']);
  });

  it('are moved with the objects, but for those in object streams', () => {
    const { bytes } = writeCrossReferences(
      new Map<number, Location>([
        [1, { at: 0xffff }],
        [2, { stream: 3, index: 4 }],
      ]),
    );
    movePlaces(bytes, [0], 1);
    expect(Buffer.from(bytes).toString('hex')).toBe('01010000000200000304');
  });
});
