import { beforeAll, describe, expect, it } from 'vitest';
import type { Clinic } from '../../src/clinic/record-schemas.ts';
import { contactCard } from '../../src/html/contact-card.ts';
import { mapLink } from '../../src/html/map-link.ts';
import { type BuiltSite, buildFixtureSite, sheetOf } from './build-fixture-site.ts';

let built: BuiltSite;
beforeAll(async () => {
  built = await buildFixtureSite();
});

const clinicOf = (id: string): Clinic => sheetOf(built, `${id}/en/water`).clinic;
const t = (key: string) => built.content.tools.get('en')?.t(key) ?? '';
/** The lines of a card as an address book reads them: folded ones joined (RFC 2425, section 5.8.1). */
const linesOf = (clinic: Clinic) => contactCard(clinic, t).replaceAll('\r\n ', '').split('\r\n');

describe('the contact card of a clinic', () => {
  it('is a file that every sheet of the clinic names', () => {
    const { contactCard: path } = sheetOf(built, 'bare/ar/water');
    expect(path).toBe('contact/bare.vcf');
    expect(new TextDecoder().decode(built.site.assets.get(path))).toBe(contactCard(clinicOf('bare'), t));
  });

  it('has what the record knows, and nothing else', () => {
    expect(linesOf(clinicOf('bare'))).toEqual([
      ...['BEGIN:VCARD', 'VERSION:3.0', 'N:Bare Street Clinic;;;;', 'FN:Bare Street Clinic', 'ORG:Bare Street Clinic'],
      ...['TEL;TYPE=WORK,VOICE,PREF:+18005550155', 'X-ABShowAs:COMPANY', 'END:VCARD', ''],
    ]);
    expect(linesOf(clinicOf('full')).slice(5, -3)).toEqual([
      'NICKNAME:Full Moon',
      'TEL;TYPE=WORK,VOICE,PREF:+18005550101',
      'TEL;TYPE=WORK,VOICE:+18005550102',
      'TEL;TYPE=WORK,FAX:+18005550103',
      'ADR;TYPE=WORK:;;12 Test Street;Los Angeles;California;90001;',
      'URL:https://full-moon.clinic-site.org/',
      String.raw`NOTE:Appointments: 1-800-555-0101\nNights and weekends: 1-800-555-0102\nFax: 1-800-555-0103`,
    ]);
  });

  it('escapes the signs that would end a value', () => {
    const name = String.raw`Moon; Sun, and \ Stars`;
    expect(linesOf({ ...clinicOf('bare'), name })[3]).toBe(String.raw`FN:Moon\; Sun\, and \\ Stars`);
  });

  it('has no line of more than 75 octets, and breaks no letter', () => {
    const name = 'عيادة القمر المكتمل '.repeat(9).trim();
    const card = contactCard({ ...clinicOf('bare'), name }, t);
    for (const line of card.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(card.replaceAll('\r\n ', '')).toContain(`FN:${name}\r\n`);
    expect(card.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});

describe('the link to a map', () => {
  it('asks for the address, and is missing where there is none', () => {
    expect(sheetOf(built, 'full/ar/water').mapHref).toBe(
      'https://www.google.com/maps/search/?api=1&query=12%20Test%20Street%2C%20Los%20Angeles%2C%20California%2090001',
    );
    expect(sheetOf(built, 'bare/ar/water').mapHref).toBeUndefined();
    expect(mapLink({})).toBeUndefined();
  });
});
