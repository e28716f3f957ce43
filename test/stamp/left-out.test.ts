import { beforeAll, describe, expect, it } from 'vitest';
import { formatProblem } from '../../src/problem.ts';
import { LeftOutLines } from '../../src/stamp/left-out.ts';
import { buildFixtureSite, type BuiltSite, fileOf, sheetOf } from '../html/build-fixture-site.ts';

let built: BuiltSite;
beforeAll(async () => {
  built = await buildFixtureSite();
});

function stamped(id: string, tightness: number) {
  const sheet = sheetOf(built, id);
  return { sheet, pdf: fileOf(sheet).pdf, tightness };
}

function warningsOf(...sheets: [id: string, tightness: number][]): string[] {
  const lines = new LeftOutLines();
  for (const [id, tightness] of sheets) lines.add([stamped(id, tightness)]);
  return lines.problems().map(formatProblem);
}

describe('lines that panels had no room for', () => {
  it('are none where panels stand as they are or in smaller letters', () => {
    expect(warningsOf(['full/en/water', 0], ['full/ar/water', 1])).toEqual([]);
  });

  it('are none on a panel that has no such lines', () => {
    expect(warningsOf(['bare/en/water', 4])).toEqual([]);
  });

  it('are named in one warning for each clinic, with the first of its sheets', () => {
    expect(
      warningsOf(['full/en/water', 2], ['full/ar/walking', 4], ['full/ar/water', 3], ['bare/en/water', 2]).join('\n'),
    ).toMatchInlineSnapshot(`
      "warning content/clinics/full.yaml:1
        The panel of Full Moon Community Health Center has no room for the languages its staff speak, its website and its numbers for fax and text messages on print/full/ar/walking-arabic-ar.pdf and 2 more.
        To mend it: shorten a name, leave out a line you need less, or shorten the handout."
    `);
  });

  it('are named with the one sheet where it is one', () => {
    expect(warningsOf(['full/en/water', 2]).join('\n')).toMatchInlineSnapshot(`
      "warning content/clinics/full.yaml:1
        The panel of Full Moon Community Health Center has no room for the languages its staff speak on print/full/en/water-english-en.pdf.
        To mend it: shorten a name, leave out a line you need less, or shorten the handout."
    `);
  });

  it('are named the same in whatever order sheets are done', () => {
    const sheets: [string, number][] = [
      ['full/en/water', 2],
      ['full/ar/walking', 4],
      ['full/ar/water', 3],
    ];
    expect(warningsOf(...sheets.toReversed())).toEqual(warningsOf(...sheets));
  });
});
