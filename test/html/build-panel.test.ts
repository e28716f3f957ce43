import { beforeAll, describe, expect, it } from 'vitest';
import { type Phone, parsePhone } from '../../src/clinic/phone.ts';
import type { ClinicRecord } from '../../src/clinic/record-schemas.ts';
import { bookingPhone } from '../../src/html/build-panel.ts';
import { edited } from '../bad-input/problems-of.ts';
import { type BuiltSite, buildFixtureSite, pageAt, sheetOf } from './build-fixture-site.ts';
import { scanQrCode } from './scan-qr-code.ts';

const phone = (use: ClinicRecord['phones'][number]['use'], last: number): ClinicRecord['phones'][number] => ({
  use,
  number: parsePhone(`+1800555010${last}`, 'US') as Phone,
});

describe('the number to book by', () => {
  it('is the first for appointments, wherever it stands in the list', () => {
    const phones = [phone('fax', 1), phone('appointments', 2), phone('appointments', 3)];
    expect(bookingPhone({ phones }).display).toBe('1-800-555-0102');
  });

  it('is the first of all when none is for appointments', () => {
    expect(bookingPhone({ phones: [phone('main', 1), phone('text', 2)] }).display).toBe('1-800-555-0101');
  });

  it('must be there', () => {
    expect(() => bookingPhone({ phones: [] })).toThrow('without a phone');
  });
});

describe('the panel of a clinic', () => {
  let built: BuiltSite;
  beforeAll(async () => {
    built = await buildFixtureSite();
  });

  it('does not repeat the number to book by among its lines', () => {
    const { booking, lines } = sheetOf(built, 'full/en/water').panel;
    expect(lines.map(({ value }) => value.text)).not.toContain(booking.display);
    expect(lines.filter(({ value }) => value.isPhone).map(({ label }) => label)).toEqual([
      'Nights and weekends',
      'Fax',
      'Interpreter line',
    ]);
  });

  it('holds only what a clinic has given', () => {
    expect(sheetOf(built, 'bare/en/water').panel).toMatchObject({
      logo: undefined,
      people: [],
      lines: [],
      programs: [],
    });
  });

  it('gives the English words to ask for an interpreter with, but not on an English sheet', () => {
    expect(sheetOf(built, 'bare/ar/water').panel.sayLanguage).toBe('I speak Arabic.');
    expect(sheetOf(built, 'bare/en/water').panel.sayLanguage).toBeUndefined();
  });

  it('keeps the address in English and names the languages in the language of the sheet', () => {
    const { lines } = sheetOf(built, 'full/ar/water').panel;
    const address = lines.find(({ value }) => value.text.includes('12 Test Street'));
    expect(address?.value.language?.tag).toBe('en');
    expect(lines.map(({ value }) => value.text)).toContain('الإنجليزية والعربية');
  });

  it('gives the hours of each group of days a line of its own', () => {
    const hours = sheetOf(built, 'full/en/water').panel.lines.filter(({ label }) => label === 'Hours');
    expect(hours.map(({ value }) => value.text.replaceAll(/\s+/g, ' '))).toEqual([
      'Monday – Thursday 8:30 AM – 5:00 PM',
      'Friday 8:30 AM – 12:00 PM',
      'Saturday 10:00 AM – 2:00 PM',
    ]);
  });

  it('shows the website without the parts nobody types', () => {
    const line = sheetOf(built, 'full/en/water').panel.lines.at(-1);
    expect(line?.value).toMatchObject({
      text: 'full-moon.clinic-site.org',
      href: 'https://full-moon.clinic-site.org/',
    });
  });

  it('does not ask to confirm a program whose facts are still in their time', () => {
    expect(sheetOf(built, 'full/ar/water').panel.programs[0]?.confirm).toBeUndefined();
  });
});

describe('a program on the panel', () => {
  it('asks to confirm it from the day after its facts should have been checked', async () => {
    const onTheDay = await buildFixtureSite({}, { today: '2027-05-01' });
    expect(sheetOf(onTheDay, 'full/en/water').panel.programs[0]?.confirm).toBeUndefined();
    const dayAfter = await buildFixtureSite({}, { today: '2027-05-02' });
    expect(sheetOf(dayAfter, 'full/en/water').panel.programs[0]?.confirm).toBe(
      'We last checked this on November 1, 2026. It may have changed. Call to confirm.',
    );
    expect(pageAt(dayAfter, '/ar/water/')).toContain('class="panel__confirm"');
  });

  it('stays in English, marked as English, where it has not been translated', async () => {
    const changes = await edited('content/programs/free-checkup.yaml', /\n {2}ar:[\s\S]*$/, '\n');
    const built = await buildFixtureSite(changes);
    const texts = sheetOf(built, 'full/ar/water').panel.programs[0]?.texts ?? [];
    expect(texts.map(({ text }) => text)).toContain('A yearly health check that costs nothing.');
    expect(texts.map(({ language }) => language.tag)).toEqual(['en', 'en', 'en']);
    expect(pageAt(built, '/ar/water/')).toMatch(/lang="en" dir="ltr">A yearly health check that costs nothing\.</);
  });
});

describe('the QR code of the panel', () => {
  const FULL = 'content/clinics/full.yaml';
  const PREVIEW = { address: 'http://localhost:8080/' };
  const targetOn = (built: BuiltSite, id: string) => scanQrCode(sheetOf(built, id).panel.qr.svg);

  it('leads to the page of the edition once the site is published', async () => {
    const built = await buildFixtureSite();
    expect(targetOn(built, 'full/ar/water')).toBe('https://handouts.clinic-site.org/c/WAT-1-ar/');
    expect(targetOn(built, 'bare/ar/water')).toBe('https://handouts.clinic-site.org/clinics/bare/c/WAT-1-ar/');
    expect(sheetOf(built, 'bare/en/water').panel.qr.caption).toBe('Scan to read this sheet on a phone');
  });

  it('leads to the page inside the folder the site is published in', async () => {
    const built = await buildFixtureSite({}, { address: 'https://clinic-site.org/handouts/' });
    expect(targetOn(built, 'full/en/water')).toBe('https://clinic-site.org/handouts/c/WAT-1-en/');
  });

  it('leads to the clinic’s website while the site is not published', async () => {
    const built = await buildFixtureSite({}, PREVIEW);
    expect(targetOn(built, 'full/en/water')).toBe('https://full-moon.clinic-site.org/');
    expect(sheetOf(built, 'full/en/water').panel.qr.caption).toBe("Scan for the clinic's website");
  });

  it('dials the clinic where there is neither', async () => {
    const built = await buildFixtureSite(await edited(FULL, /website: .*\n/, ''), PREVIEW);
    expect(targetOn(built, 'full/en/water')).toBe('tel:+18005550101');
    expect(targetOn(built, 'bare/en/water')).toBe('tel:+18005550155');
    expect(sheetOf(built, 'bare/en/water').panel.qr.caption).toBe('Scan to call the clinic');
  });
});
