import { join, relative } from 'node:path';
import { EXPORT_FORMATS, exportName } from '../src/exchange/export-format.ts';
import type { ExchangeFile } from '../src/exchange/exchange-file.ts';
import { exchangeFiles } from '../src/exchange/exchange-files.ts';
import { readExchangeProject } from '../src/exchange/read-project.ts';
import { writeFiles } from '../src/write-files.ts';
import { suggestNames } from '../src/nearest-names.ts';
import type { ExportOptions } from './commands/translate.ts';
import { counted } from './counted.ts';
import { projectSettings } from './project-settings.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/**
 * Writes the files of one language for translators, and tells what is in them.
 * @throws {PressError} for a language, handout or format that is not known, and for content that cannot be exported
 */
export async function exportTranslation(language: string, typed: ExportOptions, terminal: Terminal): Promise<void> {
  const format = Object.hasOwn(EXPORT_FORMATS, typed.format) ? EXPORT_FORMATS[typed.format] : undefined;
  if (!format) {
    const fix = suggestNames(typed.format, Object.keys(EXPORT_FORMATS));
    throw new UsageError('--format', `"${typed.format}" is not a format of the export.`, fix);
  }
  const settings = await projectSettings({ content: typed.content });
  const project = await readExchangeProject(settings, language);
  const files = chooseFiles(exchangeFiles(project), typed.handout);
  const folder = typed.output ?? join('to-translate', language);
  const written = files.map((file) => ({ file, path: join(folder, exportName(file, format.ending)) }));
  await writeFiles('', new Map(written.map(({ file, path }) => [path, format.write(file)])));

  const rows = written.map(({ file, path }) => ({ path: relative(process.cwd(), path), ...countOf(file) }));
  for (const { path, texts, missing, stale, drafts } of rows) {
    const open = [
      ...(missing > 0 ? [`${missing} not translated`] : []),
      ...(stale > 0 ? [`${stale} of an older source`] : []),
      ...(drafts > 0 ? [`${drafts} drafts to check`] : []),
    ];
    terminal.tell(`  ${path}  ${counted(texts, 'text')}${open.length > 0 ? `: ${open.join(', ')}` : ''}`);
  }
  terminal.tell('Give these files to the translator. Take them back by: npx handouts translate import FILE…');
  terminal.answer({ language, format: typed.format, files: rows });
}

function chooseFiles(files: readonly ExchangeFile[], wanted: readonly string[] | undefined): ExchangeFile[] {
  if (!wanted) return [...files];
  const handouts = files.filter(({ kind }) => kind === 'handout');
  const names = handouts.map(({ name }) => name);
  const unknown = wanted.find((id) => !names.includes(id));
  if (unknown !== undefined) {
    throw new UsageError('--handout', `There is no handout "${unknown}".`, suggestNames(unknown, names));
  }
  return handouts.filter(({ name }) => wanted.includes(name));
}

function countOf({ groups }: ExchangeFile) {
  const passages = groups.flatMap((group) => group.passages);
  return {
    texts: passages.length,
    missing: passages.filter(({ target }) => target === undefined).length,
    stale: passages.filter(({ target, former }) => target !== undefined && former !== undefined).length,
    drafts: passages.filter(
      ({ target, former, state }) => target !== undefined && former === undefined && state === 'initial',
    ).length,
  };
}
