import { describe, expect, it } from 'vitest';
import { edited, problemsOf } from '../bad-input/problems-of.ts';

const HANDOUT = 'content/handouts/water/ar.md';
const PROGRAM = 'content/programs/free-checkup.yaml';
const STRINGS = 'locales/ar/ui.json';

describe('the facts gate of a whole site', () => {
  it('stands before all texts: handouts, programs, clinics and interface strings', async () => {
    const problems = await problemsOf({
      ...(await edited(HANDOUT, '200–250', '200–520')),
      ...(await edited(PROGRAM, 'فحص صحي سنوي مجاني', 'فحص صحي مجاني كل 15 سنة')),
      ...(await edited('content/clinics/full.yaml', 'ar: ممرض', 'ar: nurse')),
      ...(await edited(STRINGS, /"map": ".*"/, '"map": "Map"')),
      'content/glossary.yaml': `terms:
  water:
    source: [water]
    translations: { ar: { use: مياه } }
`,
    });
    expect(problems).toContain(
      'lacks the number 1, 2, 250 and has the number 520 too many (content/handouts/water/en.md:32).',
    );
    expect(problems).toContain('The text "offer" has the number 15 too many (content/programs/free-checkup.yaml:12).');
    expect(problems).toContain('The role of Sam Sample, RN has "nurse", which has no letter of Arabic.');
    expect(problems).toContain('"clinic.map" is the same as in the source: Map');
    expect(problems).toContain('lacks "مياه", the agreed word for "water"');
  });

  it('gives the problems of the glossary and of the list of same strings too', async () => {
    const problems = await problemsOf({
      'content/glossary.yaml': 'terms: { a: { source: [a], translations: { xx: { use: b } } } }',
      'locales/same-as-source.yaml': 'ar: [clinic.map]',
    });
    expect(problems).toMatchInlineSnapshot(`
      "error content/glossary.yaml:1
        "xx" is not a language of this press.
        To mend it: use one of: en, ar.
      error locales/same-as-source.yaml
        "clinic.map" is listed for ar, but it is not the same as in the source.
        To mend it: take it off the list."
    `);
  });

  it('lets an interface string be as in the source where that is listed', async () => {
    const changes = await edited(STRINGS, /"phoneFax": ".*"/, '"phoneFax": "Fax"');
    expect(await problemsOf({ ...changes, 'locales/same-as-source.yaml': 'ar: [clinic.phoneFax]' })).toBe('');
  });

  it('sees words that are forbidden in the source in the texts of programs', async () => {
    const glossary = 'terms: { check: { source: [health check], avoid: [costs nothing], translations: {} } }';
    expect(await problemsOf({ 'content/glossary.yaml': glossary })).toContain('says "costs nothing"');
  });
});
