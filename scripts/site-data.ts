import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buildLanguages } from '../src/html/build-languages.ts';
import { buildYours } from '../src/html/build-yours.ts';
import { buildPrintLists } from '../src/html/build-print-lists.ts';
import { buildPrintShops } from '../src/html/build-print-shops.ts';
import { buildSheets } from '../src/html/build-sheets.ts';
import { buildSite } from '../src/html/build-site.ts';
import { buildStatusPage } from '../src/html/build-status-page.ts';
import { preloadedFonts } from '../src/html/page-fonts.ts';
import { buildSiteData, type SiteData } from '../src/html/build-site-data.ts';
import { readContent } from '../src/read-content.ts';
import { buildStatus } from '../src/status/build-status.ts';
import { projectSettings } from './project-settings.ts';

/** What Eleventy needs when it is run on its own. */
export interface StandaloneSite {
  siteData: SiteData;
  /** Writes style sheets, fonts and pictures, which are not templates. */
  writeAssets(output: string): Promise<void>;
}

/** Reads the content for `.eleventy.js`; problems in it are printed as the build prints them. */
export async function readStandaloneSite(): Promise<StandaloneSite> {
  const settings = await projectSettings();
  const content = await readContent(settings);
  const sheets = buildSheets({ ...content, settings });
  return {
    siteData: buildSiteData(
      sheets,
      {
        languages: buildLanguages({ ...content, sourceLocale: settings.sourceLocale }),
        printLists: buildPrintLists(sheets, content.tools, settings),
        preloads: preloadedFonts(content.languages, content.fonts),
        printShops: buildPrintShops(sheets, settings, [...content.tools.keys()]),
        yours: buildYours({ sheets, programs: content.records.programs, tools: content.tools, settings }),
        status: buildStatusPage(buildStatus(content, settings.sourceLocale)),
      },
      content.tools,
      settings,
    ),
    writeAssets: async (output) => {
      const { value: site } = await buildSite(sheets, content, settings);
      for (const [path, bytes] of site.assets) {
        await mkdir(dirname(join(output, path)), { recursive: true });
        await writeFile(join(output, path), bytes);
      }
    },
  };
}
