import { buildSheets, type Sheet } from '../../src/html/build-sheets.ts';
import { buildSite, type Site } from '../../src/html/build-site.ts';
import type { Problem } from '../../src/problem.ts';
import { type Content, readContent } from '../../src/read-content.ts';
import type { Settings } from '../../src/settings.ts';
import { copyFixtureSite, fixtureSettings } from '../fixture-site.ts';

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

/** The HTML of the page at an address such as `/ar/water/`. */
export function pageAt({ site }: Pick<BuiltSite, 'site'>, url: string): string {
  const page = site.pages.find((candidate) => candidate.url === url);
  if (!page) throw new Error(`There is no page ${url}; there are ${site.pages.map((known) => known.url).join(', ')}.`);
  return page.content;
}
