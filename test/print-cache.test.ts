import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCache } from '../src/build-cache.ts';
import { createPrintCache, NO_PRINT_CACHE, type PrintCache } from '../src/print-cache.ts';
import { type Checked, error, warning } from '../src/problem.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'handout-press-prints-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const open = (code = 'this code') => createPrintCache(openCache(folder), code);
const openFresh = () => createPrintCache(openCache(folder), 'this code', { fresh: true });
const PRINT = { value: { bytes: Uint8Array.of(1, 2, 3), points: 12.25, slot: undefined }, problems: [] };
const WARNING = warning('a.pdf', 'It is large.', 'make it smaller.');

/** Keeps a thing, and tells whether it was made for that. */
async function keep(
  cache: PrintCache,
  made: Checked<unknown> = PRINT,
  { kind = 'panels', parts = ['html', 'css'] } = {},
): Promise<{ result: Checked<unknown>; isMade: boolean }> {
  let isMade = false;
  const result = await cache.keep(kind, parts, () => {
    isMade = true;
    return Promise.resolve(made);
  });
  return { result, isMade };
}

describe('what was printed', () => {
  it('is printed anew where all is to be fresh, and then kept in the place of the old', async () => {
    await keep(open(), { value: 'old', problems: [] });
    expect(await keep(openFresh())).toEqual({ result: PRINT, isMade: true });
    expect(await keep(open())).toEqual({ result: PRINT, isMade: false });
  });

  it('is kept for the next build, bytes and all', async () => {
    expect(await keep(open())).toEqual({ result: PRINT, isMade: true });
    const { result, isMade } = await keep(open());
    expect(isMade).toBe(false);
    expect(result).toEqual(PRINT);
    expect((result.value as typeof PRINT.value).bytes).toHaveLength(3);
  });

  it('is kept with its warnings', async () => {
    const made = { ...PRINT, problems: [WARNING] };
    await keep(open(), made);
    expect(await keep(open())).toEqual({ result: made, isMade: false });
  });

  it('is not kept with an error, nor without a value', async () => {
    const faulty = { value: PRINT.value, problems: [error('a.pdf', 'It is wrong.', 'mend it.')] };
    expect(await keep(open(), faulty)).toEqual({ result: faulty, isMade: true });
    expect(await keep(open(), { problems: [WARNING] })).toEqual({ result: { problems: [WARNING] }, isMade: true });
    expect((await keep(open())).isMade).toBe(true);
  });

  it('is not kept when making it fails, and the failure is passed on', async () => {
    const failing = open().keep('panels', ['html', 'css'], () => Promise.reject(new Error('Target closed')));
    await expect(failing).rejects.toThrow('Target closed');
    expect((await keep(open())).isMade).toBe(true);
  });

  it.each([
    ['another kind', { kind: 'bases' }],
    ['another part', { parts: ['html', 'other css'] }],
    ['parts that join to the same text', { parts: ['htm', 'lcss'] }],
    ['one part less', { parts: ['html'] }],
  ])('is made anew for %s', async (_case, of) => {
    await keep(open());
    expect((await keep(open(), PRINT, of)).isMade).toBe(true);
  });

  it('is made anew by other code', async () => {
    await keep(open());
    expect((await keep(open('other code'))).isMade).toBe(true);
  });

  it('is made anew where the entry is damaged', async () => {
    await keep(open());
    const [entry] = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
    const file = join(entry?.parentPath ?? '', entry?.name ?? '');
    const bytes = await readFile(file);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    await writeFile(file, bytes);
    expect(await keep(open())).toEqual({ result: PRINT, isMade: true });
    expect((await keep(open())).isMade).toBe(false);
  });

  it('is made anew where an entry is whole and yet cannot be read', async () => {
    await keep(open());
    const [entry] = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
    const bytes = Buffer.from('not of this cache');
    const whole = Buffer.concat([createHash('sha256').update(bytes).digest(), bytes]);
    await writeFile(join(entry?.parentPath ?? '', entry?.name ?? ''), whole);
    expect(await keep(open())).toEqual({ result: PRINT, isMade: true });
  });

  it('is made each time without a cache', async () => {
    expect((await keep(NO_PRINT_CACHE)).isMade).toBe(true);
    expect((await keep(NO_PRINT_CACHE)).isMade).toBe(true);
  });
});
