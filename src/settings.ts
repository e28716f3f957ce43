import { join } from 'node:path';
import { isSupportedCountry } from 'libphonenumber-js/max';
import { z } from 'zod';
import { FORM_NAMES } from './forms.ts';
import { type Checked, error } from './problem.ts';
import { parseRecord } from './read-record.ts';
import { readText } from './read-text.ts';
import { SLUG } from './slug.ts';

/** Schema of a pack: what a clinic takes away in one piece. */
export const PackSchema = z.strictObject({
  id: z
    .string()
    .regex(SLUG, 'not small letters, digits and single hyphens')
    .describe('names its files, such as all-languages.'),
  name: z.string().min(1).describe('what staff call it, such as All languages.'),
  languages: z
    .union([z.literal('all'), z.array(z.string()).min(1)])
    .describe('all, or a list of language tags, such as [en, es].'),
});

/** A set of languages that a clinic takes away in one piece. */
export type Pack = z.infer<typeof PackSchema>;

/** Schema of `content/settings.yaml`. */
export const SettingsSchema = z.strictObject({
  address: z
    .url({ protocol: /^https?$/, error: 'not a web address' })
    .refine((address) => address.endsWith('/'), 'no slash at its end')
    .describe('the web address under which dist/ is published, with a slash at its end.'),
  mainClinic: z
    .string()
    .describe('the clinic (file name in content/clinics/, without .yaml) whose panel the site’s own pages carry.'),
  sourceLocale: z.string().describe('the language handouts are written in first, such as en.'),
  country: z
    .string()
    .refine((code) => isSupportedCountry(code), 'not a country code')
    .describe('the two-letter country in which the numbers are dialled, such as US.'),
  emergencyNumber: z
    .string()
    .regex(/^[0-9]{3}$/, 'not a number of three digits')
    .describe('the emergency number, in quotes, such as "911".'),
  bodySize: z
    .strictObject({
      min: z.number().min(12, 'smaller than 12 points').describe('the smallest body text in points; 12 or more.'),
      max: z.number().max(24).describe('the largest body text in points.'),
    })
    .refine(({ min, max }) => min <= max, 'the smallest size is larger than the largest')
    .describe('body text sizes: min and max, in points.'),
  largePrintSize: z
    .number()
    .min(18, 'smaller than 18 points')
    .max(28)
    .default(18)
    .describe('the text of large-print sheets in points: 18, or the 20 that some health plans ask for.'),
  forms: z
    .array(z.enum(FORM_NAMES))
    .min(1)
    .refine((forms) => new Set(forms).size === forms.length, 'named twice')
    .refine(
      (forms) => forms.length === 0 || forms.some((form) => form !== 'bilingual'),
      'bilingual alone: a sheet in the source language would have no PDF',
    )
    .default([...FORM_NAMES])
    .describe(`the PDFs made of each handout, the one offered first at the front: ${FORM_NAMES.join(', ')}.`),
  packs: z
    .array(PackSchema)
    .refine((packs) => new Set(packs.map(({ id }) => id)).size === packs.length, 'two packs of the same id')
    .default([])
    .describe('sets of languages; each clinic gets a zip file and a print list of each: id, name and languages.'),
  release: z
    .enum(['leave-out', 'fail'])
    .default('leave-out')
    .describe(
      'what a build with --release does with texts that are not reviewed or are stale: leave-out (publish the others, and list these), or fail (publish nothing).',
    ),
});

/** What `content/settings.yaml` says. */
export type SiteSettings = z.infer<typeof SettingsSchema>;

/** One of equal parts of the work, each for a machine of its own. */
export interface Shard {
  /** 0-based, less than `count`. */
  index: number;
  count: number;
}

/** Everything a run is given from outside: no stage reads the environment or the clock. */
export interface Settings extends SiteSettings {
  /** Folder that holds `content` and `locales`. */
  root: string;
  /** Folder of the page templates and styles. */
  templates: string;
  /** Finished site and sheets; replaced as a whole by a build that succeeds. */
  output: string;
  /** Unpacked browser and other things that can be made again. */
  cache: string;
  /**
   * ISO date of the run. Used only to find programs past their review date; never printed.
   * Without it a sheet could not tell that its facts have grown old.
   */
  today: string;
  /** Browsers that print at the same time. */
  workers: number;
  /** CSV file of a network's clinics, from the folder the command runs in; as it was given. */
  clinicTable?: string;
  /** Ids of the only clinics to make PDFs for; all if there are none. */
  onlyClinics?: string[];
  /** Tags of the only languages to make PDFs in; all if there are none. */
  onlyLanguages?: string[];
  /** The part of the work that this run does, if several share it. */
  shard?: Shard;
  /** Publishes only what is reviewed and fresh; `release` says what happens to the rest. */
  isRelease?: boolean;
  /** Makes everything anew, also what earlier builds have made. */
  fresh?: boolean;
  /**
   * The content is being worked on: that editions and translations do not agree is told, but stops nothing. Never set
   * where an output is made.
   */
  isBeingWritten?: boolean;
}

/** Where the settings stand, from the project's root. */
export const SETTINGS_FILE = 'content/settings.yaml';

/** Reads and checks the settings file of a project. */
export async function readSiteSettings(root: string): Promise<Checked<SiteSettings>> {
  const missing = error(
    SETTINGS_FILE,
    'This file is missing.',
    'copy it back from the project, or see "Settings" in the README.',
  );
  const text = await readText(join(root, SETTINGS_FILE), SETTINGS_FILE).catch((): Checked<string> => ({
    problems: [missing],
  }));
  return text.value === undefined
    ? { problems: text.problems }
    : parseRecord(text.value, SettingsSchema, SETTINGS_FILE);
}

/** True once the address is one that a phone elsewhere can open, so that it may stand in a QR code. */
export function isPublished({ address }: Pick<SiteSettings, 'address'>): boolean {
  return !/^(localhost|127\.|\[::1\]|.*\.(test|example|invalid|localhost)$)/.test(new URL(address).hostname);
}
