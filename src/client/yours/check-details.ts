import type { CountryCode } from 'libphonenumber-js/max';
import { parsePhoneCell } from '../../clinic/phone-cell.ts';
import { type Phone, parsePhone } from '../../clinic/phone.ts';
import type { ClinicRecord, PHONE_USES } from '../../clinic/record-schemas.ts';
import { parseWebCell } from '../../clinic/web-cell.ts';
import { DAYS } from '../../clinic/week-days.ts';
import type { PanelClinic } from '../../html/build-panel.ts';
import type { Details, Field } from './details.ts';

/** What can be wrong with a field; the page has a sentence for each. */
export type Fault = 'missing' | 'phone' | 'website' | 'earlier';

/** Details that were checked. */
export interface CheckedDetails {
  /** The clinic, without what is wrong; missing while it has no name or no number to book by. */
  clinic?: PanelClinic;
  faults: Map<Field, Fault>;
}

/** The number to book by first, then as panels have them. */
const USES: readonly (typeof PHONE_USES)[number][] = ['appointments', 'main', 'afterHours', 'text', 'fax'];
const ADDRESS = ['street', 'city', 'state', 'postalCode'] as const;
/** The rows of opening hours that the form has. */
const ROWS = ['1', '2', '3'] as const;

/** Makes a clinic of details by the rules for records of clinics, and tells what is wrong at which field. */
export function checkDetails(typed: Details, country: CountryCode): CheckedDetails {
  const faults = new Map<Field, Fault>();
  const details = { ...typed };
  for (const [field, value] of Object.entries(details)) {
    if (typeof value === 'string') (details as Record<string, string>)[field] = value.trim();
  }
  const phone = (field: Field): Phone | undefined => {
    const number = details[field] as string | undefined;
    if (!number) return undefined;
    const reading = parsePhoneCell(number, country);
    const parsed = reading.faults ? undefined : parsePhone(reading.value, country);
    if (!parsed) faults.set(field, 'phone');
    return parsed;
  };
  if (!details.name) faults.set('name', 'missing');
  if (!details.appointments) faults.set('appointments', 'missing');
  const phones = USES.flatMap((use) => {
    const number = phone(use);
    return number ? [{ use, number }] : [];
  });
  const rest = {
    interpreterLine: phone('interpreterLine'),
    website: websiteOf(details, faults),
    address: addressOf(details, faults),
    hours: hoursOf(details, faults),
  };
  if (!details.name || faults.has('appointments')) return { faults };
  const clinic: PanelClinic = {
    ...{ id: 'yours', name: details.name, shortName: details.shortName || undefined, phones },
    languages: details.languages?.length ? details.languages : undefined,
    programs: details.programs ?? [],
    ...rest,
  };
  return { clinic, faults };
}

type Faults = CheckedDetails['faults'];

function websiteOf({ website }: Details, faults: Faults): string | undefined {
  if (!website) return undefined;
  const reading = parseWebCell(website);
  if (!reading.faults) return reading.value;
  faults.set('website', 'website');
  return undefined;
}

/** An address has all its parts or none. */
function addressOf(details: Details, faults: Faults): ClinicRecord['address'] {
  const [street = '', city = '', state = '', postalCode = ''] = ADDRESS.map((field) => details[field]);
  const address = { street, city, state, postalCode };
  const missing = ADDRESS.filter((field) => address[field] === '');
  if (missing.length === ADDRESS.length) return undefined;
  for (const field of missing) faults.set(field, 'missing');
  return missing.length === 0 ? address : undefined;
}

/** A row has days, a beginning and an end, or nothing. */
function hoursOf(details: Details, faults: Faults): ClinicRecord['hours'] {
  const hours = ROWS.flatMap((row) => {
    const days = DAYS.filter((day) => details[`days${row}`]?.includes(day));
    const { [`opens${row}` as const]: opens, [`closes${row}` as const]: closes } = details;
    if (days.length === 0 && !opens && !closes) return [];
    if (days.length === 0) faults.set(`days${row}`, 'missing');
    if (!opens) faults.set(`opens${row}`, 'missing');
    if (!closes) faults.set(`closes${row}`, 'missing');
    else if (opens && opens >= closes) faults.set(`closes${row}`, 'earlier');
    return days.length > 0 && opens && closes && opens < closes ? [{ days: [...days], opens, closes }] : [];
  });
  return hours.length > 0 ? hours : undefined;
}
