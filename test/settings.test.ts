import { describe, expect, it } from 'vitest';
import { FORM_NAMES } from '../src/forms.ts';
import { formatProblem } from '../src/problem.ts';
import { isPublished, readSiteSettings } from '../src/settings.ts';
import { copyFixtureSite, PROJECT } from './fixture-site.ts';
import { edited } from './bad-input/problems-of.ts';

const FILE = 'content/settings.yaml';

/** What is said of a settings file with a few lines more. */
async function problemsOfAdded(lines: string): Promise<string> {
  const [[, text = ''] = []] = Object.entries(await edited(FILE, 'forms: [standard]\n', ''));
  const { problems } = await readSiteSettings(await copyFixtureSite({ [FILE]: text + lines }));
  return problems.map(formatProblem).join('\n');
}

async function problemsWith(passage: string, replacement: string): Promise<string> {
  const { problems } = await readSiteSettings(await copyFixtureSite(await edited(FILE, passage, replacement)));
  return problems.map(formatProblem).join('\n');
}

describe('the settings file', () => {
  it('is read', async () => {
    const { value } = await readSiteSettings(await copyFixtureSite());
    expect(value).toMatchObject({ mainClinic: 'full', country: 'US', bodySize: { min: 12, max: 16 } });
  });

  it('is missed when it is not there', async () => {
    const { problems } = await readSiteSettings(await copyFixtureSite({ [FILE]: null }));
    expect(problems).toMatchObject([{ where: { file: FILE }, what: 'This file is missing.' }]);
  });

  it.each([
    ['an address without a slash at its end', 'clinic-site.org/', 'clinic-site.org', 'no slash at its end'],
    ['a country that does not exist', 'country: US', 'country: XX', 'not a country code'],
    ['an emergency number that is none', '"911"', '"91"', 'not a number of three digits'],
    ['body text too small to read', 'min: 12', 'min: 9', 'smaller than 12 points'],
    ['sizes the wrong way round', 'max: 16', 'max: 11', 'the smallest size is larger than the largest'],
  ])('is refused with %s', async (_case, passage, replacement, expected) => {
    expect(await problemsWith(passage, replacement)).toContain(expected);
  });
});

describe('the settings of forms and packs', () => {
  it('need not be there: then all forms are made, large print in 18 points, and no pack', async () => {
    const { value } = await readSiteSettings(await copyFixtureSite(await edited(FILE, 'forms: [standard]\n', '')));
    expect(value).toMatchObject({ forms: FORM_NAMES, largePrintSize: 18, packs: [] });
  });

  it('keep the order of the forms: the first is the one offered first', async () => {
    const { value } = await readSiteSettings(await copyFixtureSite(await edited(FILE, '[standard]', '[phone, a4]')));
    expect(value?.forms).toEqual(['phone', 'a4']);
  });

  it('are those of the shipped content: every form, and packs in which every language is known', async () => {
    const { value, problems } = await readSiteSettings(PROJECT);
    expect(problems).toEqual([]);
    expect(new Set(value?.forms)).toEqual(new Set(FORM_NAMES));
    expect(value?.packs.map(({ languages }) => languages).includes('all')).toBe(true);
  });

  it('are refused with a form that does not exist, in words', async () => {
    expect(await problemsOfAdded('forms: [standard, brochure]\n')).toMatchInlineSnapshot(`
      "error content/settings.yaml:9
        The value of "forms.1" is not right: it is none of standard, a4, large-print, bilingual, phone, ink-saver.
        To mend it: correct it. It should be: the PDFs made of each handout, the one offered first at the front: standard, a4, large-print, bilingual, phone, ink-saver."
    `);
  });

  it('are refused with a form named twice', async () => {
    expect(await problemsOfAdded('forms: [standard, phone, standard]\n')).toMatchInlineSnapshot(`
      "error content/settings.yaml:9
        The value of "forms" is not right: named twice.
        To mend it: correct it. It should be: the PDFs made of each handout, the one offered first at the front: standard, a4, large-print, bilingual, phone, ink-saver."
    `);
  });

  it('are refused without any form', async () => {
    expect(await problemsOfAdded('forms: []\n')).toMatchInlineSnapshot(`
      "error content/settings.yaml:9
        The value of "forms" is not right: it is empty.
        To mend it: correct it. It should be: the PDFs made of each handout, the one offered first at the front: standard, a4, large-print, bilingual, phone, ink-saver."
    `);
  });

  it('are refused with the form of two languages alone: sheets in the source language would have none', async () => {
    expect(await problemsOfAdded('forms: [bilingual]\n')).toContain('The value of "forms" is not right');
  });

  it('are refused with large print that is not large', async () => {
    expect(await problemsOfAdded('largePrintSize: 17\n')).toMatchInlineSnapshot(`
      "error content/settings.yaml:9
        The value of "largePrintSize" is not right: smaller than 18 points.
        To mend it: correct it. It should be: the text of large-print sheets in points: 18, or the 20 that some health plans ask for."
    `);
  });

  it('are refused with large print of which hardly a line fits a page', async () => {
    expect(await problemsOfAdded('largePrintSize: 29\n')).toMatchInlineSnapshot(`
      "error content/settings.yaml:9
        The value of "largePrintSize" is not right: it is more than 28.
        To mend it: correct it. It should be: the text of large-print sheets in points: 18, or the 20 that some health plans ask for."
    `);
  });

  it('are refused with two packs of one id', async () => {
    const pack = '  - { id: all, name: All, languages: all }\n';
    expect(await problemsOfAdded(`packs:\n${pack}${pack}`)).toMatchInlineSnapshot(`
      "error content/settings.yaml:10
        The value of "packs" is not right: two packs of the same id.
        To mend it: correct it. It should be: sets of languages; each clinic gets a zip file and a print list of each: id, name and languages."
    `);
  });

  it('are refused with a pack whose id cannot name a file', async () => {
    expect(await problemsOfAdded('packs:\n  - { id: All languages, name: All, languages: all }\n'))
      .toMatchInlineSnapshot(`
      "error content/settings.yaml:10
        The value of "packs.0.id" is not right: not small letters, digits and single hyphens.
        To mend it: correct it. It should be: names its files, such as all-languages."
    `);
  });

  it('are refused with a pack of no languages', async () => {
    expect(await problemsOfAdded('packs:\n  - { id: none, name: None, languages: [] }\n')).toMatchInlineSnapshot(`
      "error content/settings.yaml:10
        The value of "packs.0.languages" is not right: it is empty.
        To mend it: correct it. It should be: all, or a list of language tags, such as [en, es]."
    `);
  });

  it('are refused with a pack of something that is neither all nor a list', async () => {
    expect(await problemsOfAdded('packs:\n  - { id: some, name: Some, languages: most }\n')).toMatchInlineSnapshot(`
      "error content/settings.yaml:10
        The value of "packs.0.languages" is not right: it is none of the choices.
        To mend it: correct it. It should be: all, or a list of language tags, such as [en, es]."
    `);
  });

  it('are refused with a pack without a name', async () => {
    expect(await problemsOfAdded('packs:\n  - { id: some, languages: all }\n')).toMatchInlineSnapshot(`
      "error content/settings.yaml:10
        The key "packs.0.name" is missing.
        To mend it: add it. It should be: what staff call it, such as All languages."
    `);
  });
});

describe('an address', () => {
  it('is published when readers can reach it', () => {
    expect(isPublished({ address: 'https://handouts.clinic-site.org/' })).toBe(true);
  });

  it.each(['http://localhost:8080/', 'https://handouts.example/'])('is a preview: %s', (address) => {
    expect(isPublished({ address })).toBe(false);
  });
});
