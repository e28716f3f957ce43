import { join } from 'node:path';
import { z } from 'zod';
import { type Checked, error } from '../problem.ts';
import { parseRecord } from '../read-record.ts';
import { readText } from '../read-text.ts';

/**
 * Which fonts of a reader’s own device draw a language, on screen. They are named one by one where it matters which: a
 * device that has none of them loads the press’s own.
 */
const DeviceFontsSchema = z.strictObject({
  use: z
    .enum(['first', 'meanwhile'])
    .describe(
      'first (the press’s own fonts are loaded only where the device has none of these) or meanwhile (these stand in only until the press’s own have come: for scripts that old phones draw badly).',
    ),
  families: z
    .array(z.string().min(1))
    .default([])
    .describe('font families by their CSS names, such as system-ui or Roboto, for a script that every device draws.'),
  regular: z
    .array(z.string().min(1))
    .default([])
    .describe('PostScript names of single regular fonts, best first, such as PingFangTC-Regular.'),
  bold: z.array(z.string().min(1)).default([]).describe('those of their bold ones.'),
});

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
  deviceFonts: DeviceFontsSchema.optional().describe(
    'the fonts of readers’ own devices, for screens; leave it out, and readers load all fonts.',
  ),
  digits: z
    .string()
    .refine((digits) => Intl.supportedValuesOf('numberingSystem').includes(digits), 'not a numbering system')
    .describe('the Unicode numbering system for numbers, such as latn.'),
  dates: z
    .strictObject({
      pattern: z
        .string()
        .regex(/^(?=.*\{day\})(?=.*\{month\})(?=.*\{year\})/, 'without {day}, {month} or {year}')
        .describe('how it writes a date, with {day}, {month} and {year}.'),
      months: z.array(z.string().min(1)).length(12).describe('its names of the twelve months.'),
      weekdays: z.array(z.string().min(1)).length(7).describe('its names of the seven days, Monday first.'),
    })
    .optional()
    .describe('how it writes dates: only for a language that the Unicode data of Node.js does not know.'),
  unfinished: z
    .literal(true)
    .optional()
    .describe('true while its interface strings are being translated: the press then leaves the language out.'),
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
    .filter((tag) => !isUsualTag(tag))
    .map((tag) =>
      error(
        { file, line: lineOf([tag]) },
        `"${tag}" is not a language tag.`,
        'use a BCP 47 tag in its usual form, such as es, zh-Hant or pa.',
      ),
    );
  if (tagProblems.length > 0) return { problems: tagProblems };
  const dateProblems = Object.entries(value)
    .filter(([tag, { dates }]) => !dates && !isKnownToIntl(tag))
    .map(([tag]) =>
      error(
        { file, line: lineOf([tag]) },
        `${tag}: Node.js does not know how this language writes dates.`,
        'add dates with a pattern, months and weekdays; see the README.',
      ),
    );
  if (dateProblems.length > 0) return { problems: dateProblems };
  return { value: Object.entries(value).map(([tag, language]) => ({ tag, ...language })), problems: [] };
}

/** False for a language without data in ICU: formats for it would silently be those of the machine's own language. */
export function isKnownToIntl(tag: string): boolean {
  return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
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

/**
 * Language, script and region in their usual letter case (BCP 47, section 2.1.1). ICU's canonical form is not asked:
 * it would turn Tagalog (`tl`) into Filipino.
 */
export function isUsualTag(tag: string): boolean {
  return USUAL_TAG.test(tag);
}

const USUAL_TAG = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/;
