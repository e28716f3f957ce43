import { beforeAll, describe, expect, it } from 'vitest';
import { FORMS, type Slot } from '../../src/forms.ts';
import type { OpenPrinter } from '../../src/pdf/browser-pool.ts';
import type { PrintCache } from '../../src/print-cache.ts';
import type { Checked } from '../../src/problem.ts';
import { createBases, type PrintedBase } from '../../src/stamp/bases.ts';
import { buildFixtureSite, type BuiltSite, sheetOf } from '../html/build-fixture-site.ts';

let built: BuiltSite;
beforeAll(async () => {
  built = await buildFixtureSite();
});

const REST: Slot = { kind: 'rest', preferred: 264, least: 120, ample: 264 };
const noBrowser: OpenPrinter = () => Promise.reject(new Error('No browser is needed here.'));

/** Bases whose prints end one after the other as they are told to, and how many were printed. */
function basesThatEnd(...ends: (() => Promise<Checked<PrintedBase>>)[]) {
  let prints = 0;
  const keep = () => (ends[prints++] ?? (() => Promise.reject(new Error('Nobody asked for another print.'))))();
  const { settings, content, site, sheets } = built;
  const baseOf = createBases(sheets, {
    settings,
    site,
    tools: content.tools,
    cache: { keep } as unknown as PrintCache,
  });
  const ask = (id: string) => baseOf(sheetOf(built, id), FORMS.standard, REST, noBrowser);
  return { ask, count: () => prints };
}

const print = { problems: [] };
const good = () => Promise.resolve(print);
const death = () => Promise.reject(new Error('Target closed'));

describe('the base of a sheet', () => {
  it('is printed once for all clinics, also when several ask at the same time', async () => {
    const { ask, count } = basesThatEnd(good);
    expect(await Promise.all([ask('full/en/walking'), ask('bare/en/walking')])).toEqual([print, print]);
    expect(await ask('full/en/walking')).toBe(print);
    expect(count()).toBe(1);
  });

  it('is the clinic’s own where the text links to other pages and the clinic has pages', async () => {
    const { ask, count } = basesThatEnd(good, good);
    for (const id of ['full/en/water', 'bare/en/water', 'full/en/water']) await ask(id);
    expect(count()).toBe(2);
  });

  it('is another for each handout and language', async () => {
    const { ask, count } = basesThatEnd(good, good, good);
    for (const id of ['full/en/water', 'full/en/walking', 'full/ar/water']) await ask(id);
    expect(count()).toBe(3);
  });

  it('is printed again by who waits for it, when the browser of who was at it dies', async () => {
    const { ask, count } = basesThatEnd(death, good);
    const [first, second] = await Promise.allSettled([ask('full/en/walking'), ask('bare/en/walking')]);
    expect([first.status, second.status]).toEqual(['rejected', 'fulfilled']);
    expect(await ask('full/en/walking')).toBe(print);
    expect(count()).toBe(2);
  });

  it('that nobody can print fails for each who asks', async () => {
    const { ask } = basesThatEnd(death, death);
    const ends = await Promise.allSettled([ask('full/en/walking'), ask('bare/en/walking')]);
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
