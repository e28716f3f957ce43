import type { Records } from '../clinic/read-records.ts';
import { type Catalogue, catalogueFile, flattenCatalogue } from '../i18n/messages.ts';
import type { LineFinder } from '../read-record.ts';
import type { PlacedText, TextPair } from './text-pair.ts';

/** Pairs of the texts that clinics and programs have in several languages. */
export function pairRecords({ clinics, programs }: Records, sourceLocale: string): TextPair[] {
  const ofPrograms = programs.flatMap(({ file, lineOf, texts }) =>
    Object.entries(texts[sourceLocale] ?? {}).flatMap(([key]) =>
      pairLocalized(
        mapValues(texts, (ofLocale) => ofLocale[key as keyof typeof ofLocale]),
        `The text "${key}"`,
        (locale) => place(file, lineOf, ['texts', locale, key]),
        sourceLocale,
      ),
    ),
  );
  const ofClinics = clinics.flatMap(({ file, lineOf, people = [] }) =>
    people.flatMap(({ name, role }, index) =>
      pairLocalized(
        role,
        `The role of ${name}`,
        (locale) => place(file, lineOf, ['people', index, 'role', locale]),
        sourceLocale,
      ),
    ),
  );
  return [...ofPrograms, ...ofClinics];
}

/**
 * Pairs of the interface strings.
 * @param meantToBeSame keys by language whose strings are those of the source on purpose
 */
export function pairCatalogues(
  catalogues: ReadonlyMap<string, Catalogue>,
  sourceLocale: string,
  meantToBeSame: Readonly<Record<string, readonly string[]>> = {},
): TextPair[] {
  const source = flattenCatalogue(catalogues.get(sourceLocale) ?? {});
  return [...catalogues]
    .filter(([locale]) => locale !== sourceLocale)
    .flatMap(([locale, catalogue]) =>
      [...flattenCatalogue(catalogue)].flatMap(([key, text]): TextPair[] => {
        const original = source.get(key);
        if (original === undefined || meantToBeSame[locale]?.includes(key)) return [];
        return [
          {
            locale,
            name: `"${key}"`,
            source: plainText(original, { file: catalogueFile(sourceLocale) }),
            translated: plainText(text, { file: catalogueFile(locale) }),
          },
        ];
      }),
    );
}

function pairLocalized(
  texts: Readonly<Record<string, string>>,
  name: string,
  whereOf: (locale: string) => PlacedText['where'],
  sourceLocale: string,
): TextPair[] {
  const source = texts[sourceLocale];
  if (source === undefined) return [];
  return Object.entries(texts)
    .filter(([locale]) => locale !== sourceLocale)
    .map(([locale, text]) => {
      const translated = plainText(text, whereOf(locale));
      return { locale, name, source: plainText(source, whereOf(sourceLocale)), translated };
    });
}

function place(file: string, lineOf: LineFinder, path: PropertyKey[]): PlacedText['where'] {
  return { file, line: lineOf(path) };
}

/** Words of another language, marked as in a handout: `[so](lang:en)`. */
const FOREIGN_WORDS = /\[([^\]]*)\]\(lang:[^)]*\)/g;

/** Facts and placeholders are the same in all languages; that they are, other checks see to. */
function plainText(text: string, where: PlacedText['where']): PlacedText {
  const own = text.replaceAll(FOREIGN_WORDS, '').replaceAll(/\{\{.*?\}\}/g, '');
  return { text: text.replaceAll(FOREIGN_WORDS, '$1'), own, where };
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
