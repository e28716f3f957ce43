import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { FORM_NAMES, type FormName } from '../../src/forms.ts';
import { fixtureSettings, PROJECT } from '../fixture-site.ts';
import { type BuiltSite, buildWholeSite } from '../html/build-fixture-site.ts';
import { isLoose } from './outline.ts';
import { type PrintedOutlines, printWithOutlines } from './print-with-outlines.ts';

const LOCALES = readdirSync(join(PROJECT, 'locales'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const SOURCE = 'en';
const HANDOUTS = ['calciphylaxis', 'calciphylaxis-visit', 'free-screening'];

/** The forms in which a sheet of a language can be had. */
function formsIn(locale: string): FormName[] {
  return FORM_NAMES.filter((form) => form !== 'bilingual' || locale !== SOURCE);
}

/** The handouts that are compared: each in the standard form, and one in each of the others, by turns. */
function handoutsIn(locale: string, form: FormName): string[] {
  const turn = (FORM_NAMES.indexOf(form) + LOCALES.indexOf(locale)) % HANDOUTS.length;
  return form === 'standard' ? HANDOUTS : HANDOUTS.slice(turn, turn + 1);
}

/** A site with those sheets only. */
function withSomeForms(built: BuiltSite): BuiltSite {
  const sheets = built.sheets.map((sheet) => {
    const { language, handout, files } = sheet;
    return { ...sheet, files: files.filter(({ form }) => handoutsIn(language.tag, form.name).includes(handout.id)) };
  });
  return { ...built, sheets };
}

let built: BuiltSite;
let printed: PrintedOutlines[];
beforeAll(async () => {
  built = await buildWholeSite(await fixtureSettings(PROJECT));
  printed = await printWithOutlines(withSomeForms(built));
  // About 150 prints, after a site of more than 400 pages.
}, 900_000);

describe.each(LOCALES)('a sheet in %s', (locale) => {
  it.each(formsIn(locale))('says in its PDF what its page says to a screen reader, in the form %s', (form) => {
    const sheets = printed.filter((one) => one.locale === locale && one.form === form);
    expect(sheets.map(({ handout }) => handout)).toEqual(handoutsIn(locale, form));
    for (const { id, page, pdf } of sheets) expect(pdf, `${id} in the form ${form}`).toEqual(page);
  });

  it('says nothing outside of a paragraph, a heading, an item or a cell', () => {
    const loose = printed
      .filter((one) => one.locale === locale)
      .flatMap(({ id, form, page, pdf }) => [...page, ...pdf].filter(isLoose).map((line) => `${id} ${form} ${line}`));
    expect(loose).toEqual([]);
  });
});

describe('the sheets that are compared', () => {
  it('are in every language of the press, and of each of its handouts', () => {
    expect([...built.content.tools.keys()].sort()).toEqual([...LOCALES].sort());
    expect([...new Set(built.sheets.map(({ handout }) => handout.id))]).toEqual(HANDOUTS);
  });
});
