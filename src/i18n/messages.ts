import { join } from 'node:path';
import { createInstance, type TOptions } from 'i18next';
import { type Checked, error, type Problem } from '../problem.ts';
import { parseRecord } from '../read-record.ts';
import { readText } from '../read-text.ts';
import { z } from 'zod';
import type { Language } from './languages.ts';

/** The interface strings of one language: place, then purpose, then text. */
export type Catalogue = Record<string, Record<string, string>>;

/** Gives an interface string of a language. @throws {Error} for a key that does not exist */
export type Translate = (key: string, values?: Record<string, string | number>) => string;

const CatalogueSchema = z.record(z.string(), z.record(z.string(), z.string().min(1)));
const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** Strings that only staff meet: in the source language, and in no other. */
export const STAFF_STRINGS = 'staff';

/** Where a language's interface strings stand, from the project's root. */
export const catalogueFile = (locale: string): string => `locales/${locale}/ui.json`;
/** Where translators are told what each interface string is for. */
export const NOTES_FILE = 'locales/ui-notes.yaml';

/**
 * Reads the interface strings of every language, and checks them against the source language's and
 * against the notes for translators.
 */
export async function readCatalogues(
  { root, sourceLocale }: { root: string; sourceLocale: string },
  languages: readonly Language[],
): Promise<Checked<Map<string, Catalogue>>> {
  const files = [NOTES_FILE, ...languages.map(({ tag }) => catalogueFile(tag))];
  const read = await Promise.all(files.map((file) => readCatalogue(root, file)));
  const problems = read.flatMap((checked) => checked.problems);
  const [notes, ...values] = read.map((checked) => checked.value);
  const catalogues = new Map<string, Catalogue>();
  languages.forEach(({ tag }, index) => {
    const catalogue = values[index];
    if (catalogue) catalogues.set(tag, catalogue);
  });
  const source = catalogues.get(sourceLocale);
  if (source) {
    if (notes) problems.push(...compareKeys(source, notes, NOTES_FILE));
    const forReaders = Object.fromEntries(Object.entries(source).filter(([place]) => place !== STAFF_STRINGS));
    for (const [tag, catalogue] of catalogues) {
      if (tag !== sourceLocale) problems.push(...checkCatalogue(catalogue, forReaders, catalogueFile(tag)));
    }
  }
  return { value: catalogues, problems };
}

/** Reads what translators are told of each interface string. */
export async function readStringNotes(root: string): Promise<Checked<Catalogue>> {
  return readCatalogue(root, NOTES_FILE);
}

async function readCatalogue(root: string, file: string): Promise<Checked<Catalogue>> {
  const text = await readText(join(root, file), file).catch((): Checked<string> => ({ problems: [missingFile(file)] }));
  return text.value === undefined ? { problems: text.problems } : parseRecord(text.value, CatalogueSchema, file);
}

function missingFile(file: string): Problem {
  return error(file, 'This file is missing.', `copy ${catalogueFile('en')} to this place and translate its texts.`);
}

/** Checks a translated catalogue: the same keys as the source, and in each text the same placeholders. */
export function checkCatalogue(catalogue: Catalogue, source: Catalogue, file: string): Problem[] {
  const problems = compareKeys(source, catalogue, file);
  for (const [key, text] of flattenCatalogue(catalogue)) {
    const original = flattenCatalogue(source).get(key);
    if (original === undefined) continue;
    const [wanted, found] = [placeholders(original), placeholders(text)];
    if (wanted.join() !== found.join()) {
      problems.push(
        error(
          file,
          `"${key}" has the placeholders ${listed(found)}; the source has ${listed(wanted)}.`,
          'keep every {{placeholder}} of the source, letter for letter.',
        ),
      );
    }
  }
  return problems;
}

function compareKeys(source: Catalogue, other: Catalogue, file: string): Problem[] {
  const [wanted, found] = [flattenCatalogue(source), flattenCatalogue(other)];
  const missing = [...wanted.keys()].filter((key) => !found.has(key));
  const extra = [...found.keys()].filter((key) => !wanted.has(key));
  return [
    ...missing.map((key) => error(file, `The key "${key}" is missing.`, `add it; the source says: ${wanted.get(key)}`)),
    ...extra.map((key) => extraKey(key, file)),
  ];
}

function extraKey(key: string, file: string): Problem {
  if (key.startsWith(`${STAFF_STRINGS}.`) && file !== NOTES_FILE) {
    return error(file, `The key "${key}" is for staff, who read it in the source language.`, 'remove it here.');
  }
  return error(file, `The key "${key}" is not in the source.`, 'remove it, or add it to the source.');
}

/** Interface strings by `place.purpose`. */
export function flattenCatalogue(catalogue: Catalogue): Map<string, string> {
  return new Map(
    Object.entries(catalogue).flatMap(([place, texts]) =>
      Object.entries(texts).map(([purpose, text]): [string, string] => [`${place}.${purpose}`, text]),
    ),
  );
}

function placeholders(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '').sort();
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? '(none)' : names.map((name) => `{{${name}}}`).join(', ');
}

/**
 * Builds a translator per language on i18next. Text is not escaped here: the template is the one escaper.
 * An unknown key or a missing value is a fault of a template, so it throws instead of printing the key.
 */
export function createTranslators(catalogues: ReadonlyMap<string, Catalogue>): Map<string, Translate> {
  const i18n = createInstance({
    resources: Object.fromEntries([...catalogues].map(([tag, catalogue]) => [tag, { translation: catalogue }])),
    fallbackLng: false,
    load: 'currentOnly',
    showSupportNotice: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    parseMissingKeyHandler: (key: string) => {
      throw new Error(`There is no interface string "${key}".`);
    },
    missingInterpolationHandler: (text: string, match: RegExpExecArray) => {
      throw new Error(`The interface string "${text}" needs a value for ${match[0]}.`);
    },
  } as Parameters<typeof createInstance>[0]);
  void i18n.init();
  return new Map(
    [...catalogues.keys()].map((tag) => {
      const translate = i18n.getFixedT(tag);
      return [tag, (key: string, values: TOptions = {}): string => translate(key, values)];
    }),
  );
}
