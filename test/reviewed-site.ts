import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '../src/settings.ts';
import { readContent } from '../src/read-content.ts';
import { type NewReview, recordReview } from '../src/translation/record-review.ts';
import { recordWordsReview } from '../src/translation/record-words-review.ts';
import { copyFixtureSite, fixtureSettings } from './fixture-site.ts';

/** Who has reviewed everything. */
export const REVIEWER: NewReview = {
  name: 'Layla Example',
  qualification: 'certified medical interpreter',
  date: '2026-11-22',
  culture: true,
};

/**
 * The settings of a release of a copy of the fixture site in which all that can be reviewed is reviewed.
 * @param later writes files after that, by path from the site's root; it is given each file as it is
 */
export async function reviewedSite(
  later: Record<string, (text: string) => string> = {},
  overrides: Partial<Settings> = {},
): Promise<Settings> {
  const root = await copyFixtureSite();
  const settings = await fixtureSettings(root, { isRelease: true, ...overrides });
  const { handouts, words } = await readContent(settings);
  for (const handout of handouts) {
    for (const text of handout.texts) {
      const file = join(root, text.file);
      const { value, problems } = recordReview(await readFile(file, 'utf8'), handout, text, REVIEWER);
      if (value === undefined) throw new Error(JSON.stringify(problems));
      await writeFile(file, value);
    }
  }
  for (const review of words.values()) {
    await writeFile(join(root, review.file), recordWordsReview(undefined, review, REVIEWER));
  }
  for (const [path, change] of Object.entries(later)) {
    const file = join(root, path);
    const before = await readFile(file, 'utf8');
    const after = change(before);
    if (after === before) throw new Error(`${path} was not changed.`);
    await writeFile(file, after);
  }
  return settings;
}
