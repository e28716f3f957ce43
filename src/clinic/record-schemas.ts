import { z } from 'zod';
import type { CountryCode } from 'libphonenumber-js/max';
import { directionOf } from '../i18n/direction.ts';
import type { LineFinder } from '../read-record.ts';
import { parsePhone } from './phone.ts';
import { DAYS } from './week-days.ts';

const isoDate = z.iso.date('not a date such as 2026-11-23');
const text = z.string().trim().min(1, 'empty');
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not a time such as "08:30"');
/** The same words in several languages, by language tag. */
const localized = z.record(z.string(), text);

/** What a phone number may be for; each has an interface string `clinic.phone…` of its own. */
export const PHONE_USES = ['main', 'appointments', 'afterHours', 'text', 'fax'] as const;

function phone(country: CountryCode) {
  return z.string().transform((value, context) => {
    const parsed = parsePhone(value, country);
    if (!parsed) context.addIssue(`"${value}" cannot be dialled`);
    return parsed ?? z.NEVER;
  });
}

const openingHours = z
  .strictObject({
    days: z
      .array(z.enum(DAYS))
      .min(1)
      .describe(`days with these hours: ${DAYS.join(', ')}.`),
    opens: time.describe('when it opens, in quotes, such as "08:30".'),
    closes: time.describe('when it closes, in quotes, such as "17:00".'),
  })
  .refine(({ opens, closes }) => opens < closes, { error: 'earlier than it opens', path: ['closes'] });

/** Schema of `content/clinics/<clinic>.yaml`. */
export function clinicSchema(country: CountryCode) {
  const number = 'the number in international form, in quotes: + and digits only, such as "+13107062594".';
  return z.strictObject({
    name: text.describe('the clinic’s full name, as on its sign.'),
    shortName: text.optional().describe('its short name, if it has one.'),
    phones: z
      .array(
        z.strictObject({
          number: phone(country).describe(number),
          use: z.enum(PHONE_USES).describe(`what the number is for: ${PHONE_USES.join(', ')}.`),
        }),
      )
      .min(1, 'no phone number')
      .describe('one or more phone numbers, the most important first.'),
    website: z
      .url({ protocol: /^https?$/, error: 'not a web address' })
      .optional()
      .describe('its web address, such as https://clinic.org/.'),
    address: z
      .strictObject({
        street: text.describe('street and house number.'),
        city: text.describe('city.'),
        state: text.describe('state.'),
        postalCode: text.describe('postal code, in quotes.'),
      })
      .optional()
      .describe('street, city, state and postalCode.'),
    hours: z.array(openingHours).optional().describe('opening hours: a list of days, opens and closes.'),
    languages: z
      .array(text.refine((tag) => directionOf(tag) !== undefined, 'not a language tag'))
      .optional()
      .describe('tags of the languages its staff speak, such as [en, es].'),
    interpreterLine: phone(country).optional().describe(`the phone number of its interpreter service: ${number}`),
    logo: text
      .regex(/^(?![/\\])(?!.*\.\.)[\w./-]+\.(png|jpe?g|svg)$/i, 'not a picture file inside content/clinics/')
      .optional()
      .describe('a PNG, JPEG or SVG file beside this one, such as ccchc-logo.png.'),
    people: z
      .array(
        z.strictObject({
          name: text.describe('the person’s name and title.'),
          role: localized.describe('the person’s field, by language tag.'),
        }),
      )
      .optional()
      .describe('people readers may ask for: name and role.'),
    programs: z
      .array(text)
      .default([])
      .describe('programs it can offer (file names in content/programs/, without .yaml).'),
  });
}

/** Schema of `content/programs/<program>.yaml`. */
export function programSchema(country: CountryCode) {
  return z.strictObject({
    name: text.describe('the program’s name; no language translates it.'),
    owner: text.describe('who runs it.'),
    phone: phone(country).describe('the number to call, in quotes: + and digits only, such as "+18005112300".'),
    values: z
      .record(z.string().regex(/^(?!(?:name|phone)$)[a-z][a-z0-9-]*$/, 'not a free name in small letters'), z.number())
      .default({})
      .describe('numbers that texts refer to, such as breast-age: 40.'),
    checkedOn: isoDate.describe('the day on which somebody last checked these facts, such as 2026-11-22.'),
    reviewBy: isoDate.describe('the day by which they must be checked again.'),
    sources: z.array(text).min(1).describe('where the facts are from.'),
    texts: z
      .record(
        z.string(),
        z.strictObject({
          offer: text.describe('one sentence: what the program gives.'),
          who: text.describe('who can get it.'),
          limits: text.describe('what it does not do.'),
        }),
      )
      .describe('short texts by language tag: offer, who, limits.'),
  });
}

/** A clinic as its file describes it. */
export type ClinicRecord = z.infer<ReturnType<typeof clinicSchema>>;
/** A program as its file describes it. */
export type ProgramRecord = z.infer<ReturnType<typeof programSchema>>;

/** A clinic; its id is the name of its file. */
export interface Clinic extends ClinicRecord {
  id: string;
  file: string;
  lineOf: LineFinder;
  /** The logo's bytes and size in pixels, if it has one. */
  logoImage?: LogoImage;
}

/** A clinic's logo, read and known to be a picture. */
export interface LogoImage {
  bytes: Uint8Array;
  /** Lower-case ending of its file name in the output. */
  type: 'png' | 'jpg' | 'svg';
  width: number;
  height: number;
}

/** A screening program; its id is the name of its file. */
export interface Program extends ProgramRecord {
  id: string;
  file: string;
  lineOf: LineFinder;
}
