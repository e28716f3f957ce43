import { beforeAll, describe, expect, it } from 'vitest';
import { FORMS, type FormName } from '../../src/forms.ts';
import { expectedPanel } from '../../src/html/expected-panel.ts';
import { buildFixtureSite, type BuiltSite, sheetOf } from './build-fixture-site.ts';

let built: BuiltSite;
beforeAll(async () => {
  built = await buildFixtureSite({}, { forms: ['standard', 'bilingual'] });
});

const textsOf = (id: string, tightness = 0, form: FormName = 'standard'): string[] =>
  expectedPanel(sheetOf(built, id), FORMS[form], built.content.tools, tightness).map(({ text }) => text);

describe('what must be found on a panel', () => {
  it('is its clinic from the name to the words below its code, in reading order', () => {
    expect(textsOf('full/en/water')).toMatchInlineSnapshot(`
      [
        "Full Moon Community Health Center",
        "Full Moon",
        "To book an appointment, call",
        "1-800-555-0101",
        "Dr. Ada Example",
        "family doctor",
        "Sam Sample, RN",
        "nurse",
        "Nights and weekends",
        "1-800-555-0102",
        "Fax",
        "1-800-555-0103",
        "Address",
        "12 Test Street, Los Angeles, California 90001",
        "Hours",
        "Monday – Thursday 8:30 AM – 5:00 PM",
        "Hours",
        "Friday 8:30 AM – 12:00 PM",
        "Hours",
        "Saturday 10:00 AM – 2:00 PM",
        "Languages spoken",
        "English, Arabic",
        "Interpreter line",
        "1-800-555-0104",
        "Website",
        "full-moon.clinic-site.org",
        "Open Door Checkups",
        "A yearly health check that costs nothing.",
        "For people from age 40.",
        "It does not pay for treatment.",
        "1-800-555-0199",
        "Scan to read this sheet on a phone",
      ]
    `);
  });

  it('is little for a clinic with nothing but a phone', () => {
    expect(textsOf('bare/ar/water')).toMatchInlineSnapshot(`
      [
        "Bare Street Clinic",
        "لحجز موعد، اتصلوا بالرقم",
        "1-800-555-0155",
        "I speak Arabic.",
        "امسحوا الرمز بكاميرا الهاتف لقراءة هذه النشرة",
      ]
    `);
  });

  it('is less for a panel that gives up lines, and the same for one in smaller letters', () => {
    const lost = (tightness: number) => {
      const left = new Set(textsOf('full/en/water', tightness));
      return textsOf('full/en/water').filter((text) => !left.has(text));
    };
    const languages = ['Languages spoken', 'English, Arabic'];
    const website = ['Website', 'full-moon.clinic-site.org'];
    expect([1, 2, 3, 4].map(lost)).toEqual([
      [],
      languages,
      [...languages, ...website],
      ['Fax', '1-800-555-0103', ...languages, ...website],
    ]);
  });

  it('is both panels in the bilingual form, of which the second has no code', () => {
    const [own, both] = [textsOf('full/ar/water'), textsOf('full/ar/water', 0, 'bilingual')];
    expect(both.slice(0, own.length)).toEqual(own);
    expect(both.slice(own.length)).toEqual(textsOf('full/en/water').slice(0, -1));
  });

  it('is one panel in the bilingual form of the source language', () => {
    expect(textsOf('full/en/water', 0, 'bilingual')).toEqual(textsOf('full/en/water'));
  });
});
