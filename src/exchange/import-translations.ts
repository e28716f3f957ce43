import { error, type Problem } from '../problem.ts';
import type { ExchangeFile } from './exchange-file.ts';
import { exchangeFiles } from './exchange-files.ts';
import { groupReturned } from './group-returned.ts';
import { type HandoutToImport, importHandout } from './import-handout.ts';
import type { FileImport } from './import-result.ts';
import { importStrings } from './import-strings.ts';
import { encodeRaw } from './raw-file.ts';
import type { ExchangeProject } from './read-project.ts';
import type { ReturnedFile } from './returned.ts';

/** What returned files make of a project. Nothing is written yet. */
export interface TranslationImport {
  files: FileImport[];
  problems: Problem[];
}

/**
 * Takes returned files of one language into a project: only the texts that differ are written anew, and each section
 * that came back whole names the source it was made from. A review is never recorded: it is a person's own statement.
 */
export function importTranslations(
  returned: readonly ReturnedFile[],
  project: ExchangeProject,
  draft: HandoutToImport['draft'],
): TranslationImport {
  const exchange = exchangeFiles(project);
  const { byFile, problems } = groupReturned(returned, exchange);
  problems.push(...returned.flatMap((file) => checkSourceLocale(file, project)));
  const files = [...byFile].map(([file, groups]): FileImport => {
    const imported = file.kind === 'handout' ? ofHandout(file, groups) : ofStrings(file, groups);
    const raw = project.files.get(file.target);
    const { after } = imported;
    return after === undefined || !raw ? imported : { ...imported, after: encodeRaw(raw, after) };
  });
  return { files, problems: [...problems, ...files.flatMap((file) => file.problems)] };

  function ofHandout(file: ExchangeFile, groups: Parameters<typeof importHandout>[0]): FileImport {
    const handout = project.handouts.find(({ id }) => id === file.name);
    if (!handout) throw new Error(`There is no handout ${file.name}.`);
    const text = handout.texts.find(({ locale }) => locale === file.locale);
    const raw = text && project.files.get(text.file)?.text;
    return importHandout(groups, {
      handout,
      exchange: file,
      draft,
      ...(text && { text }),
      ...(raw !== undefined && { raw }),
    });
  }

  function ofStrings(file: ExchangeFile, groups: Parameters<typeof importStrings>[2]): FileImport {
    const strings = project.strings.find(({ original }) => original === file.original);
    if (!strings) throw new Error(`There is no file ${file.original}.`);
    return importStrings(strings, file, groups);
  }
}

function checkSourceLocale({ file, sourceLocale }: ReturnedFile, project: ExchangeProject): Problem[] {
  if (sourceLocale === undefined || sameLanguage(sourceLocale, project.sourceLocale)) return [];
  const what = `This file is translated from "${sourceLocale}"; the press translates from "${project.sourceLocale}".`;
  return [error(file, what, 'give a file that the press has exported.')];
}

/** Tools write tags in their own ways: `zh_Hant`, `ZH-HANT`. */
export function sameLanguage(a: string, b: string): boolean {
  const plain = (tag: string): string => tag.replaceAll('_', '-').toLowerCase();
  return plain(a) === plain(b);
}
