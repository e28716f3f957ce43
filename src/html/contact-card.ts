import type { Clinic, ClinicRecord } from '../clinic/record-schemas.ts';
import type { Translate } from '../i18n/messages.ts';
import { bookingPhone } from './build-panel.ts';

/** The most octets in a line (RFC 2426, section 2.6; RFC 2425, section 5.8.1). */
const LINE = 75;

/** Path within the output of a clinic's contact card. Its name stays: a phone may fetch it long after the page. */
export function contactCardPath({ id }: Pick<Clinic, 'id'>): string {
  return `contact/${id}.vcf`;
}

/**
 * Writes a clinic as a contact for the address book of a phone: vCard 3.0 (RFC 2426), which phones of all ages read. What
 * each number is for has no type in it, so a note says it in the source language.
 */
export function contactCard(clinic: ClinicRecord, t: Translate): string {
  const { name, shortName, address, website, phones } = clinic;
  const booking = bookingPhone(clinic);
  const uses = phones.map(
    ({ number, use }) => `${t(`clinic.phone${use[0]?.toUpperCase()}${use.slice(1)}`)}: ${number.display}`,
  );
  const { street = '', city = '', state = '', postalCode = '' } = address ?? {};
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    // Both are required. Old phones show N alone; for an organization its name stands where a family name would.
    `N:${escaped(name)};;;;`,
    `FN:${escaped(name)}`,
    `ORG:${escaped(name)}`,
    ...(shortName === undefined ? [] : [`NICKNAME:${escaped(shortName)}`]),
    ...phones.map(({ number, use }) => {
      const types = use === 'fax' ? 'WORK,FAX' : use === 'text' ? 'WORK' : 'WORK,VOICE';
      return `TEL;TYPE=${types}${number.e164 === booking.e164 ? ',PREF' : ''}:${number.e164}`;
    }),
    ...(address ? [`ADR;TYPE=WORK:;;${[street, city, state, postalCode].map(escaped).join(';')};`] : []),
    ...(website === undefined ? [] : [`URL:${website}`]),
    ...(phones.length > 1 ? [`NOTE:${escaped(uses.join('\n'))}`] : []),
    // iPhones list it as a company then; others leave it out.
    'X-ABShowAs:COMPANY',
    'END:VCARD',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

/** Signs that would end a value (RFC 2426, section 5). */
function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll('\n', String.raw`\n`);
}

/** Breaks a long line before a space of its own; no letter is broken. */
function fold(line: string): string {
  const parts = [''];
  let octets = 0;
  for (const letter of line) {
    const length = new TextEncoder().encode(letter).length;
    if (octets + length > LINE) {
      parts.push('');
      octets = 1;
    }
    parts[parts.length - 1] += letter;
    octets += length;
  }
  return parts.join('\r\n ');
}
