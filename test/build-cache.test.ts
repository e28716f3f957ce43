import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCache } from '../src/build-cache.ts';
import { cacheKey } from '../src/cache-key.ts';
import { PROJECT } from './fixture-site.ts';

let folder: string;
let told: string[];
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'handout-press-cache-')), 'store');
  told = [];
});
afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }));

const open = (capacity?: number) => openCache(folder, { tell: (message) => void told.push(message), capacity });
const key = cacheKey('a thing');
const bytes = Buffer.from('made with much work');

/** Every file of the cache. */
async function entries(): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

describe('a thing in the cache', () => {
  it('is found again by its kind and key, by the next build too', () => {
    open().put('panels', key, bytes);
    expect(open().get('panels', key)).toEqual(bytes);
    expect(open().get('bases', key)).toBeUndefined();
    expect(open().get('panels', cacheKey('another'))).toBeUndefined();
    expect(told).toEqual([]);
  });

  it('may be empty', () => {
    open().put('panels', key, new Uint8Array());
    expect(open().get('panels', key)).toHaveLength(0);
  });

  it('is replaced when it is put again', () => {
    const cache = open();
    cache.put('panels', key, bytes);
    cache.put('panels', key, Buffer.from('newer'));
    expect(cache.get('panels', key)).toEqual(Buffer.from('newer'));
  });

  it('counts as absent when any of its bits is damaged, and is replaced', async () => {
    const cache = open();
    cache.put('panels', key, bytes);
    const [file = ''] = await entries();
    const whole = await readFile(file);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length * 8 - 1), async (bit) => {
        const damaged = Buffer.from(whole);
        damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        await writeFile(file, damaged);
        expect(cache.get('panels', key)).toBeUndefined();
        expect(existsSync(file)).toBe(false);
        cache.put('panels', key, bytes);
        expect(cache.get('panels', key)).toEqual(bytes);
      }),
    );
  });

  it('counts as absent when its end is missing, however much of it', async () => {
    const cache = open();
    cache.put('panels', key, bytes);
    const [file = ''] = await entries();
    const whole = await readFile(file);
    for (let length = 0; length < whole.length; length += 1) {
      await writeFile(file, whole.subarray(0, length));
      expect(cache.get('panels', key)).toBeUndefined();
    }
    expect(told).toEqual([]);
  });
});

describe('a cache that does not work', () => {
  it('lets the build go on and tells it once, when it cannot be written', async () => {
    await writeFile(folder, 'a file where the folder must be');
    const cache = open();
    cache.put('panels', key, bytes);
    cache.put('panels', key, bytes);
    cache.tidy();
    expect(told).toHaveLength(1);
    expect(told[0]?.replace(folder, '.cache')).toMatch(
      /^The cache \.cache could not be written to \(E(NOTDIR|EXIST).*\); this build goes on without it\.$/,
    );
  });

  it('lets the build go on and tells it, when it cannot be read', async () => {
    await mkdir(join(folder, 'panels', key.slice(0, 2), key), { recursive: true });
    expect(open().get('panels', key)).toBeUndefined();
    expect(told[0]).toContain('could not be read (EISDIR');
  });

  it('leaves nothing half-written', async () => {
    await mkdir(join(folder, 'panels', key.slice(0, 2), key), { recursive: true });
    open().put('panels', key, bytes);
    expect(told).toHaveLength(1);
    expect(await entries()).toEqual([]);
  });
});

describe('a cache at the end of a build', () => {
  /** Puts three things of 100 bytes in, used one, two and three hours ago. */
  async function fill(): Promise<string[]> {
    const keys = [1, 2, 3].map((hours) => cacheKey(String(hours)));
    for (const [index, one] of keys.entries()) {
      openCache(folder).put('panels', one, Buffer.alloc(100 - 32));
      const usedAt = Date.now() / 1000 - 3600 * (index + 1);
      await utimes(join(folder, 'panels', one.slice(0, 2), one), usedAt, usedAt);
    }
    return keys;
  }
  const kept = (keys: readonly string[]) => keys.map((one) => openCache(folder).get('panels', one) !== undefined);

  it('removes what was used longest ago, once there is too much', async () => {
    const keys = await fill();
    open(200).tidy();
    expect(kept(keys)).toEqual([true, true, false]);
  });

  it('keeps what this build has used, however much that is', async () => {
    const keys = await fill();
    const cache = open(0);
    for (const one of keys.slice(1)) cache.get('panels', one);
    cache.tidy();
    expect(kept(keys)).toEqual([false, true, true]);
  });

  it('counts a reading as a use', async () => {
    const keys = await fill();
    open().get('panels', keys[2] ?? '');
    open(100).tidy();
    expect(kept(keys)).toEqual([false, false, true]);
  });

  it('removes what a killed process had half written, and not what a running one is writing', async () => {
    const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
    await new Promise((resolve) => child.on('close', resolve));
    await mkdir(join(folder, 'panels'), { recursive: true });
    for (const pid of [child.pid, process.pid]) await writeFile(join(folder, `panels/x.${pid}-0-0.partial`), 'half');
    open(0).tidy();
    expect(await entries()).toEqual([join(folder, `panels/x.${process.pid}-0-0.partial`)]);
  });

  it('has nothing to do where there is no cache yet', () => {
    open().tidy();
    expect(told).toEqual([]);
  });
});

describe('several processes', () => {
  it('may put and get the same things at the same time, and read only whole ones', async () => {
    const script = `
      const { openCache } = await import('./src/build-cache.ts');
      const { cacheKey } = await import('./src/cache-key.ts');
      const cache = openCache(process.argv[1], { tell: (message) => { throw new Error(message); } });
      let found = 0;
      for (let round = 0; round < 300; round += 1) {
        const number = round % 5;
        const key = cacheKey(String(number));
        const bytes = cache.get('panels', key);
        if (bytes) { found += 1; if (bytes.length !== 50_000 || bytes[9] !== number) throw new Error('half'); }
        cache.put('panels', key, Buffer.alloc(50_000, number));
      }
      if (found === 0) throw new Error('nothing was found');`;
    const run = () => {
      const args = ['--import', 'tsx', '--input-type=module', '--eval', script, folder];
      const child = spawn(process.execPath, args, { cwd: PROJECT });
      let stderr = '';
      child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
      return new Promise<string>((resolve) => child.on('close', () => resolve(stderr)));
    };
    expect(await Promise.all([run(), run(), run()])).toEqual(['', '', '']);
    const files = await entries();
    expect(files).toHaveLength(5);
    for (const file of files) expect((await stat(file)).size).toBe(50_032);
  });
});
