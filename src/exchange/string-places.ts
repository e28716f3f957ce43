import { parse } from 'yaml';
import { catalogueFile, STAFF_STRINGS } from '../i18n/messages.ts';
import type { ExchangeFile } from './exchange-file.ts';
import { keysAt, type YamlPath } from './yaml-text.ts';

/** A string that has a translation in each language, and where it stands. */
export interface StringPlace {
  /** Unique in its file: `site.name`, `texts.offer`, `people.0.role`. */
  id: string;
  group: string;
  pathOf: (locale: string) => YamlPath;
}

/** A file of strings, as it stands on disk. */
export interface StringFile {
  kind: Exclude<ExchangeFile['kind'], 'handout'>;
  /** Of the source, from the project's root. */
  original: string;
  sourceText: string;
  /** That of the source, for a record, which holds all languages; nothing for a language without interface strings. */
  targetText?: string;
}

/** The file that holds the strings of a language. */
export function targetOf({ kind, original }: StringFile, locale: string): string {
  return kind === 'interface' ? catalogueFile(locale) : original;
}

const PLACES: Record<StringFile['kind'], (text: string, sourceLocale: string) => StringPlace[]> = {
  interface: (text) =>
    keysAt(text, [])
      .filter((place) => place !== STAFF_STRINGS)
      .flatMap((place) =>
        keysAt(text, [place]).map((purpose) => {
          return { id: `${place}.${purpose}`, group: place, pathOf: () => [place, purpose] };
        }),
      ),
  program: (text, sourceLocale) =>
    keysAt(text, ['texts', sourceLocale]).map((field) => {
      return { id: `texts.${field}`, group: 'texts', pathOf: (locale) => ['texts', locale, field] };
    }),
  clinic: (text) => {
    const { people = [] } = parse(text) as { people?: unknown[] };
    return people.map((_, index) => {
      return { id: `people.${index}`, group: 'people', pathOf: (locale) => ['people', index, 'role', locale] };
    });
  },
};

/** The strings of a file that are translated, in its order. */
export function stringPlaces({ kind, sourceText }: StringFile, sourceLocale: string): StringPlace[] {
  return PLACES[kind](sourceText, sourceLocale);
}
