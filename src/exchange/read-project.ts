import { readRecords, type Records } from '../clinic/read-records.ts';
import { createReferenceLookup } from '../clinic/references.ts';
import type { Handout } from '../handout/handout.ts';
import { readHandouts } from '../handout/read-handouts.ts';
import { readPictures } from '../handout/read-pictures.ts';
import { type Language, readLanguages } from '../i18n/languages.ts';
import { catalogueFile, NOTES_FILE } from '../i18n/messages.ts';
import { error, type Problem, stopOnErrors } from '../problem.ts';
import type { Settings } from '../settings.ts';
import { suggestNames } from '../nearest-names.ts';
import { type Glossary, readGlossary } from '../translation/glossary.ts';
import { decodeRaw, type RawFile, readRaw } from './raw-file.ts';
import type { StringFile } from './string-places.ts';

/** All of a project that can be translated into one language. */
export interface ExchangeProject {
  sourceLocale: string;
  language: Language;
  handouts: Handout[];
  /** Interface strings, programs and clinics. */
  strings: StringFile[];
  /** What each interface string is for: the text of `locales/ui-notes.yaml`. */
  purposes: string;
  glossary: Glossary;
  /** Files that hold translations, as they stand on disk, by their paths. */
  files: ReadonlyMap<string, RawFile>;
}

/**
 * Reads what is needed to exchange the translations of a language. Other languages are not read: their faults stop
 * nothing here. A language may have no file at all yet, only its place in the list of languages.
 * @param edited whole texts of files that are to be taken in place of what is on disk, by their paths
 * @throws {PressError} for a language that is not known, and for errors in what is to be translated
 */
export async function readExchangeProject(
  settings: Settings,
  locale: string,
  edited: ReadonlyMap<string, string> = new Map(),
): Promise<ExchangeProject> {
  const { root, sourceLocale } = settings;
  const languages = await readLanguages(root);
  stopOnErrors(languages.problems);
  const all = languages.value ?? [];
  const language = findLanguage(all, locale, sourceLocale);
  const pair = all.filter(({ tag }) => tag === locale || tag === sourceLocale);
  const records = await readRecords({ ...settings, clinicTable: undefined }, all);
  const pictures = await readPictures(root);
  const { programs, unreadPrograms } = records.value;
  const handouts = await readHandouts(settings, all, {
    referencesOf: createReferenceLookup(pair, programs, settings),
    unreadPrograms,
    pictures: pictures.value ?? new Map(),
  });
  const glossary = await readGlossary(
    root,
    all.map(({ tag }) => tag),
  );
  const isOther = ({ where }: Problem): boolean =>
    all.some(({ tag }) => !pair.some((one) => one.tag === tag) && where.file.endsWith(`/${tag}.md`));
  stopOnErrors([
    ...[records, pictures, glossary].flatMap(({ problems }) => problems),
    ...handouts.problems.filter((problem) => !isOther(problem)),
  ]);

  const found = handouts.value ?? [];
  const translations = found.map(({ source }) => source.file.replace(/[^/]+$/, `${locale}.md`));
  const places = stringFiles(records.value, sourceLocale, locale);
  const paths = [NOTES_FILE, ...places.flatMap(({ original, target }) => [original, target]), ...translations];
  const files = await readAll(root, [...new Set(paths)], edited);
  return {
    sourceLocale,
    language,
    handouts: found,
    strings: places.flatMap(({ kind, original, target }): StringFile[] => {
      const sourceText = files.get(original)?.text;
      return sourceText === undefined ? [] : [{ kind, original, sourceText, targetText: files.get(target)?.text }];
    }),
    purposes: files.get(NOTES_FILE)?.text ?? '',
    glossary: glossary.value ?? { terms: {}, lineOf: () => 1 },
    files,
  };
}

type StringFilePlace = Pick<StringFile, 'kind' | 'original'> & { target: string };

function stringFiles({ programs, clinics }: Records, sourceLocale: string, locale: string): StringFilePlace[] {
  const record = (kind: StringFile['kind'], file: string): StringFilePlace => ({ kind, original: file, target: file });
  return [
    { kind: 'interface', original: catalogueFile(sourceLocale), target: catalogueFile(locale) },
    ...programs.map(({ file }) => record('program', file)),
    ...clinics.map(({ file }) => record('clinic', file)),
  ];
}

function findLanguage(languages: readonly Language[], locale: string, sourceLocale: string): Language {
  const language = languages.find(({ tag }) => tag === locale);
  const others = languages.map(({ tag }) => tag).filter((tag) => tag !== sourceLocale);
  if (language && locale !== sourceLocale) return language;
  const what =
    locale === sourceLocale
      ? `"${locale}" is the language that is translated from.`
      : `"${locale}" is not a language of this press.`;
  const fix = locale === sourceLocale ? `use one of: ${others.join(', ')}.` : suggestNames(locale, others);
  stopOnErrors([error('LANGUAGE', what, fix)]);
  throw new Error('An error did not stop the reading.');
}

async function readAll(
  root: string,
  files: readonly string[],
  edited: ReadonlyMap<string, string>,
): Promise<Map<string, RawFile>> {
  const read = await Promise.all(
    files.map(async (file) => {
      const text = edited.get(file);
      return { file, ...(text === undefined ? await readRaw(root, file) : decodeRaw(Buffer.from(text), file)) };
    }),
  );
  stopOnErrors(read.flatMap(({ problems }) => problems));
  return new Map(read.flatMap(({ file, value }): [string, RawFile][] => (value ? [[file, value]] : [])));
}
