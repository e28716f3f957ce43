import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeFile, formatManifest, MANIFEST_FILE } from '../../src/publish/manifest-file.ts';
import { replaceOutput } from '../../src/publish/replace-output.ts';
import { type Ended, runHandouts } from './run-handouts.ts';

let parent: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'handout-press-merge-script-'));
});
afterEach(() => rm(parent, { recursive: true, force: true }));

const runMerge = (...args: string[]): Promise<Ended> => runHandouts(['merge', ...args]);

/** Writes part 1 or 2 of a made-up build of two. */
async function writePart(index: number): Promise<string> {
  const folder = join(parent, `part-${index}`);
  const path = `page-${index}.html`;
  await replaceOutput(folder, (output) => {
    output.write(path, Buffer.from(path));
    const shard = { index, count: 2, plan: 'plan' };
    output.write(MANIFEST_FILE, formatManifest({ files: [describeFile(path, [Buffer.from(path)])], shard }));
  });
  return folder;
}

describe('npm run merge', () => {
  it('joins the parts of a build and sums them up', async () => {
    const output = join(parent, 'dist');
    const { code, stdout } = await runMerge(await writePart(2), await writePart(1), '--output', output);
    expect(stdout).toMatch(/^2 files \(0\.0 MB\) of 2 parts are in .*dist\/\n$/);
    expect(code).toBe(0);
    expect(await readFile(join(output, 'page-2.html'), 'utf8')).toBe('page-2.html');
  });

  it('fails on parts that are no build, with where, what and how to mend it', async () => {
    const { code, stdout, stderr } = await runMerge(await writePart(2), '--output', join(parent, 'dist'));
    expect(stdout).toContain('error parts\n  Part 1 of 2 is missing.\n  To mend it: build with --shard 1/2');
    expect(stdout).toContain('1 problem. Nothing was published');
    expect([code, stderr]).toEqual([1, '']);
  });

  it('needs a part', async () => {
    const { code, stderr } = await runMerge();
    expect(stderr).toContain("error command line\n  Missing required argument 'part'.");
    expect(code).toBe(2);
  });
});
