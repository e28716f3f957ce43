import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type BuildCache, openCache } from '../../src/build-cache.ts';
import { findBrowser, launchBrowser } from '../../src/pdf/launch-browser.ts';
import { createPrintCache } from '../../src/print-cache.ts';
import { NETWORK, type PressedNetwork, pressNetwork } from './press-network.ts';

// Whole builds, on a machine that may be busy.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

vi.mock('../../src/pdf/launch-browser.ts', { spy: true });

const ROWS = NETWORK.slice(0, 6);
const LOGO = 'content/clinics/full-moon-logo.png';

let folder: string;
let first: PressedNetwork;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'handout-press-kept-'));
  first = (await press({ changes: { [LOGO]: squareLogo(0) } })).built;
});
beforeEach(() => vi.clearAllMocks());
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Builds with what was kept, and counts what is printed anew by its kind. */
async function press(
  build: Parameters<typeof pressNetwork>[0],
): Promise<{ built: PressedNetwork; printed: Record<string, number> }> {
  const store = openCache(folder);
  const printed: Record<string, number> = {};
  const counting: BuildCache = {
    ...store,
    put: (kind, key, bytes) => {
      printed[kind] = (printed[kind] ?? 0) + 1;
      store.put(kind, key, bytes);
    },
  };
  const built = await pressNetwork({ rows: ROWS, ...build, cache: createPrintCache(counting, 'tests') });
  return { built, printed };
}

/** Changes a file of the first build while another build is made, and puts it back. */
async function pressWith(path: string, change: (content: Buffer) => string | Uint8Array) {
  const file = join(first.root, path);
  const before = await readFile(file);
  await writeFile(file, change(before));
  try {
    return await press({ root: first.root });
  } finally {
    await writeFile(file, before);
  }
}

/** A picture of one shade, 40 pixels wide and high (PNG, ISO/IEC 15948). */
function squareLogo(shade: number): Uint8Array {
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), data]);
    const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    checksum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, checksum]);
  };
  const header = Buffer.from([0, 0, 0, 40, 0, 0, 0, 40, 8, 0, 0, 0, 0]);
  const rows = Buffer.concat(Array.from({ length: 40 }, () => Buffer.from([0, ...Array<number>(40).fill(shade)])));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    ...[signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))],
  ]);
}

/** Paths of files that are not as they were. */
function changedIn({ hashes }: PressedNetwork): string[] {
  return Object.keys(hashes).filter((path) => hashes[path] !== first.hashes[path]);
}

describe('a network that is built with what was kept', () => {
  it('is the same, and no browser is looked for', async () => {
    const { built, printed } = await press({ root: first.root });
    expect(built.hashes).toEqual(first.hashes);
    expect(printed).toEqual({});
    expect(vi.mocked(findBrowser)).not.toHaveBeenCalled();
    expect(vi.mocked(launchBrowser)).not.toHaveBeenCalled();
  });

  it('prints one handout in one language anew when its translation has changed, and no panel', async () => {
    const { built, printed } = await pressWith('content/handouts/water/ar.md', (text) =>
      text.toString().replace('كوبان', 'كوبان كبيران'),
    );
    // It links to another handout: once for each of the two clinics that have pages.
    expect(printed).toMatchObject({ bases: 2 });
    expect(Object.keys(printed).sort()).toEqual(['bases', 'read-back']);
    const pdfs = changedIn(built).filter((path) => path.endsWith('.pdf'));
    expect(pdfs).toHaveLength(2 + ROWS.length);
    expect(pdfs.every((path) => path.endsWith('/ar/water-arabic-ar.pdf'))).toBe(true);
  });

  it('prints no handout anew when a clinic has changed, but the panels beside its own', async () => {
    const rows = ROWS.map((row) => (row.id === 'plain' ? { ...row, phone: '(310) 555-0150' } : row));
    const { built, printed } = await press({ root: first.root, rows });
    expect(printed).toMatchObject({ 'panel-sizes': 2, panels: 2 });
    expect(printed).not.toHaveProperty('bases');
    const pdfs = changedIn(built).filter((path) => path.endsWith('.pdf'));
    expect(pdfs.every((path) => path.startsWith('print/plain/'))).toBe(true);
    expect(pdfs).toHaveLength(4);
  });

  it('prints panels anew when a logo of the same size has changed', async () => {
    const { built, printed } = await pressWith(LOGO, () => squareLogo(200));
    expect(printed).toMatchObject({ panels: 2 });
    expect(printed).not.toHaveProperty('bases');
    const pdfs = changedIn(built).filter((path) => path.endsWith('.pdf'));
    expect(pdfs.every((path) => path.startsWith('print/full/'))).toBe(true);
    expect(pdfs).toHaveLength(4);
  });
});
