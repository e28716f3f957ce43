import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SLOT_MARKER } from '../../src/html/slot-marker.ts';
import type { Base, PanelBatch } from '../../src/stamp/compiled.ts';
import { compileBase } from '../../src/stamp/compile-base.ts';
import { compilePanels } from '../../src/stamp/compile-panels.ts';
import { link } from '../../src/stamp/link.ts';
import { PROJECT } from '../fixture-site.ts';
import { fileFaults } from './file-faults.ts';
import { placedIn } from './placed-things.ts';
import { CLINICS, panelHtml, panelsHtml, sheetHtml, type SlotPlace } from './sample-pages.ts';
import { SamplePrinter } from './sample-printer.ts';
import { SAMPLE_TEXTS } from './sample-texts.ts';

const TEXTS = SAMPLE_TEXTS.en;
const PLACES: SlotPlace[] = ['foot of the page', 'mid-page', 'page 2 of 3'];

/** Slots at which panels are put by their lower edges. */
let bases: Base[];
let batch: PanelBatch;
let printer: SamplePrinter;
beforeAll(async () => {
  printer = await SamplePrinter.open();
  bases = [];
  for (const place of PLACES) {
    bases.push(compileBase(await printer.base(sheetHtml(TEXTS, place), TEXTS), { anchor: 'bottom' }));
  }
  batch = await panelsOf(CLINICS);
});
afterAll(() => printer.close());

async function panelsOf(clinics: typeof CLINICS, anchor: 'top' | 'bottom' = 'bottom'): Promise<PanelBatch> {
  const panels = clinics.map((clinic) => panelHtml(TEXTS, clinic));
  return compilePanels(await printer.panels(panelsHtml(TEXTS, panels, anchor), TEXTS));
}

function linked(base: Base | undefined, panels: PanelBatch, index: number): Uint8Array {
  const panel = panels.panels[index];
  if (!base || !panel) throw new Error('There is no such sheet or panel.');
  return Buffer.concat(link(base, panel, panels));
}

/** A sheet and a panel, by their places in the lists. */
const anyPair = fc.tuple(fc.nat(PLACES.length - 1), fc.nat(CLINICS.length - 1));

