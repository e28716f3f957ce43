import type { CountryCode } from 'libphonenumber-js/max';
import { z } from 'zod';
import type { Language } from '../i18n/languages.ts';
import { describeField } from '../schema-fields.ts';
import { SLUG } from '../slug.ts';
import { type CellReading, splitList } from './cell-reading.ts';
import { isDeviceName } from './clinic-id.ts';
import { parseHours } from './parse-hours.ts';
import { parsePhoneCell } from './phone-cell.ts';
import { clinicSchema } from './record-schemas.ts';
import { createLanguageReader } from './spoken-languages.ts';
import { parseWebCell } from './web-cell.ts';

/** The columns of a table, and how the cells of each are read. */
export type ClinicTableColumns = ReturnType<typeof clinicTableColumns>;
/** The name of a column, as the schema writes it. */
export type ColumnName = keyof ClinicTableColumns['shape'];
/** What the cells of a row say. */
export type ClinicCells = z.output<ClinicTableColumns>;

const HOME_NUMBER = 'as people dial it at home, such as (310) 555-0142, or with + and its country code; no extension.';
const WHOLE_ADDRESS = 'an address has all of street, city, state and zip, or none.';

/**
 * Schema of a row in a table of clinics: its keys are the columns. It reads the text of each cell into what the
 * record schema takes, and that schema, the one of YAML files too, then checks the whole.
 * @param languages whose English names may stand in the column `languages`
 */
export function clinicTableColumns(country: CountryCode, languages: readonly Language[]) {
  const record = clinicSchema(country);
  const text = z.string();
  const meaning = (key: string) => describeField(record, [key]) ?? '';
  const phone = cell((value) => parsePhoneCell(value, country));
  const otherPhone = (use: string) => phone.optional().describe(`${use}, ${HOME_NUMBER}`);
  return z.strictObject({
    id: text
      .max(60, 'longer than 60 letters')
      .regex(SLUG, 'not small letters, digits and single hyphens')
      .refine((id) => !isDeviceName(id), 'a name that Windows keeps for itself')
      .optional()
      .describe(
        'the name of its folder: small Latin letters, digits and single hyphens; made of name and zip if empty.',
      ),
    name: text.describe(meaning('name')),
    shortName: text.optional().describe(meaning('shortName')),
    street: text.optional().describe(`street and house number; ${WHOLE_ADDRESS}`),
    city: text.optional().describe(`the city of its address; ${WHOLE_ADDRESS}`),
    state: text.optional().describe(`the state of its address; ${WHOLE_ADDRESS}`),
    zip: text
      .refine((zip) => country !== 'US' || US_ZIP_CODE.test(zip), 'a US zip code has five digits, or five and four')
      .optional()
      .describe('the postal code of its address. Spreadsheets drop a first 0: format the column as text.'),
    phone: phone.describe(`its main number, ${HOME_NUMBER}`),
    appointments: otherPhone('its number for appointments'),
    afterHours: otherPhone('its number outside opening hours'),
    text: otherPhone('its number for text messages'),
    fax: otherPhone('its fax number'),
    interpreterLine: otherPhone('the number of its interpreter service'),
    web: cell(parseWebCell).optional().describe('its web address, with or without https://, such as clinic.org.'),
    hours: cell(parseHours)
      .optional()
      .describe('opening hours, such as Mon-Fri 08:30-17:00; Sat 9 am-12:30 pm; Sun closed.'),
    languages: cell(createLanguageReader(languages))
      .optional()
      .describe('languages its staff speak, by tag or English name, with ; or , between them, such as en; Spanish.'),
    programs: cell((value) => ({ value: splitList(value) }))
      .optional()
      .describe('programs it can offer (file names in content/programs/, without .yaml), with ; or , between them.'),
  });
}

/** USPS, Publication 28, section 234: five digits, or ZIP+4. */
const US_ZIP_CODE = /^\d{5}(?:-?\d{4})?$/;

/** The columns of the other phones, each named like its use. */
export const FURTHER_PHONES = ['appointments', 'afterHours', 'text', 'fax'] as const;

/** A text that is read by a function with faults of its own. */
function cell<T>(read: (text: string) => CellReading<T>) {
  return z.string().transform((value, context): T => {
    const reading = read(value);
    if (!reading.faults) return reading.value;
    for (const fault of reading.faults) context.addIssue(fault);
    return z.NEVER;
  });
}
