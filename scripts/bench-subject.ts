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
  const printed = await stage(`printSheets (${sheets.length}, cold)`, () => printSheets(sheets, context));
  stopOnErrors(printed.problems);
  const folder = await mkdtemp(join(tmpdir(), 'handout-press-bench-'));
  try {
    await stage('publish', () =>
      publish(
        {
          site,
          printed: printed.value,
          cards: printed.cards,
          tools: content.tools,
          sourceLocale: settings.sourceLocale,
        },
        join(folder, 'dist'),
      ),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return { subject: { sheets, site, context }, stages };
}
