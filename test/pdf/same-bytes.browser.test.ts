import { beforeAll, describe, expect, it } from 'vitest';
import { type BuiltSite, buildFixtureSite, EVERYTHING } from '../html/build-fixture-site.ts';
import { bytesByPdf, printBuilt } from './print-built-site.ts';

const WITH_TABLE = 'full/ar/water';
const WITHOUT_TABLE = 'full/ar/walking';

let built: BuiltSite;
/** All sheets, one after another in one browser. */
let oneByOne: Record<string, string>;
beforeAll(async () => {
  built = await buildFixtureSite({}, { forms: EVERYTHING.forms });
  oneByOne = bytesByPdf((await printBuilt(built, { workers: 1 })).value);
});

/** PDFs of a sheet whose bytes are others when only that sheet is printed. */
async function differentAlone(id: string): Promise<string[]> {
  const alone = bytesByPdf((await printBuilt(built, { ids: [id], workers: 1 })).value);
  expect(Object.keys(alone)).toHaveLength(EVERYTHING.forms.length);
  return Object.keys(alone).filter((pdf) => alone[pdf] !== oneByOne[pdf]);
}

describe('the bytes of a sheet, in all its forms', () => {
  it('are the same from a fresh browser and from one that printed others before', async () => {
    expect(await differentAlone(WITHOUT_TABLE)).toEqual([]);
  });

  it('are the same also when it has a table and links to another handout', async () => {
    expect(await differentAlone(WITH_TABLE)).toEqual([]);
  });

  it('are the same from one worker and from two', async () => {
    const shared = bytesByPdf((await printBuilt(built, { workers: 2 })).value);
    expect(Object.keys(shared).filter((pdf) => shared[pdf] !== oneByOne[pdf])).toEqual([]);
    expect(Object.keys(shared)).toEqual(Object.keys(oneByOne));
  });

  it('are those of its own content: another clinic has others, and so has another form', () => {
    const count = built.sheets.flatMap(({ files }) => files).length;
    expect(new Set(Object.values(oneByOne)).size).toBe(count);
  });
});
