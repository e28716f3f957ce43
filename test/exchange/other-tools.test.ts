import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyFixtureSite, PROJECT } from '../fixture-site.ts';
import { afterOf, importInto, onDisk } from './exchange-site.ts';

const FOLDER = join(PROJECT, 'test/fixtures/exchange');
const WATER = 'content/handouts/water/ar.md';

describe('what other programs gave back', async () => {
  // Each had the export of the fixture's handout, and translated one text of it anew.
  it.each(await readdir(FOLDER))('is taken as it was meant: %s', async (name) => {
    const root = await copyFixtureSite();
    const result = await importInto(root, [await readFile(join(FOLDER, name), 'utf8')]);
    expect(result.problems).toEqual([]);
    expect(afterOf(result, WATER)).toBe((await onDisk(root, WATER)).replace('- إغماء', '- فقدان الوعي'));
  });
});
