import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SheetEntry } from '../../src/publish/manifest.ts';
import { NetworkList, networkListPath } from '../../src/publish/network-list.ts';

const SHEET: SheetEntry = {
  ...{ code: 'WAT-1-es', handout: 'water', locale: 'es', clinic: 'c1', form: 'standard', pages: 2, edition: 1 },
  ...{ translation: 'reviewed', review: 'reviewed', isDraft: false, bodyPoints: 13, card: 'es/water/card.json' },
};

/** Writes files as one unit. */
function unitOf(files: readonly (readonly [string, readonly Uint8Array[]])[]) {
  const written = new Map<string, Buffer>();
  const list = new NetworkList(
    {
      write: (path, chunks) => void written.set(path, Buffer.concat(chunks instanceof Uint8Array ? [chunks] : chunks)),
    },
    networkListPath('es', 3),
  );
  for (const [path, chunks] of files) list.write(path, chunks, SHEET);
  return { entry: list.finish(), written, list: written.get('network/es/3.json') };
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('the list of a unit of the network', () => {
  it('has each file with its size, its hash over all pieces, and what it is', () => {
    const { list } = unitOf([['network/c1/es/water.pdf', [Buffer.from('%PDF'), Buffer.from('-1.7')]]]);
    expect(JSON.parse(String(list))).toEqual({
      files: [{ path: 'network/c1/es/water.pdf', bytes: 8, sha256: sha256(Buffer.from('%PDF-1.7')), sheet: SHEET }],
    });
  });

  it('is summed up for the manifest: its own hash, how many files, how many bytes', () => {
    const { entry, list } = unitOf([
      ['a.pdf', [Buffer.alloc(10), Buffer.alloc(5)]],
      ['b.pdf', [Buffer.alloc(7)]],
    ]);
    expect(entry).toEqual({ path: 'network/es/3.json', sha256: sha256(list ?? Buffer.alloc(0)), files: 2, bytes: 22 });
  });

  it('is the same in whatever order the files came and in whatever pieces', () => {
    const files = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{1,4}$/), fc.uint8Array()), {
      selector: ([path]) => path,
    });
    fc.assert(
      fc.property(files, (given) => {
        const whole = given.map(([path, bytes]) => [path, [bytes]] as const);
        const pieces = given.map(([path, bytes]) => [path, [bytes.subarray(0, 2), bytes.subarray(2)]] as const);
        expect(unitOf(pieces.reverse()).entry).toEqual(unitOf(whole).entry);
      }),
    );
  });

  it('may be empty, if no clinic of a bucket wants the language', () => {
    expect(unitOf([]).entry).toMatchObject({ files: 0, bytes: 0 });
  });
});
