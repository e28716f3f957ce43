import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSheets } from '../../src/html/build-sheets.ts';
import { buildSite, type Site } from '../../src/html/build-site.ts';
import { readContent } from '../../src/read-content.ts';
import { projectSettings } from '../../scripts/project-settings.ts';
import { PROJECT } from '../fixture-site.ts';

let output: string;
let site: Site;

beforeAll(async () => {
  output = await mkdtemp(join(tmpdir(), 'handout-press-eleventy-'));
  const command = join(PROJECT, 'node_modules/@11ty/eleventy/cmd.cjs');
  const options = ['--quiet', `--output=${relative(PROJECT, output)}`];
  await promisify(execFile)(process.execPath, [command, ...options], { cwd: PROJECT });
  const settings = await projectSettings();
  if (!settings) throw new Error('The settings of this project could not be read.');
  const content = await readContent(settings);
  site = (await buildSite(buildSheets({ ...content, settings }), content, settings)).value;
  // All shipped pages are made twice, with their fonts, on a machine that may be busy.
}, 600_000);
afterAll(() => rm(output, { recursive: true, force: true }));

describe('Eleventy on its own, by .eleventy.js', () => {
  it('makes the pages of the build', async () => {
    for (const { path, content } of site.pages) expect(await readFile(join(output, path), 'utf8')).toBe(content);
  });

  it('writes the style sheets, fonts and pictures of the build', async () => {
    for (const [path, bytes] of site.assets) {
      expect(Buffer.from(bytes).equals(await readFile(join(output, path))), path).toBe(true);
    }
  });
});
