import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { FORM_NAMES, type FormName } from '../../src/forms.ts';
import { printDirectly } from '../../src/pdf/print-directly.ts';
import { openPrintShop } from '../../src/pdf/print-shop.ts';
import { formatProblem } from '../../src/problem.ts';
import { stampSheets } from '../../src/stamp/stamp-sheets.ts';
import { PROJECT } from '../fixture-site.ts';
import { type BuiltSite, buildFixtureSite } from '../html/build-fixture-site.ts';
import { testLikeness, type Versions } from './test-likeness.ts';

/** A clinic with so much to say that it takes several pages of a telephone. */
const TALKATIVE = `name: Talkative Clinic of the Long Corridor
phones:
  - { number: "+18005550101", use: appointments }
  - { number: "+18005550102", use: afterHours }
address: { street: 12 Test Street, city: Los Angeles, state: California, postalCode: "90001" }
hours:
${['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
  .map((day) => `  - { days: [${day}], opens: "08:30", closes: "17:00" }`)
  .join('\n')}
people:
${Array.from({ length: 24 }, (_, index) => `  - { name: Dr. Number ${index + 1}, role: { en: family doctor, ar: طبيبة أسرة } }`).join('\n')}
programs: [free-checkup]
`;

const CLINICS = ['full', 'bare', 'talkative'];
const FLOWING: FormName[] = ['large-print', 'phone', 'bilingual'];

/** Two-sided forms have no room for a clinic that says so much; English is not set beside English. */
const COMPARED = ['en', 'ar'].flatMap((language) =>
  CLINICS.flatMap((clinic) =>
    FORM_NAMES.filter((form) => clinic !== 'talkative' || FLOWING.includes(form))
      .filter((form) => form !== 'bilingual' || language !== 'en')
      .map((form) => `${clinic}/${language}/water ${form}`),
  ),
);

/** A sheet leads to other handouts of the main clinic, one printed with its panel to those of its own clinic. */
function withoutLinksToOthers(language: string): Record<string, string> {
  const path = `content/handouts/water/${language}.md`;
  const text = readFileSync(join(PROJECT, 'test/fixtures/site', path), 'utf8');
  return { [path]: text.replaceAll(/\[([^\]]+)\]\(\.\.[^)]*\)/g, '$1') };
}

const made = new Map<string, Versions>();
beforeAll(async () => {
  const texts = { ...withoutLinksToOthers('en'), ...withoutLinksToOthers('ar') };
  await makeBoth(await buildFixtureSite(texts, { forms: [...FORM_NAMES] }));
  const changes = { ...texts, 'content/clinics/bare.yaml': null, 'content/clinics/talkative.yaml': TALKATIVE };
  await makeBoth(await buildFixtureSite(changes, { forms: FLOWING }));
}, 300_000);

/** Stamps the sheets of a handout, and lets them be printed with their panels too. */
async function makeBoth({ site, content, settings, sheets }: BuiltSite): Promise<void> {
  const context = { ...content, site, settings };
  const wanted = sheets.filter(({ handout }) => handout.id === 'water');
  const shop = await openPrintShop(context);
  try {
    const linked = await stampSheets(wanted, shop, context);
    const direct = await printDirectly(wanted, shop, context);
    expect([...linked.problems, ...direct.problems].map(formatProblem)).toEqual([]);
    linked.value.forEach(({ sheet, form, bytes }, index) => {
      made.set(`${sheet.id} ${form.name}`, { linked: bytes, direct: direct.value[index]?.bytes as Uint8Array });
    });
  } finally {
    await shop.close();
  }
}

describe.each(COMPARED)('a sheet of the press: %s', (id) => {
  testLikeness(() => made.get(id) as Versions, id.split('/')[1] ?? '');
});

describe('panels that give up other things to fit their slots', () => {
  it('are printed apart, each once', async () => {
    const changes = { 'content/clinics/bare.yaml': null, 'content/clinics/talkative.yaml': TALKATIVE };
    const { site, content, settings, sheets } = await buildFixtureSite(changes, { forms: ['standard'] });
    const context = { ...content, site, settings };
    const shop = await openPrintShop(context);
    try {
      const { value, problems } = await stampSheets(sheets, shop, context);
      // What they must say was compared with what they say.
      expect(problems.map(formatProblem)).toEqual([]);
      expect(value.map(({ sheet }) => sheet.clinic.id)).toEqual(sheets.map(({ clinic }) => clinic.id));
    } finally {
      await shop.close();
    }
  });
});
