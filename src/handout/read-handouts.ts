import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Language } from '../i18n/languages.ts';
import { createMarkdown } from '../markup/create-markdown.ts';
import type { References } from '../markup/inline-text.ts';
import type { Pictures } from '../markup/picture.ts';
import { type Checked, error, type Problem } from '../problem.ts';
import { readText } from '../read-text.ts';
import type { Settings } from '../settings.ts';
import { checkSlug } from '../slug.ts';
import type { Handout, HandoutText } from './handout.ts';
import { type HandoutReading, parseSource, parseTranslation } from './parse-handout.ts';
import { type EditionFile, readEditions } from './read-editions.ts';
import { findIds } from './resolve-link.ts';

const HANDOUTS = 'content/handouts';

/** A handout file that could be read as text. */
interface HandoutFile {
  handout: string;
  language: Language;
  file: string;
  text: string;
}

/** Reads and parses every handout of the project in every language it has. */
export async function readHandouts(
  settings: Settings,
  languages: readonly Language[],
  {
    referencesOf,
    unreadPrograms,
    pictures,
    unfinished = [],
  }: {
    referencesOf: (locale: string) => References;
    unreadPrograms: readonly string[];
    pictures: Pictures;
    /** Tags of languages that are left out as yet. */
    unfinished?: readonly string[];
  },
): Promise<Checked<Handout[]>> {
  const { value: files = [], problems } = await readFiles(settings, languages, unfinished);
  const targets = new Map(files.map(({ handout, language, text }) => [`${handout}/${language.tag}`, findIds(text)]));
  const md = createMarkdown();
  const { sourceLocale } = settings;
  const handouts: Handout[] = [];
  for (const id of new Set(files.map(({ handout }) => handout))) {
    const ofHandout = files.filter(({ handout }) => handout === id);
    const reading = ({ language, file }: HandoutFile): HandoutReading => {
      return {
        md,
        settings,
        language,
        targets,
        handout: id,
        file,
        unreadPrograms,
        pictures,
        references: referencesOf(language.tag),
      };
    };
    const editions = await readEditions(settings.root, `${HANDOUTS}/${id}`);
    const parsed = parseTexts(ofHandout, { id, editions: editions.value ?? [], sourceLocale, reading });
    problems.push(...editions.problems, ...parsed.problems);
    if (parsed.value) handouts.push(parsed.value);
  }
  problems.push(...findRepeatedCodes(handouts));
  return { value: handouts, problems };
}

function parseTexts(
  files: readonly HandoutFile[],
  {
    id,
    editions,
    sourceLocale,
    reading,
  }: {
    id: string;
    editions: readonly EditionFile[];
    sourceLocale: string;
    reading: (file: HandoutFile) => HandoutReading;
  },
): Checked<Handout> {
  const sourceFile = files.find(({ language }) => language.tag === sourceLocale);
  // Missing or unreadable, which was reported when it was to be read.
  if (!sourceFile) return { problems: [] };
  const source = parseSource(sourceFile.text, reading(sourceFile));
  const translations = files
    .filter((file) => file !== sourceFile)
    .map((file) => parseTranslation(file.text, reading(file)));
  const problems = [source, ...translations].flatMap((parsed) => parsed.problems);
  if (!source.value) return { problems };
  const { text, shared } = source.value;
  const order = files.map(({ language }) => language.tag);
  const texts = [text, ...translations.flatMap(({ value }) => (value ? [value] : []))].sort(
    (a, b) => order.indexOf(a.locale) - order.indexOf(b.locale),
  );
  const { code, edition, sources, review, revisions } = shared;
  const date = revisions[0]?.date ?? '';
  const kept = new Map(
    editions.flatMap((kept): [number, HandoutText][] => {
      // What is wrong with it today, such as a link to a section that is gone, was right then.
      const parsed = parseSource(kept.text, reading({ ...sourceFile, ...kept })).value;
      return parsed ? [[kept.edition, { ...parsed.text, edition: kept.edition }]] : [];
    }),
  );
  const handout = { id, code, edition, date, revisions, editions: kept, sources, review, source: text, texts };
  return { value: handout, problems };
}

/** Files in the order of the handouts' names, then of the language list. */
async function readFiles(
  { root, sourceLocale }: Settings,
  languages: readonly Language[],
  unfinished: readonly string[],
): Promise<Checked<HandoutFile[]>> {
  const folders = await readdir(join(root, HANDOUTS), { withFileTypes: true }).catch(() => []);
  const names = folders
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  const problems: Problem[] = names.flatMap((name) => checkSlug(name, `${HANDOUTS}/${name}`));
  const files: HandoutFile[] = [];
  for (const handout of names) {
    const entries = await readdir(join(root, HANDOUTS, handout), { withFileTypes: true });
    const present = entries
      .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
      .map(({ name }) => name)
      .filter((name) => !unfinished.includes(name.slice(0, -'.md'.length)))
      .sort();
    if (!present.includes(`${sourceLocale}.md`)) {
      const what = `There is no ${sourceLocale}.md, the source of all translations.`;
      problems.push(error(`${HANDOUTS}/${handout}`, what, 'add it, or delete the folder.'));
    }
    problems.push(...findUnknownLanguages(present, `${HANDOUTS}/${handout}`, languages));
    for (const language of languages.filter(({ tag }) => present.includes(`${tag}.md`))) {
      const file = `${HANDOUTS}/${handout}/${language.tag}.md`;
      const text = await readText(join(root, file), file);
      problems.push(...text.problems);
      if (text.value !== undefined) files.push({ handout, language, file, text: text.value });
    }
  }
  if (names.length === 0)
    problems.push(error(HANDOUTS, 'There is no handout here.', 'add a folder with an en.md; see the README.'));
  return { value: files, problems };
}

function findUnknownLanguages(files: readonly string[], folder: string, languages: readonly Language[]): Problem[] {
  const known = languages.map(({ tag }) => `${tag}.md`);
  return files
    .filter((name) => !known.includes(name))
    .map((name) =>
      error(
        `${folder}/${name}`,
        `"${name.slice(0, -3)}" is not a language of this press.`,
        `name the file one of ${known.join(', ')}, or add the language to locales/languages.yaml.`,
      ),
    );
}

function findRepeatedCodes(handouts: readonly Handout[]): Problem[] {
  const first = new Map<string, string>();
  return handouts.flatMap(({ code, source }) => {
    const other = first.get(code);
    if (other === undefined) {
      first.set(code, source.file);
      return [];
    }
    return [
      error(source.file, `The code ${code} is already that of ${other}.`, 'give this handout a code of its own.'),
    ];
  });
}
