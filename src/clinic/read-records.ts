import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Language } from '../i18n/languages.ts';
import { error, type Problem } from '../problem.ts';
import { type LineFinder, parseRecord } from '../read-record.ts';
import { readText } from '../read-text.ts';
import type { Settings } from '../settings.ts';
import { checkSlug } from '../slug.ts';
import { checkPrograms, PROGRAMS } from './check-programs.ts';
import { parseLogo } from './logo.ts';
import type { ClinicTableCheck } from './parse-clinic-table.ts';
import { readClinicTable } from './read-clinic-table.ts';
import { type Clinic, clinicSchema, type Program, programSchema } from './record-schemas.ts';

const CLINICS = 'content/clinics';

/** Every clinic and program of the project. */
export interface Records {
  /** Clinics with a file of their own, in the order of its name: these have pages of the website too. */
  clinics: Clinic[];
  /** Clinics of the table of a network, in the order of their ids: these have PDFs only. */
  network: Clinic[];
  /** In the order of their file names. */
  programs: Program[];
  /** Names of all clinic files, also of those with an error. */
  clinicIds: string[];
  /** Programs that could not be read: their facts are not missing, only unread. */
  unreadPrograms: string[];
}

/**
 * Reads and checks all records; a clinic's references to programs too.
 * @param languages whose names the table of a network may use
 */
export async function readRecords(
  settings: Settings,
  languages: readonly Language[],
): Promise<{ value: Records; problems: Problem[] }> {
  const [clinicFiles, programFiles] = await Promise.all([
    readFolder(settings.root, CLINICS, clinicSchema(settings.country), true),
    readFolder(settings.root, PROGRAMS, programSchema(settings.country), false),
  ]);
  const programs = programFiles.records.map(({ value, ...place }) => ({ ...value, ...place }));
  const problems = [...clinicFiles.problems, ...programFiles.problems];
  const programIds = programFiles.ids;
  const clinics: Clinic[] = [];
  for (const { id, file, value, lineOf } of clinicFiles.records) {
    problems.push(
      ...checkPrograms(value.programs, programIds, (index) => ({ file, line: lineOf(['programs', index]) })),
    );
    const logo = await readLogo(settings.root, value.logo, { file, line: lineOf(['logo']) });
    problems.push(...logo.problems);
    clinics.push({ ...value, id, file, lineOf, ...(logo.value && { logoImage: logo.value }) });
  }
  const network = await readNetwork(settings, { languages, programIds, takenIds: clinicFiles.ids });
  problems.push(...network.problems);
  const unreadPrograms = programIds.filter((id) => !programs.some((program) => program.id === id));
  return {
    value: { clinics, network: network.value, programs, clinicIds: clinicFiles.ids, unreadPrograms },
    problems,
  };
}

async function readNetwork(
  { clinicTable, country }: Settings,
  check: Omit<ClinicTableCheck, 'country'>,
): Promise<{ value: Clinic[]; problems: Problem[] }> {
  return clinicTable === undefined
    ? { value: [], problems: [] }
    : await readClinicTable(clinicTable, { ...check, country });
}

async function readLogo(root: string, logo: string | undefined, where: { file: string; line: number }) {
  if (logo === undefined) return { problems: [] };
  const bytes = await readFile(join(root, CLINICS, logo)).catch(() => undefined);
  if (bytes) return parseLogo(bytes, logo, where);
  return {
    problems: [error(where, `There is no file ${CLINICS}/${logo}.`, 'put the logo there, or remove this line.')],
  };
}

/** Reads every record of a folder; a press needs at least one clinic, but no program. */
async function readFolder<S extends z.ZodType>(root: string, folder: string, schema: S, isNeeded: boolean) {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
  const names = entries
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();
  const files = names.filter((name) => name.endsWith('.yaml'));
  const problems: Problem[] = names
    .filter((name) => name.endsWith('.yml'))
    .map((name) => error(`${folder}/${name}`, 'This file is not read.', 'give its name the ending .yaml.'));
  const records: { id: string; file: string; value: z.infer<S>; lineOf: LineFinder }[] = [];
  for (const name of files) {
    const file = `${folder}/${name}`;
    const id = name.slice(0, -'.yaml'.length);
    problems.push(...checkSlug(id, file));
    const text = await readText(join(root, folder, name), file);
    problems.push(...text.problems);
    if (text.value === undefined) continue;
    const parsed = parseRecord(text.value, schema, file);
    problems.push(...parsed.problems);
    if (parsed.value !== undefined) records.push({ id, file, value: parsed.value, lineOf: parsed.lineOf });
  }
  if (isNeeded && files.length === 0) {
    problems.push(error(folder, 'There is no record here.', 'add at least one .yaml file; see the README.'));
  }
  return { ids: files.map((name) => name.slice(0, -'.yaml'.length)), records, problems };
}
