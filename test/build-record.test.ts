import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BuildCache, openCache } from '../src/build-cache.ts';
import { type BuildRecord, recallBuild, recordBuild } from '../src/build-record.ts';

let folder: string;
let cache: BuildCache;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'handout-press-record-'));
  cache = openCache(folder);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const record: BuildRecord<{ warnings: string[] }> = {
  inputs: 'hash of the inputs',
  manifest: 'hash of the manifest',
  held: { from: '2026-01-01', until: '2026-12-31' },
  summary: { warnings: ['The address is a preview.'] },
};
const now = { inputs: record.inputs, today: '2026-11-23' };

describe('the record of a build', () => {
  it('is recalled by the next one, with what was told', () => {
    recordBuild(cache, '/site/dist', record);
    expect(recallBuild(openCache(folder), '/site/dist', now)).toEqual(record);
  });

  it('is one for each output', () => {
    recordBuild(cache, '/site/dist', record);
    expect(recallBuild(cache, '/site/other', now)).toBeUndefined();
  });

  it('does not count for other inputs', () => {
    recordBuild(cache, '/site/dist', record);
    expect(recallBuild(cache, '/site/dist', { ...now, inputs: 'another hash' })).toBeUndefined();
  });

  it.each(['2025-12-31', '2027-01-01'])('does not count on %s, outside its days', (today) => {
    recordBuild(cache, '/site/dist', record);
    expect(recallBuild(cache, '/site/dist', { ...now, today })).toBeUndefined();
  });
});
