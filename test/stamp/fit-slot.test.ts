import { beforeAll, describe, expect, it } from 'vitest';
import { FORMS } from '../../src/forms.ts';
import { formatProblem } from '../../src/problem.ts';
import type { PrintedBase } from '../../src/stamp/bases.ts';
import { slotChooser, tighten, tooManyPages } from '../../src/stamp/fit-slot.ts';
import type { Order } from '../../src/stamp/stamp-group.ts';
import { buildFixtureSite, type BuiltSite, fileOf, sheetOf } from '../html/build-fixture-site.ts';

let built: BuiltSite;
beforeAll(async () => {
  built = await buildFixtureSite();
});

function orderOf(id: string, panel = 0): Order {
  const sheet = sheetOf(built, id);
  return { sheet, file: fileOf(sheet), panel, tightness: 0 };
}

/** Fits panels of some heights, by tightness, into a slot of 100 pixels. */
function tightenAll(orders: readonly Order[], heights: number[][], tooWide: string[][] = heights.map(() => [])) {
  const bases = new Map(orders.map((order) => [order, { slot: 100 } as PrintedBase]));
  return tighten(orders, { heights, tooWide }, bases).map(formatProblem);
}

describe('panels in the slots of their sheets', () => {
  it('give up as much as each must', () => {
    const orders = [0, 1, 2].map((panel) => orderOf('full/en/water', panel));
    const heights = [
      [90, 80, 80, 80, 80],
      [110, 95, 90, 90, 90],
      [150, 140, 130, 120, 100],
    ];
    expect(tightenAll(orders, heights)).toEqual([]);
    expect(orders.map(({ tightness }) => tightness)).toEqual([0, 1, 4]);
  });

  it('give up nothing where they may have a page more', () => {
    const order = orderOf('full/en/water');
    expect(tighten([order], { heights: [[900]], tooWide: [[]] }, new Map())).toEqual([]);
    expect(order.tightness).toBe(0);
  });

  it('are refused, all at once, where they are too high or too wide', () => {
    const orders = [orderOf('full/en/water', 0), orderOf('full/ar/walking', 1), orderOf('bare/ar/water', 2)];
    const heights = [
      [180, 170, 160, 150, 138],
      [90, 80, 80, 80, 80],
      [400, 300, 300, 300, 300],
    ];
    expect(tightenAll(orders, heights, [[], ['A word that nobody can break'], []]).join('\n')).toMatchInlineSnapshot(`
      "error content/clinics/full.yaml:1
        The panel of Full Moon Community Health Center is too high, even in smaller letters and without its optional lines: by 11 mm on the standard sheet of water in English.
        To mend it: leave out a phone, some hours or a program, or shorten a name or the handout.
      error content/clinics/full.yaml:1
        Something is wider than the panel of Full Moon Community Health Center in Arabic: "A word that nobody can break"
        To mend it: break up the longest word or shorten the name.
      error content/clinics/bare.yaml:1
        The panel of Bare Street Clinic is too high, even in smaller letters and without its optional lines: by 53 mm on the standard sheet of water in Arabic.
        To mend it: leave out a phone, some hours or a program, or shorten a name or the handout."
    `);
  });
});

describe('the slot of a panel that may have more pages', () => {
  const chosen = (form: keyof typeof FORMS, height: number, pages: number) =>
    slotChooser(FORMS[form], { heights: [[height]], tooWide: [[]] }, () => pages)(orderOf('full/en/water'));

  it('is as many pages as the panel has', () => {
    expect([1, 2, 4].map((pages) => chosen('large-print', 500, pages))).toEqual(
      [1, 2, 4].map((count) => ({ kind: 'pages', count })),
    );
  });

  it('is a box below the text, where there is one and the panel fits it', () => {
    expect(chosen('bilingual', 660, 1)).toMatchObject({ kind: 'box' });
    expect(chosen('bilingual', 661, 1)).toEqual({ kind: 'pages', count: 1 });
  });

  it('is none for more pages than any has, which is said in words', () => {
    expect(chosen('large-print', 500, 5)).toBeUndefined();
    expect(formatProblem(tooManyPages(orderOf('full/ar/water')))).toMatchInlineSnapshot(`
      "error content/clinics/full.yaml:1
        The panel of Full Moon Community Health Center in Arabic takes more pages than the form standard has room for.
        To mend it: leave out a phone, some hours or a program."
    `);
  });
});
