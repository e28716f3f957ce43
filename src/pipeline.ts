import { cacheKey } from './cache-key.ts';
import { type DaysHeld, daysHeld } from './days-held.ts';
import { buildSheets, type Sheet } from './html/build-sheets.ts';
import { buildSite, type Site } from './html/build-site.ts';
import { type DrawnImage, drawShareImages } from './pdf/draw-share-images.ts';
import { printOthers } from './pdf/print-directly.ts';
import { openPrintShop, type PrintShop } from './pdf/print-shop.ts';
import type { PrintedFile, PrintedSheet } from './pdf/printed-file.ts';
import type { PrintCache } from './print-cache.ts';
import { type Problem, sortProblems, stopOnErrors } from './problem.ts';
import { describeSheet, type ManifestEntry, type NetworkListEntry, type Shard } from './publish/manifest.ts';
import { formatManifest, MANIFEST_FILE } from './publish/manifest-file.ts';
import { NetworkList, networkListPath } from './publish/network-list.ts';
import type { Output } from './publish/open-output.ts';
import { writeSheets, writeSite } from './publish/publish.ts';
import { replaceOutput } from './publish/replace-output.ts';
import { type Content, readContent } from './read-content.ts';
import type { Settings } from './settings.ts';
import { stampNetwork } from './stamp/stamp-network.ts';
import { findPlaceholders } from './translation/find-placeholders.ts';
import { takeRelease } from './take-release.ts';
import type { LeftOut } from './translation/select-release.ts';
import { type StampContext, stampSheets } from './stamp/stamp-sheets.ts';
import { planWork, type WorkPlan } from './stamp/plan-work.ts';

/** What a build has done. */
export interface BuildReport {
  printed: PrintedSheet[];
  manifest: ManifestEntry[];
  /** The lists of what was made for the clinics of the network. */
  network: NetworkListEntry[];
  /** How many clinics of the network something was made for. */
  networkClinics: number;
  warnings: Problem[];
  /** Only of a release: what is not in it, and why. */
  leftOut?: LeftOut[];
  /** On other days the same content makes another output: a program’s facts grow old. */
  held: DaysHeld;
}

/** What a build tells while it runs. */
export interface Progress {
  /** A stage begins. */
  stage(name: string): void;
  /** One of the sheets of a stage is done. @param id such as `clinic/es/handout` */
  step(id: string, done: number, total: number): void;
  tell(message: string): void;
}

/** What a build may be given besides its settings. */
export interface PressOptions {
  /** What earlier builds have printed. */
  cache?: PrintCache;
  /** Hash of all inputs, which the parts of a build share. */
  plan?: string;
}

/**
 * The whole build: content -> sheets -> html -> pdf -> stamp -> dist.
 * @throws {PressError} with all errors of the first stage that has any; the last output then stays
 */
