import { beforeAll, describe, expect, it } from 'vitest';
import { type BuiltSite, buildFixtureSite } from '../html/build-fixture-site.ts';
import { bytesById, printBuilt } from './print-built-site.ts';

const WITH_TABLE = 'full/ar/water';
const WITHOUT_TABLE = 'full/ar/walking';

let built: BuiltSite;
/** All sheets, one after another in one browser. */
let oneByOne: Record<string, string>;
beforeAll(async () => {
  built = await buildFixtureSite();
  oneByOne = bytesById((await printBuilt(built, { workers: 1 })).value);
});

const printedAlone = async (id: string): Promise<string | undefined> =>
  bytesById((await printBuilt(built, { ids: [id], workers: 1 })).value)[id];

describe('the bytes of a sheet', () => {
  it('are the same from a fresh browser and from one that printed others before', async () => {
    expect(await printedAlone(WITHOUT_TABLE)).toBe(oneByOne[WITHOUT_TABLE]);
  });

  it('are the same also when it has a table and links to another handout', async () => {
    expect((await printedAlone(WITH_TABLE)) === oneByOne[WITH_TABLE]).toBe(true);
  });

  it('are the same from one worker and from two', async () => {
    const shared = bytesById((await printBuilt(built, { workers: 2 })).value);
    expect(Object.keys(shared).filter((id) => shared[id] !== oneByOne[id])).toEqual([]);
    expect(Object.keys(shared)).toEqual(Object.keys(oneByOne));
  });

  it('are those of its own content: another clinic has others', () => {
    expect(new Set(Object.values(oneByOne)).size).toBe(built.sheets.length);
  });
});