describe('putting a panel into a slot', () => {
  it('gives sound files, each with an id of its own', () => {
    const files = bases.flatMap((base) => CLINICS.map((_, index) => linked(base, batch, index)));
    expect(files.flatMap(fileFaults)).toEqual([]);
    const ids = files.map((bytes) => /\/ID\[<(\w+)>/.exec(Buffer.from(bytes).toString('latin1'))?.[1]);
    expect(new Set(ids).size).toBe(files.length);
  });

  it('gives the same bytes in any order, and from a cache', () => {
    const pairs = PLACES.flatMap((_, base) => CLINICS.map((_, panel): [number, number] => [base, panel]));
    const files = new Map(pairs.map(([base, panel]) => [`${base} ${panel}`, linked(bases[base], batch, panel)]));
    fc.assert(
      fc.property(fc.array(anyPair, { maxLength: 6 }), fc.boolean(), (order, isCached) => {
        const [sheets, panels] = isCached
          ? (deserialize(serialize([bases, batch])) as [Base[], PanelBatch])
          : [bases, batch];
        for (const [base, panel] of order) {
          const bytes = linked(sheets[base], panels, panel);
          expect(Buffer.compare(bytes, files.get(`${base} ${panel}`) as Uint8Array)).toBe(0);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('gives the same bytes when all is printed again', async () => {
    const again = compileBase(await printer.base(sheetHtml(TEXTS, 'mid-page'), TEXTS), { anchor: 'bottom' });
    expect(Buffer.compare(linked(again, await panelsOf(CLINICS), 2), linked(bases[1], batch, 2))).toBe(0);
  });

  it('gives the numbers of a panel’s objects without regard to the panels beside it', async () => {
    const others = await panelsOf(CLINICS.toReversed());
    const numbersOf = ({ entries, placed, parts }: PanelBatch['panels'][number]) => [
      entries.index,
      parts.map(({ claims }) => claims),
      placed.map(({ number }) => number),
    ];
    const [first] = batch.panels;
    const last = others.panels[2];
    expect(first && numbersOf(first)).toEqual(last && numbersOf(last));
  });

  it('makes nothing large: all but a few thousand bytes are those of the sheet and the panel', () => {
    const [base] = bases;
    const [panel] = batch.panels;
    if (!base || !panel) throw new Error('There is no sheet or no panel.');
    const given = new Set([base.bytes, base.entries.bytes, panel.bytes, ...batch.shared]);
    const own = link(base, panel, batch).filter((piece) => !given.has(piece));
    expect(own.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(7000);
  });

  it('puts a panel to the upper edge of a slot in text that flows on', async () => {
    const html = sheetHtml(TEXTS, 'mid-page');
    const base = compileBase(await printer.base(html, TEXTS), { anchor: 'top' });
    const panels = await panelsOf(CLINICS, 'top');
    const texts = sheetHtml(TEXTS, 'mid-page', panelHtml(TEXTS, CLINICS[0]!));
    const direct = await printer.direct(texts.replace('justify-content: end', 'justify-content: start'), TEXTS);
    const places = async (bytes: Uint8Array) =>
      (await placedIn(bytes)).links.map(({ coordinates }) => coordinates.map((one) => Math.round(one * 10)));
    expect(await places(linked(base, panels, 0))).toEqual(await places(direct));
  });

  it('makes a panel smaller with a page on which something was too wide', async () => {
    const wide = '<div style="width: 760px; background: #eee">A wide line</div></main>';
    const sheet = (panel?: string) => sheetHtml(TEXTS, 'mid-page', panel).replace('</main>', wide);
    const base = compileBase(await printer.base(sheet(), TEXTS), { anchor: 'bottom' });
    expect(base.slots[0]?.scale).toBeLessThan(0.98);
    const direct = await printer.direct(sheet(panelHtml(TEXTS, CLINICS[0]!)), TEXTS);
    const places = async (bytes: Uint8Array) =>
      (await placedIn(bytes)).links.map(({ coordinates }) => coordinates.map((one) => Math.round(one * 10)));
    expect(await places(linked(base, batch, 0))).toEqual(await places(direct));
  });

  it('refuses a panel of one page for a sheet with slots for two', async () => {
    const second = `<div style="break-before: page">${SLOT_MARKER}</div>`;
    const html = sheetHtml(TEXTS, 'page 2 of 3', `${SLOT_MARKER}${second}`);
    const base = compileBase(await printer.base(html, TEXTS), { anchor: 'top' });
    expect(base.slots).toHaveLength(2);
    expect(() => linked(base, batch, 0)).toThrowErrorMatchingInlineSnapshot(
      `[Error: A panel of 1 pages cannot be put into a sheet with slots for 2.]`,
    );
  });

  it('refuses a file whose places its cross-references could not hold', () => {
    const [base] = bases;
    const large = base && { ...base, bytes: new Uint8Array(2 ** 24) };
    expect(() => linked(large, batch, 0)).toThrowErrorMatchingInlineSnapshot(
      `[Error: A stamped PDF may have no more than 16777216 bytes.]`,
    );
  });
});

/** What a file imports for more than its types. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const named = [...text.matchAll(/^(?:import|export) (?!type )[^;]*?from '([^']+)';/gm)];
  const others = [...text.matchAll(/^import '([^']+)'|\b(?:import|require)\(/gm)];
  return [...named, ...others].map((match) => match[1] ?? match[0]);
}

/** A file with all that it imports, and what those import. */
function withImports(file: string, met = new Map<string, string[]>()): Map<string, string[]> {
  if (met.has(file)) return met;
  met.set(file, importsOf(file));
  for (const one of importsOf(file).filter((name) => name.startsWith('.'))) withImports(join(dirname(file), one), met);
  return met;
}

describe('the code that puts a panel into a slot', () => {
  it('needs nothing but files of its own, and nothing of Node, so that it can run in a browser', () => {
    const files = withImports(join(PROJECT, 'src/stamp/link.ts'));
    expect([...files.keys()].map((file) => file.slice(PROJECT.length)).sort()).toMatchInlineSnapshot(`
      [
        "src/stamp/link.ts",
        "src/stamp/object-numbers.ts",
        "src/stamp/small-objects.ts",
      ]
    `);
    expect([...files.values()].flat().filter((name) => !name.startsWith('.'))).toEqual([]);
    const code = [...files.keys()].map((file) => readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''));
    expect(code.filter((text) => /\b(Buffer|process|global|__dirname)\b/.test(text))).toEqual([]);
  });
});
