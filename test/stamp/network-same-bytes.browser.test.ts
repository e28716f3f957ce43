import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openCache } from '../../src/build-cache.ts';
import { createPrintCache, type PrintCache } from '../../src/print-cache.ts';
import { mergeParts } from '../../src/publish/merge-parts.ts';
import {
  NETWORK,
  type NetworkBuild,
  networkHashes,
  type PressedNetwork,
  pressNetwork,
  readHashes,
} from './press-network.ts';

// Whole builds, on a machine that may be busy.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

/** No names in Arabic: they need its fonts, and one of the builds is without them. */
const ROWS = NETWORK.filter(({ name = '' }) => !/\p{sc=Arab}/u.test(name));
const FORMS = ['standard' as const, 'ink-saver' as const];

let folder: string;
let cache: PrintCache;
let whole: PressedNetwork;
const press = ({ settings, ...build }: NetworkBuild = {}) =>
  pressNetwork({ rows: ROWS, ...build, settings: { forms: FORMS, ...settings } });
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'handout-press-same-'));
  cache = createPrintCache(openCache(folder), 'tests');
  // Into an empty cache, so that all is printed.
  whole = await press({ cache });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a network that is built again', () => {
  it('is the same from rows in another order, in another folder, by one browser, without a cache', async () => {
    const other = await press({ rows: ROWS.toReversed(), settings: { workers: 1 } });
    expect(other.root).not.toBe(whole.root);
    expect(other.hashes).toEqual(whole.hashes);
  });

  it('is the same by three browsers', async () => {
    expect((await press({ settings: { workers: 3 } })).hashes).toEqual(whole.hashes);
  });

  it('is the same from what was kept of the build before', async () => {
    expect((await press({ cache })).hashes).toEqual(whole.hashes);
  });

  it('is the same in three parts that are merged, to the byte of the manifest', async () => {
    const parts: string[] = [];
    for (const index of [2, 0, 1]) {
      const { output } = await press({ cache, plan: 'one plan', settings: { shard: { index, count: 3 } } });
      parts.push(output);
    }
    const merged = join(folder, 'merged');
    await mergeParts(parts, merged);
    expect(await readHashes(merged)).toEqual(whole.hashes);
    const manifests = [merged, whole.output].map((output) => readFile(join(output, 'manifest.json'), 'utf8'));
    const [one, other] = await Promise.all(manifests);
    expect(one).toBe(other);
  });
});

describe('a part of a network that is built alone', () => {
  it('has for one clinic the files that the whole has for it, and no others', async () => {
    const alone = await press({ settings: { onlyClinics: ['everything'] } });
    expect(networkHashes(alone)).toEqual(networkHashes(whole, (path) => path.startsWith('print/everything/')));
    const isOther = (path: string) => !/^(?:print\/everything|network\/\w+)\//.test(path);
    expect(Object.keys(alone.hashes).filter(isOther)).toEqual([]);
  });

  it('has for one language the files that the whole has in it', async () => {
    const alone = await press({ settings: { onlyLanguages: ['ar'] } });
    const inArabic = (path: string) => path.includes('/ar/');
    expect(networkHashes(alone)).toEqual(networkHashes(whole, inArabic));
    expect(Object.keys(alone.hashes).filter((path) => !inArabic(path))).toEqual([]);
  });

  it('has the files in one language that it has beside another', async () => {
    const changes = { 'content/handouts/walking/ar.md': null, 'content/handouts/water/ar.md': null };
    const inEnglish = await press({ changes });
    expect(networkHashes(inEnglish)).toEqual(networkHashes(whole, (path) => path.includes('/en/')));
  });
});
