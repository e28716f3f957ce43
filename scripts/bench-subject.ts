import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSheets, type Sheet } from '../src/html/build-sheets.ts';
import { buildSite, type Site } from '../src/html/build-site.ts';
import { findBrowser, launchBrowser } from '../src/pdf/launch-browser.ts';
import { printSheets, type PrintContext } from '../src/pdf/print-sheets.ts';
import { stopOnErrors } from '../src/problem.ts';
import { publish } from '../src/publish/publish.ts';
import { readContent } from '../src/read-content.ts';
import type { Settings } from '../src/settings.ts';

/** What is printed in the measurements: the real content, as the build makes it. */
export interface Subject {
  sheets: Sheet[];
  site: Site;
  context: PrintContext;
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
  const context = { site, tools: content.tools, settings };

  const binary = await stage('findBrowser', () => findBrowser(settings.cache));
  const browser = await stage('launchBrowser', () => launchBrowser(binary));
  await browser.close();
  const files = sheets.flatMap((sheet) => sheet.files).length;
  const printed = await stage(`printSheets (${files} PDFs, cold)`, () => printSheets(sheets, context));
  stopOnErrors(printed.problems);
  const folder = await mkdtemp(join(tmpdir(), 'handout-press-bench-'));
  try {
    await stage('publish', () =>
      publish(
        {
          site,
          printed: printed.value,
          others: printed.others,
          tools: content.tools,
          sourceLocale: settings.sourceLocale,
        },
        join(folder, 'dist'),
      ),
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
