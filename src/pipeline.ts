import { buildSheets } from './html/build-sheets.ts';
import { buildSite } from './html/build-site.ts';
import { printSheets, type PrintedSheet } from './pdf/print-sheets.ts';
import { type Problem, sortProblems, stopOnErrors } from './problem.ts';
import type { ManifestEntry } from './publish/manifest.ts';
import { publish } from './publish/publish.ts';
import { readContent } from './read-content.ts';
import type { Settings } from './settings.ts';

/** What a build has done. */
export interface BuildReport {
  printed: PrintedSheet[];
  manifest: ManifestEntry[];
  warnings: Problem[];
}

/** What a build tells while it runs. */
export interface Progress {
  /** A stage begins. */
  stage(name: string): void;
  /** One of the sheets of a stage is done. @param id such as `clinic/es/handout` */
  step(id: string, done: number, total: number): void;
  tell(message: string): void;
}

/**
 * The whole build: content -> sheets -> html -> pdf -> dist.
 * @throws {PressError} with all errors of the first stage that has any; the last output then stays
 */
export async function runPress(settings: Settings, progress: Progress): Promise<BuildReport> {
  progress.stage('Reading the content');
  const content = await readContent(settings);
  const sheets = buildSheets({ ...content, settings });

  progress.stage('Making the pages');
  const { value: site, problems: siteProblems } = await buildSite(sheets, content, settings);
  stopOnErrors(siteProblems);

  progress.stage('Printing the sheets');
  // The cards and the print lists belong to no sheet.
  const total = 1 + site.printLists.length + sheets.flatMap(({ files }) => files).length;
  let done = 0;
  const {
    value: printed,
    others,
    problems: printProblems,
  } = await printSheets(sheets, {
    site,
    tools: content.tools,
    settings,
    onPrinted: ({ id }) => progress.step(id, ++done, total),
    tell: (message) => progress.tell(message),
  });
  stopOnErrors(printProblems);

  progress.stage('Writing the output');
  const manifest = await publish(
    { site, printed, others, tools: content.tools, sourceLocale: settings.sourceLocale },
    settings.output,
  );
  const warnings = sortProblems([...content.warnings, ...siteProblems, ...printProblems]);
  return { printed, manifest, warnings };
}
