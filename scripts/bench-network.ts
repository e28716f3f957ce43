import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clinic } from '../src/clinic/record-schemas.ts';
import { buildSheets, type Sheet, type SheetContext } from '../src/html/build-sheets.ts';
import { buildSite } from '../src/html/build-site.ts';
import { printDirectly } from '../src/pdf/print-directly.ts';
import { openPrintShop } from '../src/pdf/print-shop.ts';
import { stopOnErrors } from '../src/problem.ts';
import { readContent } from '../src/read-content.ts';
import type { Settings } from '../src/settings.ts';
import type { Subject } from './bench-subject.ts';
import { sampleNetwork } from './sample-network.ts';

/** Latin, right to left, clusters of letters, and a font of thousands. */
const LANGUAGES = ['en', 'ar', 'km', 'zh-Hant'];
/** Clinics whose panels are printed: about as many as a bucket of the press holds. */
export const CLINICS = 250;

/** What is stamped in the measurements: the real handouts, for a network of clinics that do not exist. */
export interface NetworkSubject extends Subject {
  /** Sheets of the main clinic, in one form each. */
  sheets: Sheet[];
  clinics: readonly Clinic[];
  sheetContext: SheetContext;
}

/** Reads the shipped handouts in a few languages and a sample network, and makes the pages of the main clinic. */
export async function buildNetworkSubject(given: Settings): Promise<NetworkSubject> {
  const settings: Settings = { ...given, forms: ['standard'], packs: [] };
  const { handouts, ...content } = await readWithNetwork(settings);
  const chosen = handouts.map((handout) => {
    return { ...handout, texts: handout.texts.filter(({ locale }) => LANGUAGES.includes(locale)) };
  });
  const sheetContext = { ...content, handouts: chosen, settings };
  const sheets = buildSheets(sheetContext).filter(({ clinic }) => clinic.id === settings.mainClinic);
  const { value: site, problems } = await buildSite(sheets, sheetContext, settings);
  stopOnErrors(problems);
  const context = { ...content, site, settings };
  return { sheets, site, context, clinics: content.records.network, sheetContext };
}

/** The sheets that can be printed directly: with the whole panel in its place, one or another is too long for its paper. */
export async function directSubject({ sheets, site, context }: NetworkSubject): Promise<Subject> {
  const shop = await openPrintShop(context);
  try {
    const { value } = await printDirectly(sheets, shop, context);
    return { sheets: value.map(({ sheet }) => sheet), site, context };
  } finally {
    await shop.close();
  }
}

async function readWithNetwork(settings: Settings) {
  const folder = await mkdtemp(join(tmpdir(), 'handout-press-bench-'));
  try {
    const clinicTable = join(folder, 'network.csv');
    await writeFile(clinicTable, sampleNetwork(CLINICS));
    return await readContent({ ...settings, clinicTable });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
