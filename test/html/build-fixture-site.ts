import { FORM_NAMES, type FormName } from '../../src/forms.ts';
import { buildSheets, type Sheet, type SheetFile } from '../../src/html/build-sheets.ts';
import { buildSite, type Site } from '../../src/html/build-site.ts';
import type { Problem } from '../../src/problem.ts';
import { type Content, readContent } from '../../src/read-content.ts';
import type { Settings } from '../../src/settings.ts';
import { copyFixtureSite, fixtureSettings } from '../fixture-site.ts';

/** Settings that give the fixture site all forms, a pack of all its languages and one of English alone. */
export const EVERYTHING: Pick<Settings, 'forms' | 'packs'> = {
  forms: [...FORM_NAMES],
  packs: [
    { id: 'all-languages', name: 'All languages', languages: 'all' },
    { id: 'staff', name: 'For staff', languages: ['en'] },
  ],
};

export interface BuiltSite {
  settings: Settings;
  content: Content;
  sheets: Sheet[];
  site: Site;
  problems: Problem[];
}

/** Reads a site and builds its sheets and pages: all that comes before printing. */
export async function buildWholeSite(settings: Settings): Promise<BuiltSite> {
  const content = await readContent(settings);
  const sheets = buildSheets({ ...content, settings });
  const { value: site, problems } = await buildSite(sheets, content, settings);
  return { settings, content, sheets, site, problems };
}

/** {@link buildWholeSite} for a copy of the fixture site with some of its files changed. */
export async function buildFixtureSite(
  changes: Parameters<typeof copyFixtureSite>[0] = {},
  overrides: Partial<Settings> = {},
): Promise<BuiltSite> {
  return buildWholeSite(await fixtureSettings(await copyFixtureSite(changes), overrides));
}

/** The sheet of an id such as `full/ar/water`. */
export function sheetOf({ sheets }: Pick<BuiltSite, 'sheets'>, id: string): Sheet {
  const sheet = sheets.find((candidate) => candidate.id === id);
  if (!sheet) throw new Error(`There is no sheet ${id}; there are ${sheets.map((known) => known.id).join(', ')}.`);
  return sheet;
}

/** A sheet's file of a form. */
export function fileOf({ id, files }: Sheet, form: FormName = 'standard'): SheetFile {
  const file = files.find((candidate) => candidate.form.name === form);
  if (!file) throw new Error(`The sheet ${id} has no form ${form}.`);
  return file;
}

/** The HTML of the page at an address such as `/ar/water/`. */
export function pageAt({ site }: Pick<BuiltSite, 'site'>, url: string): string {
  const page = site.pages.find((candidate) => candidate.url === url);
  if (!page) throw new Error(`There is no page ${url}; there are ${site.pages.map((known) => known.url).join(', ')}.`);
  return page.content;
}
