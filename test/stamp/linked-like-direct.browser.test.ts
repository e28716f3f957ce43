import { beforeAll, describe, expect, it } from 'vitest';
import { readPdfFacts } from '../../src/pdf/read-pdf-facts.ts';
import { compileBase } from '../../src/stamp/compile-base.ts';
import { compilePanels } from '../../src/stamp/compile-panels.ts';
import { link } from '../../src/stamp/link.ts';
import { placedIn } from './placed-things.ts';
import { CLINICS, panelHtml, panelsHtml, sheetHtml, type SlotPlace } from './sample-pages.ts';
import { SamplePrinter } from './sample-printer.ts';
import { SAMPLE_TEXTS } from './sample-texts.ts';
import { testLikeness, type Versions } from './test-likeness.ts';

type Language = keyof typeof SAMPLE_TEXTS;

/** What is compared: Latin letters in all places, the other scripts in two. */
const COMPARED: [Language, SlotPlace][] = [
  ['en', 'foot of the page'],
  ['en', 'mid-page'],
  ['en', 'page 2 of 3'],
  ['ar', 'mid-page'],
  ['ar', 'foot of the page'],
  ['km', 'mid-page'],
  ['zh-Hans', 'mid-page'],
];

const made = new Map<string, Versions>();
beforeAll(async () => {
  const printer = await SamplePrinter.open();
  try {
    for (const [language, place] of COMPARED)
      made.set(`${language} ${place}`, await makeBoth(printer, language, place));
  } finally {
    await printer.close();
  }
}, 300_000);

/** For the second of three clinics. */
async function makeBoth(printer: SamplePrinter, language: Language, place: SlotPlace): Promise<Versions> {
  const texts = SAMPLE_TEXTS[language];
  const panels = CLINICS.map((clinic) => panelHtml(texts, clinic));
  const base = compileBase(await printer.base(sheetHtml(texts, place), texts), { anchor: 'bottom' });
  const batch = compilePanels(await printer.panels(panelsHtml(texts, panels), texts));
  const [, panel] = batch.panels;
  if (!panel) throw new Error('There is no second panel.');
  const direct = await printer.direct(sheetHtml(texts, place, panels[1]), texts);
  return { linked: Buffer.concat(link(base, panel, batch)), direct };
}

describe.each(COMPARED.map((compared) => compared.join(' ')))('a stamped sheet: %s', (id) => {
  testLikeness(() => made.get(id) as Versions, id.split(' ')[0] ?? '');

  it('has the name of the clinic among its text and its bookmarks', async () => {
    const { linked } = made.get(id) as Versions;
    expect((await readPdfFacts(linked, (tag) => tag === 'ar')).text).toContain('Hill House');
    expect((await placedIn(linked)).bookmarks.map(({ what }) => what)).toContain('> Hill House (/H2, 2 below)');
  });
});
