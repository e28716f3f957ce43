import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSheets, type Sheet } from '../src/html/build-sheets.ts';
import { buildSite, type Site } from '../src/html/build-site.ts';
import { findBrowser, launchBrowser } from '../src/pdf/launch-browser.ts';
import { drawShareImages } from '../src/pdf/draw-share-images.ts';
import { printOthers } from '../src/pdf/print-directly.ts';
import { openPrintShop } from '../src/pdf/print-shop.ts';
import { stopOnErrors } from '../src/problem.ts';
import { formatManifest, MANIFEST_FILE } from '../src/publish/manifest-file.ts';
import { writeSite } from '../src/publish/publish.ts';
import { replaceOutput } from '../src/publish/replace-output.ts';
import { readContent } from '../src/read-content.ts';
import type { Settings } from '../src/settings.ts';
import { type StampContext, stampSheets } from '../src/stamp/stamp-sheets.ts';

/** What is printed in the measurements: the real content, as the build makes it. */
export interface Subject {
  sheets: Sheet[];
  site: Site;
  context: StampContext;
}

/** Makes everything up to the pages, and measures each stage of a build but the printing once. */
export async function buildSubject(settings: Settings): Promise<{ subject: Subject; stages: Map<string, number> }> {
  const stages = new Map<string, number>();
  const stage = async <T>(name: string, work: () => T | Promise<T>): Promise<T> => {
    const started = performance.now();
    const made = await work();
    stages.set(name, performance.now() - started);
    return made;
  };
  const content = await stage('readContent', () => readContent(settings));
  const sheets = await stage('buildSheets', () => buildSheets({ ...content, settings }));
  const { value: site, problems } = await stage('buildSite (Eleventy)', () => buildSite(sheets, content, settings));
  stopOnErrors(problems);
  const context: StampContext = { ...content, site, settings };

  const binary = await stage('findBrowser', () => findBrowser(settings.cache));
  const browser = await stage('launchBrowser', () => launchBrowser(binary));
  await browser.close();
  const files = sheets.flatMap((sheet) => sheet.files).length;
  const shop = await openPrintShop(context);
  const others = await stage('printOthers (cold)', () => printOthers(shop, context));
  const images = await stage('drawShareImages (cold)', () => drawShareImages(shop, context));
  const stamped = await stage(`stampSheets (${files} PDFs)`, () => stampSheets(sheets, shop, context));
  await shop.close();
  stopOnErrors([...others.problems, ...images.problems, ...stamped.problems]);
  const folder = await mkdtemp(join(tmpdir(), 'handout-press-bench-'));
  try {
    const { sourceLocale, address, mainClinic } = settings;
    const parts = { site, shareImages: images.value, tools: content.tools, sourceLocale, address, mainClinic };
    await stage('publish', () =>
      replaceOutput(join(folder, 'dist'), async (output) => {
        const files = await writeSite({ ...parts, printed: stamped.value, others: others.value }, output);
        output.write(MANIFEST_FILE, formatManifest({ files }));
      }),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return { subject: { sheets: sampleOf(sheets), site, context }, stages };
}

/**
 * One handout of each language, in its standard form, each handout in turn: all of them would take a quarter of an hour,
 * and every script is among these.
 */
function sampleOf(sheets: readonly Sheet[]): Sheet[] {
  const handouts = [...new Set(sheets.map(({ handout }) => handout))];
  const languages = [...new Set(sheets.map(({ language }) => language))];
  const [clinic] = sheets.map((sheet) => sheet.clinic);
  return sheets
    .filter((sheet) => sheet.clinic === clinic)
    .filter(({ handout, language }) => handouts.indexOf(handout) === languages.indexOf(language) % handouts.length)
    .map((sheet) => ({ ...sheet, files: sheet.files.filter(({ form }) => form.name === 'standard') }));
}
