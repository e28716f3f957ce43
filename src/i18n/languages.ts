import { join } from 'node:path';
import { z } from 'zod';
import { type Checked, error } from '../problem.ts';
import { parseRecord } from '../read-record.ts';
import { readText } from '../read-text.ts';

/** Schema of one language in `locales/languages.yaml`. */
export const LanguageSchema = z.strictObject({
  name: z.string().min(1).describe('what its readers call the language, in its own script.'),
  english: z.string().min(1).describe('its English name, for staff who cannot read it.'),
  spoken: z
    .string()
    .min(1)
    .optional()
    .describe('its English name in speech, where that differs: a reader of Traditional Chinese speaks Chinese.'),
  dir: z.enum(['ltr', 'rtl']).describe('ltr (written from left to right) or rtl (from right to left).'),
  script: z
    .string()
    .regex(/^[A-Z][a-z]{3}$/, 'not a script code')
    .describe('the ISO 15924 code of its script, such as Latn.'),
  fonts: z
    .array(z.string().min(1))
    .min(1)
    .describe('the font families to use, best first; each must be installed as an @fontsource package.'),
  digits: z
    .string()
    .refine((digits) => Intl.supportedValuesOf('numberingSystem').includes(digits), 'not a numbering system')
    .describe('the Unicode numbering system for numbers, such as latn.'),
  lineHeight: z.number().min(1).max(3).describe('line height as a multiple of the letter size, such as 1.4.'),
  scale: z
    .number()
    .min(0.8)
    .max(1.5)
    .describe('letter size against Latin at the same point size, so that the script reads as large, such as 1.05.'),
});

const LanguagesSchema = z.record(z.string(), LanguageSchema);

/** One language of the press, as `locales/languages.yaml` describes it. */
export interface Language extends z.infer<typeof LanguageSchema> {
  /** BCP 47 tag; also the name of its folder, file and address. */
  tag: string;
}

/** Where the languages are listed, from the project's root. */
export const LANGUAGES_FILE = 'locales/languages.yaml';

/** Checks the text of the language list; the order of the file is the order of every list of languages. */
export function parseLanguages(text: string, file = LANGUAGES_FILE): Checked<Language[]> {
  const { value, problems, lineOf } = parseRecord(text, LanguagesSchema, file);
  if (!value) return { problems };
  const tagProblems = Object.keys(value)
    .filter((tag) => !isCanonicalTag(tag))
    .map((tag) =>
      error(
        { file, line: lineOf([tag]) },
        `"${tag}" is not a language tag.`,
        'use a BCP 47 tag in its usual form, such as es, zh-Hant or pa.',
      ),
    );
  if (tagProblems.length > 0) return { problems: tagProblems };
  return { value: Object.entries(value).map(([tag, language]) => ({ tag, ...language })), problems: [] };
}

/** Reads the language list from the folder of locales. */
export async function readLanguages(root: string): Promise<Checked<Language[]>> {
  const missing = error(
    LANGUAGES_FILE,
    'This file is missing.',
    'copy it from another press, and keep the languages you need.',
  );
  const { value: text, problems } = await readText(join(root, LANGUAGES_FILE), LANGUAGES_FILE).catch(
    (): Checked<string> => ({ problems: [missing] }),
  );
  return text === undefined ? { problems } : parseLanguages(text);
}

function isCanonicalTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}