export async function runPress(
  settings: Settings,
  progress: Progress,
  { cache, plan = '' }: PressOptions = {},
): Promise<BuildReport> {
  progress.stage('Reading the content');
  const all = await readContent(settings);
  const { content, leftOut } = settings.isRelease ? takeRelease(all, settings) : { content: all, leftOut: undefined };
  stopOnErrors(findPlaceholders(content));
  const sheets = buildSheets({ ...content, settings });
  const work = planWork(sheets, content, settings);

  progress.stage('Making the pages');
  const { value: site, problems: siteProblems } = await buildSite(sheets, content, settings, cache);
  stopOnErrors(siteProblems);

  const held = daysHeld(
    content.records.programs.map(({ reviewBy }) => reviewBy),
    settings.today,
  );
  progress.stage('Printing the sheets');
  const context: StampContext = {
    ...{ site, settings, cache, tools: content.tools, languages: content.languages, fonts: content.fonts },
    onPrinted: countSteps(progress, site, work),
    tell: (message) => progress.tell(message),
  };
  const shop = await openPrintShop(context);
  try {
    const { value: printed, others, shareImages, problems } = await printOwn(work, { sheets, shop, context });
    stopOnErrors(problems);
    const made = await replaceOutput(settings.output, async (output) => {
      const network = await printNetwork(work, { sheets, content, shop, context }, output);
      stopOnErrors(network.problems);
      progress.stage('Writing the output');
      const { sourceLocale, address, mainClinic } = settings;
      const parts = {
        ...{ site, printed, others, shareImages, tools: content.tools, leftOut },
        sourceLocale,
        address,
        mainClinic,
      };
      const files = await (work.hasSite ? writeSite(parts, output) : writeSheets(printed, output));
      const shard = settings.shard && shardOf(settings.shard, cacheKey(plan, JSON.stringify(held)));
      output.write(MANIFEST_FILE, formatManifest({ files, network: network.lists, shard }));
      return { manifest: files, network: network.lists, problems: network.problems };
    });
    return {
      printed,
      ...{ manifest: made.manifest, network: made.network },
      networkClinics: new Set(work.units.flatMap(({ wanted }) => [...wanted])).size,
      warnings: sortProblems([...content.warnings, ...siteProblems, ...problems, ...made.problems]),
      ...(leftOut && { leftOut }),
      held,
    };
  } finally {
    await shop.close();
  }
}

/** Parts count from one where people read of them. Those of another day may say otherwise, so the days are in the plan. */
function shardOf({ index, count }: NonNullable<Settings['shard']>, plan: string): Shard {
  return { index: index + 1, count, plan };
}

/** Prints the sheets of the clinics that have pages, and with the website also cards, print lists and pictures of pages. */
async function printOwn(
  { own, hasSite }: WorkPlan,
  { sheets, shop, context }: { sheets: readonly Sheet[]; shop: PrintShop; context: StampContext },
): Promise<{ value: PrintedSheet[]; others: PrintedFile[]; shareImages: DrawnImage[]; problems: Problem[] }> {
  const others = hasSite ? await printOthers(shop, context) : { value: [], problems: [] };
  const images = hasSite ? await drawShareImages(shop, context) : { value: [], problems: [] };
  const { value, problems } = await stampSheets(sheets, shop, context, new Set(own));
  return {
    ...{ value, others: others.value, shareImages: images.value },
    problems: [...others.problems, ...images.problems, ...problems],
  };
}

/** Stamps the sheets of the network, and writes each as it is made. */
async function printNetwork(
  { units }: WorkPlan,
  parts: { sheets: readonly Sheet[]; content: Content; shop: PrintShop; context: StampContext },
  output: Output,
): Promise<{ lists: NetworkListEntry[]; problems: Problem[] }> {
  const { sheets, content, shop, context } = parts;
  const { settings } = context;
  const lists: NetworkListEntry[] = [];
  const models = sheets.filter(({ clinic }) => clinic.id === settings.mainClinic);
  const problems = await stampNetwork(units, models, shop, {
    ...context,
    sheetContext: { ...content, settings },
    openSink: ({ language, bucket }) => {
      const list = new NetworkList(output, networkListPath(language.tag, bucket));
      return {
        write: (stamped) => list.write(stamped.pdf, stamped.chunks, describeSheet(stamped)),
        finish: () => lists.push(list.finish()),
      };
    },
  });
  return { lists, problems };
}

function countSteps(
  progress: Progress,
  { printLists, shareImages }: Site,
  { own, units, hasSite }: WorkPlan,
): (id: string) => void {
  const ofNetwork = units.reduce((sum, { clinics, files }) => sum + clinics.length * files, 0);
  // The cards, the print lists and the pictures belong to no sheet.
  const ofSite = hasSite ? 1 + printLists.length + shareImages.length : 0;
  const total = ofSite + own.flatMap(({ files }) => files).length + ofNetwork;
  let done = 0;
  return (id) => progress.step(id, ++done, total);
}
