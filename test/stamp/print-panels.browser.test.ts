import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FORMS } from '../../src/forms.ts';
import type { Sheet } from '../../src/html/build-sheets.ts';
import { expectedPanel } from '../../src/html/expected-panel.ts';
import { TIGHTNESS } from '../../src/html/panel-tightness.ts';
import { openPrintShop, type PrintShop } from '../../src/pdf/print-shop.ts';
import type { PrintedBase } from '../../src/stamp/bases.ts';
import { PanelPrint } from '../../src/stamp/print-panels.ts';
import { stampGroup } from '../../src/stamp/stamp-group.ts';
import { createPanelRenderers } from '../../src/html/render-panels.ts';
import type { StampContext } from '../../src/stamp/stamp-sheets.ts';
import { languageNamed } from '../language-named.ts';
import { edited } from '../bad-input/problems-of.ts';
import { buildFixtureSite, type BuiltSite, sheetOf } from '../html/build-fixture-site.ts';

const FORM = FORMS.standard;
const ALL = TIGHTNESS.map((_, tightness) => tightness);

let built: BuiltSite;
let context: StampContext;
let shop: PrintShop;
beforeAll(async () => {
  // Without people, whose names would stand beside its lines and make it as high without them.
  built = await buildFixtureSite(await edited('content/clinics/full.yaml', /people:[^]*(?=programs:)/, ''));
  const { content, site, settings } = built;
  context = { ...content, site, settings };
  shop = await openPrintShop(context);
});
afterAll(() => shop.close());

/** Lays the panel of one sheet out, and does something with it. */
async function withPanel<T>(id: string, use: (print: PanelPrint) => Promise<T>): Promise<T> {
  const sheet = sheetOf(built, id);
  const { language, clinic } = sheet;
  const panels = [createPanelRenderers(context.tools, context.settings)(language)({ panel: sheet.panel }, 0)];
  const logos = clinic.logoImage ? [clinic.logoImage.bytes] : [];
  const press = { ...context, context, shop };
  const [used] = await shop.map([id], (open) =>
    use(new PanelPrint({ id: 'panels', language, form: FORM, panels, logos }, press, open)),
  );
  return used as T;
}

const heightsOf = (id: string) => withPanel(id, async (print) => (await print.measure()).value?.heights[0] ?? []);

/** Prints a panel at each tightness, and compares it with what it must say at a (perhaps other) tightness. */
const problemsAt = (id: string, expectedAt: (tightness: number) => number) =>
  withPanel(id, async (print) => {
    await print.measure();
    const found: string[][] = [];
    for (const tightness of ALL) {
      const expected = expectedPanel(sheetOf(built, id), FORM, built.content.tools, expectedAt(tightness));
      found.push((await print.print([0], tightness, expected)).problems.map(({ what }) => what));
    }
    return found;
  });

describe('a panel that is laid out', () => {
  it.each(['full/en/water', 'full/ar/water'])('is lower with each thing that %s gives up', async (id) => {
    const heights = await heightsOf(id);
    expect(heights).toHaveLength(TIGHTNESS.length);
    // Lines stand in two columns: one less need not make a panel lower, and never makes it higher.
    expect(heights.toSorted((a, b) => b - a)).toEqual(heights);
    expect(new Set(heights).size).toBeGreaterThan(3);
  });

  it('is printed alone, whichever of the others were printed before', async () => {
    const sheets = ['full/en/water', 'bare/en/water', 'full/en/walking'].map((id) => sheetOf(built, id));
    const language = languageNamed('en');
    const render = createPanelRenderers(context.tools, context.settings)(language);
    const panels = sheets.map(({ panel }, number) => render({ panel }, number));
    const expectedOf = (index: number, tightness: number) =>
      expectedPanel(sheets[index] as Sheet, FORM, built.content.tools, tightness);
    const [problems] = await shop.map([panels], async (open) => {
      const print = new PanelPrint(
        { id: 'panels', language, form: FORM, panels, logos: [] },
        { ...context, context, shop },
        open,
      );
      const first = await print.print([0, 2], 2, [...expectedOf(0, 2), ...expectedOf(2, 2)]);
      const second = await print.print([1], 0, expectedOf(1, 0));
      const third = await print.print([2], 1, expectedOf(2, 1));
      return [first, second, third].map((one) => one.problems.map(({ what }) => what));
    });
    expect(problems).toEqual([[], [], []]);
  });

  it('says at each tightness what it must say there, and no more', async () => {
    expect(await problemsAt('full/ar/water', (tightness) => tightness)).toEqual(ALL.map(() => []));
    const last = TIGHTNESS.length - 1;
    const [first] = await problemsAt('full/en/water', () => last);
    expect(first?.at(-1)).toBe('The number 1-800-555-0103 stands here, but in none of its texts.');
  });
});

describe('a sheet that is stamped', () => {
  it('has a panel that gives up what it must for its slot, and no more', async () => {
    const sheet = sheetOf(built, 'full/en/water');
    const group = { language: sheet.language, form: FORM, sheets: [sheet] };
    const press = {
      ...context,
      context,
      shop,
      render: createPanelRenderers(context.tools, context.settings)(sheet.language),
    };
    const heights = await heightsOf(sheet.id);
    const stamped = await shop.map(heights, async (open, slot) => {
      const baseOf = () => Promise.resolve({ value: { slot } as PrintedBase, problems: [] });
      return stampGroup(group, { ...press, baseOf }, open);
    });
    expect(stamped.flatMap(({ problems }) => problems)).toEqual([]);
    expect(stamped.flatMap(({ value }) => value.map(({ tightness }) => tightness))).toEqual(
      heights.map((slot) => heights.indexOf(slot)),
    );
  });
});
