import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExchangeFile } from '../../src/exchange/exchange-file.ts';
import { exchangeFiles } from '../../src/exchange/exchange-files.ts';
import { importTranslations, type TranslationImport } from '../../src/exchange/import-translations.ts';
import { parseReturned } from '../../src/exchange/read-returned.ts';
import { readExchangeProject } from '../../src/exchange/read-project.ts';
import { writePo } from '../../src/exchange/write-po.ts';
import { writeXliff } from '../../src/exchange/write-xliff.ts';
import { fixtureSettings } from '../fixture-site.ts';

export const WRITERS = { xliff: writeXliff, po: writePo } as const;

/** What a site exports for a language, by the name of the file: `water`, `locales/ui`. */
export async function exportOf(root: string, locale = 'ar'): Promise<Map<string, ExchangeFile>> {
  const project = await readExchangeProject(await fixtureSettings(root), locale);
  return new Map(exchangeFiles(project).map((file) => [file.name, file]));
}

/** The exported XLIFF of one file. */
export async function xliffOf(root: string, name = 'water', locale = 'ar'): Promise<string> {
  const file = (await exportOf(root, locale)).get(name);
  if (!file) throw new Error(`The site exports no "${name}".`);
  return writeXliff(file);
}

/** The exported PO of one file. */
export async function poOf(root: string, name = 'water', locale = 'ar'): Promise<string> {
  const file = (await exportOf(root, locale)).get(name);
  if (!file) throw new Error(`The site exports no "${name}".`);
  return writePo(file);
}

/** Imports the texts of files that came back. */
export async function importInto(root: string, texts: readonly string[], locale = 'ar'): Promise<TranslationImport> {
  const read = texts.map((text, index) => parseReturned(Buffer.from(text), `back-${index + 1}`));
  const problems = read.flatMap((checked) => checked.problems);
  if (problems.length > 0) return { files: [], problems };
  const project = await readExchangeProject(await fixtureSettings(root), locale);
  return importTranslations(
    read.flatMap(({ value }) => value ?? []),
    project,
    'human-draft',
  );
}

/** The text that an import makes of a file; nothing if it leaves it as it is. */
export function afterOf({ files }: TranslationImport, file: string): string | undefined {
  return files.find((each) => each.file === file)?.after;
}

/** A file of a site as it stands on disk. */
export async function onDisk(root: string, file: string): Promise<string> {
  return readFile(join(root, file), 'utf8');
}

/** Sets the target of a unit of XLIFF, and says that it is translated. */
export function translate(xliff: string, id: string, target: string): string {
  const unit = new RegExp(`<unit id="${id.replaceAll('.', '\\.')}">[^]*?</unit>`).exec(xliff)?.[0];
  if (unit === undefined) throw new Error(`There is no unit ${id}.`);
  const changed = unit
    .replace(/\s*<target>[^]*<\/target>/, '')
    .replace('</source>', `</source><target>${target}</target>`)
    .replace(/state="\w+"/, 'state="translated"');
  return xliff.replace(unit, () => changed);
}
