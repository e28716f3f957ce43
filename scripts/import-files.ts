import type { FileImport, PassageChange } from '../src/exchange/import-result.ts';
import { importTranslations, sameLanguage } from '../src/exchange/import-translations.ts';
import { readExchangeProject } from '../src/exchange/read-project.ts';
import { readReturnedFile } from '../src/exchange/read-returned.ts';
import type { ReturnedFile } from '../src/exchange/returned.ts';
import { wordChanges } from '../src/exchange/word-changes.ts';
import { writeFiles } from '../src/write-files.ts';
import { gateEdits } from '../src/gate-edits.ts';
import { type Language, readLanguages } from '../src/i18n/languages.ts';
import { suggestNames } from '../src/nearest-names.ts';
import { error, type Problem, sortProblems, stopOnErrors } from '../src/problem.ts';
import type { Settings } from '../src/settings.ts';
import type { ImportOptions } from './commands/translate.ts';
import { counted } from './counted.ts';
import { projectSettings } from './project-settings.ts';
import type { Colours, Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

const MAKERS = { person: 'human-draft', machine: 'machine-draft' } as const;

/**
 * Takes returned files into the project, all or none: they are written only if the project would still pass every check
 * of a build.
 * @throws {PressError} with all that is wrong with them
 */
export async function importFiles(paths: string[], typed: ImportOptions, terminal: Terminal): Promise<void> {
  const maker = Object.entries(MAKERS).find(([name]) => name === typed.madeBy);
  if (!maker) {
    const fix = suggestNames(typed.madeBy, Object.keys(MAKERS));
    throw new UsageError('--made-by', `"${typed.madeBy}" is not a maker of a translation.`, fix);
  }
  const settings = await projectSettings({ content: typed.content });
  const languages = await readLanguages(settings.root);
  const read = await Promise.all([...new Set(paths)].map(readReturnedFile));
  stopOnErrors([...languages.problems, ...read.flatMap(({ problems }) => problems)]);
  const byLanguage = sortByLanguage(
    read.flatMap(({ value }) => value ?? []),
    languages.value ?? [],
    settings,
  );
  const imports: { file: FileImport; locale: string }[] = [];
  const problems: Problem[] = [];
  let texts: ReadonlyMap<string, string> = new Map();
  for (const [{ tag }, files] of byLanguage) {
    const project = await readExchangeProject(settings, tag, texts);
    const imported = importTranslations(files, project, maker[1]);
    problems.push(...imported.problems);
    imports.push(...imported.files.map((file) => ({ file, locale: tag })));
    // A record holds all languages: what one has changed, the next goes on from.
    texts = new Map([...texts, ...editsOf(imported.files).map(({ file, text }): [string, string] => [file, text])]);
  }
  stopOnErrors(problems);
  const edits = [...texts].map(([file, text]) => ({ file, text }));
  if (edits.length > 0) stopOnErrors(await gateEdits(settings, edits));
  for (const { file, locale } of imports) showImport(file, locale, terminal);
  if (!typed.dryRun) await writeFiles(settings.root, texts);
  tellResult(imports, typed, terminal);
  terminal.problems(sortProblems(problems));
}

function editsOf(files: readonly FileImport[]): { file: string; text: string }[] {
  return files.flatMap(({ file, after }) => (after === undefined ? [] : [{ file, text: after }]));
}

function sortByLanguage(
  files: readonly ReturnedFile[],
  languages: readonly Language[],
  { sourceLocale }: Settings,
): Map<Language, ReturnedFile[]> {
  const byLanguage = new Map<Language, ReturnedFile[]>();
  const problems: Problem[] = [];
  for (const file of files) {
    const language = languages.find(({ tag }) => tag !== sourceLocale && sameLanguage(tag, file.locale));
    if (language) byLanguage.set(language, [...(byLanguage.get(language) ?? []), file]);
    else {
      const tags = languages.map(({ tag }) => tag).filter((tag) => tag !== sourceLocale);
      const what = `The language of this file, "${file.locale}", is not one that the press translates into.`;
      problems.push(error(file.file, what, suggestNames(file.locale, tags)));
    }
  }
  stopOnErrors(problems);
  return byLanguage;
}

function showImport({ file, changes, renewed }: FileImport, locale: string, terminal: Terminal): void {
  if (changes.length === 0 && renewed.length === 0) return;
  terminal.tell(terminal.colours.bold(file));
  for (const change of changes) {
    terminal.tell(`  ${change.id}`);
    terminal.tell(`    ${paintChange(change, locale, terminal.colours)}`);
  }
  if (renewed.length > 0) terminal.tell(`  now up to date with the source it was made from: ${renewed.join(', ')}`);
}

/** Also to be read without colours: `[-old-]{+new+}`, as git writes it. */
function paintChange({ before = '', after }: PassageChange, locale: string, { red, green }: Colours): string {
  return wordChanges(before, after, locale)
    .map(({ text, change }) => {
      if (change === 'same') return text;
      return change === 'added' ? green(`{+${text}+}`) : red(`[-${text}-]`);
    })
    .join('');
}

function tellResult(
  imports: readonly { file: FileImport }[],
  { dryRun = false }: ImportOptions,
  terminal: Terminal,
): void {
  const changed = imports.map(({ file }) => file).filter(({ after }) => after !== undefined);
  const texts = changed.reduce((sum, { changes }) => sum + changes.length, 0);
  if (changed.length === 0) terminal.tell('Nothing in these files differs from the project.');
  else {
    const verb = dryRun ? 'would change' : 'changed';
    terminal.tell(`${counted(texts, 'text')} ${verb} in ${counted(changed.length, 'file')}.`);
  }
  const files = changed.map(({ file, changes, renewed }) => ({ file, changes, renewed }));
  terminal.answer({ isWritten: !dryRun && changed.length > 0, files });
}
