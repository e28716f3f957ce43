import { join } from 'node:path';
import { z } from 'zod';
import { type Catalogue, catalogueFile, flattenCatalogue } from '../i18n/messages.ts';
import { type Checked, error, type Problem } from '../problem.ts';
import { parseRecord } from '../read-record.ts';
import { readOptionalText } from '../read-text.ts';

/** Where it is listed which interface strings are meant to be as in the source language. */
export const SAME_FILE = 'locales/same-as-source.yaml';

const SameSchema = z.record(z.string(), z.array(z.string().min(1)));

/** Keys of interface strings by language tag. */
export type MeantToBeSame = z.infer<typeof SameSchema>;

/** Reads the list of strings that are meant to be as in the source; a press without any has no such file. */
export async function readMeantToBeSame(root: string): Promise<Checked<MeantToBeSame>> {
  const read = await readOptionalText(join(root, SAME_FILE), SAME_FILE);
  return read.value === undefined ? { problems: read.problems } : parseRecord(read.value, SameSchema, SAME_FILE);
}

/**
 * Finds interface strings that are letter for letter those of the source, and not listed as meant so: mostly a string
 * somebody copied to translate it later. Entries of the list that no longer hold are found too.
 */
export function checkUntranslated(
  catalogues: ReadonlyMap<string, Catalogue>,
  meant: MeantToBeSame,
  sourceLocale: string,
): Problem[] {
  const source = flattenCatalogue(catalogues.get(sourceLocale) ?? {});
  const others = [...catalogues.keys()].filter((locale) => locale !== sourceLocale);
  const strangers = Object.keys(meant)
    .filter((locale) => !others.includes(locale))
    .map((locale) =>
      error(
        SAME_FILE,
        `"${locale}" is not a language that strings are translated into.`,
        `use one of: ${others.join(', ')}.`,
      ),
    );
  const compared = [...catalogues]
    .filter(([locale]) => locale !== sourceLocale)
    .flatMap(([locale, catalogue]) => {
      const texts = flattenCatalogue(catalogue);
      const listed = meant[locale] ?? [];
      const same = [...texts].filter(([key, text]) => text === source.get(key)).map(([key]) => key);
      return [
        ...same.filter((key) => !listed.includes(key)).map((key) => report(locale, key, source.get(key))),
        ...listed.filter((key) => !same.includes(key)).map((key) => reportNeedless(locale, key)),
      ];
    });
  return [...strangers, ...compared];
}

function report(locale: string, key: string, text: string | undefined): Problem {
  const what = `"${key}" is the same as in the source: ${text}`;
  return error(
    catalogueFile(locale),
    what,
    `translate it, or, if it is meant so, list it under ${locale} in ${SAME_FILE}.`,
  );
}

function reportNeedless(locale: string, key: string): Problem {
  const what = `"${key}" is listed for ${locale}, but it is not the same as in the source.`;
  return error(SAME_FILE, what, 'take it off the list.');
}
