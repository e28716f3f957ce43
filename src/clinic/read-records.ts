import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Language } from '../i18n/languages.ts';
import { type Checked, error, type Problem } from '../problem.ts';
import { type LineFinder, parseRecord } from '../read-record.ts';
import { readText } from '../read-text.ts';
import type { Settings } from '../settings.ts';
import { checkSlug } from '../slug.ts';
import { parseLogo } from './logo.ts';
import { type Clinic, clinicSchema, type Program, programSchema } from './record-schemas.ts';

const CLINICS = 'content/clinics';
const PROGRAMS = 'content/programs';

/** Every clinic and program of the project, each in the order of its file name. */
export interface Records {
  clinics: Clinic[];
  programs: Program[];
}

/** Reads and checks all records; a clinic's references to programs and languages too. */
export async function readRecords(settings: Settings, languages: readonly Language[]): Promise<Checked<Records>> {
  const [clinicFiles, programFiles] = await Promise.all([
    readFolder(settings.root, CLINICS, clinicSchema(settings.country)),
    readFolder(settings.root, PROGRAMS, programSchema(settings.country)),
  ]);
  const programs = programFiles.records.map(({ value, ...place }) => ({ ...value, ...place }));
  const problems = [...clinicFiles.problems, ...programFiles.problems];
  const tags = languages.map(({ tag }) => tag);
  const programIds = programFiles.files.map((file) => file.slice(0, -'.yaml'.length));
  const clinics: Clinic[] = [];
  for (const { id, file, value, lineOf } of clinicFiles.records) {
    problems.push(
      ...checkNames(value.programs, programIds, 'program', (index) => ({ file, line: lineOf(['programs', index]) })),
      ...checkNames(value.languages ?? [], tags, 'language', (index) => ({ file, line: lineOf(['languages', index]) })),
    );
    const logo = await readLogo(settings.root, value.logo, { file, line: lineOf(['logo']) });
    problems.push(...logo.problems);
    clinics.push({ ...value, id, file, lineOf, ...(logo.value && { logoImage: logo.value }) });
  }
  return { value: { clinics, programs }, problems };
}

async function readLogo(root: string, logo: string | undefined, where: { file: string; line: number }) {
  if (logo === undefined) return { problems: [] };
  const bytes = await readFile(join(root, CLINICS, logo)).catch(() => undefined);
  if (bytes) return parseLogo(bytes, logo, where);
  return {
    problems: [error(where, `There is no file ${CLINICS}/${logo}.`, 'put the logo there, or remove this line.')],
  };
}

function checkNames(
  names: readonly string[],
  known: readonly string[],
  kind: string,
  placeOf: (index: number) => { file: string; line: number },
): Problem[] {
  return names.flatMap((name, index) =>
    known.includes(name)
      ? []
      : [error(placeOf(index), `There is no ${kind} "${name}".`, `use one of: ${known.join(', ')}.`)],
  );
}

async function readFolder<S extends z.ZodType>(root: string, folder: string, schema: S) {
  const names = (await readdir(join(root, folder)).catch(() => [])).sort();
  const files = names.filter((name) => name.endsWith('.yaml'));
  const problems: Problem[] = [];
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
  if (files.length === 0)
    problems.push(error(folder, 'There is no record here.', 'add at least one .yaml file; see the README.'));
  return { files, records, problems };
}
