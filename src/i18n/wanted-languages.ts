import { join } from 'node:path';
import { z } from 'zod';
import type { Checked } from '../problem.ts';
import { parseRecord } from '../read-record.ts';
import { readOptionalText } from '../read-text.ts';

/** Where the languages that are still missing are listed, from the project's root. */
export const WANTED_FILE = 'locales/wanted.yaml';

const text = z.string().trim().min(1, 'empty');

/** Schema of one language of `locales/wanted.yaml`. */
export const WantedLanguageSchema = z.strictObject({
  name: text.describe('what its speakers call the language.'),
  english: text.describe('its English name.'),
  tag: text.describe('its language tag, such as ium.'),
  why: text.describe('why it is missing, in the source language.'),
});

const WantedLanguagesSchema = z.array(WantedLanguageSchema);

/** A language that readers need and the press has not. */
export type WantedLanguage = z.infer<typeof WantedLanguageSchema>;

/** Reads the list; a press that misses no language has no such file. */
export async function readWantedLanguages(root: string): Promise<Checked<WantedLanguage[]>> {
  const read = await readOptionalText(join(root, WANTED_FILE), WANTED_FILE);
  if (read.value === undefined) return { value: [], problems: read.problems };
  return parseRecord(read.value, WantedLanguagesSchema, WANTED_FILE);
}
