import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatProblem } from '../../src/problem.ts';
import type { Shard } from '../../src/publish/manifest.ts';
import { describeFile, formatManifest, MANIFEST_FILE } from '../../src/publish/manifest-file.ts';
import { mergeParts } from '../../src/publish/merge-parts.ts';
import { NetworkList } from '../../src/publish/network-list.ts';
import { replaceOutput } from '../../src/publish/replace-output.ts';
import { failureOf, readTree } from './output-folder.ts';

let parent: string;
let output: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'handout-press-merge-'));
  output = join(parent, 'dist');
});
afterEach(() => rm(parent, { recursive: true, force: true }));

interface Made {
  site?: string[];
  /** Files of the network by the path of their list. */
  network?: Record<string, string[]>;
  shard?: Shard;
}

/** Writes a made-up build in which each file says its own path. */
async function build(name: string, { site = [], network = {}, shard }: Made): Promise<string> {
  const folder = join(parent, name);
  await replaceOutput(folder, (opened) => {
    for (const path of site) opened.write(path, Buffer.from(path));
    const lists = Object.entries(network).map(([path, files]) => {
      const list = new NetworkList(opened, path);
      for (const file of files) list.write(file, [Buffer.from(file)]);
      return list.finish();
    });
    const files = site.map((path) => describeFile(path, [Buffer.from(path)]));
    opened.write(MANIFEST_FILE, formatManifest({ files, network: lists, shard }));
  });
  return folder;
}

const SITE = ['index.html', 'print/full/es/water.pdf'];
const ES = { 'network/es/0.json': ['network/c1/es/water.pdf', 'network/c2/es/water.pdf'] };
const AR = { 'network/ar/0.json': ['network/c1/ar/water.pdf'] };
const ZH = { 'network/zh-Hant/0.json': ['network/c1/zh-Hant/water.pdf'] };
const shard = (index: number, count = 3, plan = 'plan'): Shard => ({ index, count, plan });

const buildParts = () =>
  Promise.all([
    build('part-1', { site: SITE, shard: shard(1) }),
    build('part-2', { network: { ...ES, ...ZH }, shard: shard(2) }),
    build('part-3', { network: AR, shard: shard(3) }),
  ]);

/** All that is wrong, with the machine's folder left out. */
async function problemsOf(parts: readonly string[]): Promise<string> {
  const { problems } = await failureOf(() => mergeParts(parts, output));
  return problems.map(formatProblem).join('\n').replaceAll(`${parent}/`, '');
}

describe('the parts of a build, merged', () => {
  it('are the same, byte for byte, as the build without parts, in whatever order they are named', async () => {
    const whole = await build('whole', { site: SITE, network: { ...AR, ...ES, ...ZH } });
    const parts = await buildParts();
    const report = await mergeParts(parts.reverse(), output);
    expect(await readTree(output)).toEqual(await readTree(whole));
    expect(report).toMatchObject({ parts: 3, files: 6 });
  });

  it('are linked on one disk, not copied', async () => {
    const parts = await buildParts();
    await mergeParts(parts, output);
    const path = 'network/c1/ar/water.pdf';
    expect((await stat(join(output, path))).ino).toBe((await stat(join(parts[2] ?? '', path))).ino);
  });

  it('may be the only one', async () => {
    await mergeParts([await build('part-1', { site: SITE, network: ES, shard: shard(1, 1) })], output);
    expect(JSON.parse(await readFile(join(output, MANIFEST_FILE), 'utf8'))).not.toHaveProperty('shard');
  });

  it('take the place of the last output as a whole', async () => {
    await build('dist', { site: ['old.html'] });
    await mergeParts(await buildParts(), output);
    expect(await readdir(output)).not.toContain('old.html');
  });
});

describe('parts that do not make up a build', () => {
  it('are told all at once, and the last output stays with nothing beside it', async () => {
    await build('dist', { site: ['old.html'] });
    const parts = await Promise.all([
      build('part-1', { site: SITE, shard: shard(1, 8) }),
      build('part-2', { network: ES, shard: shard(2, 8, 'another plan') }),
      build('part-2-again', { network: AR, shard: shard(2, 8) }),
      build('part-of-4', { network: ZH, shard: shard(3, 4) }),
      build('whole', { site: ['other.html'] }),
    ]);
    expect(await problemsOf(parts)).toMatchInlineSnapshot(`
      "error part-2
        Part 2 was built from other content, settings or code than part 1 (part-1).
        To mend it: build both again from the same project and the same table of clinics.
      error part-2-again
        This is part 2 of 8, and so is part-2.
        To mend it: leave one of the two out.
      error part-of-4
        This is part 3 of 4, but part-1 is part 1 of 8.
        To mend it: build all parts with the same number of parts.
      error whole
        This is a whole build and not a part of one.
        To mend it: leave it out, or build it with --shard.
      error parts
        Parts 4, 5, 6, 7, 8 of 8 are missing.
        To mend it: build with --shard 4/8, --shard 5/8, --shard 6/8 and so on, and name those folders too."
    `);
    expect(Object.keys(await readTree(output))).toEqual(['manifest.json', 'old.html']);
    expect((await readdir(parent)).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
  });

  it('are told when one of them is missing', async () => {
    expect(await problemsOf((await buildParts()).slice(0, 2))).toMatchInlineSnapshot(`
      "error parts
        Part 3 of 3 is missing.
        To mend it: build with --shard 3/3, and name that folder too."
    `);
  });

  it('are told when one is named twice', async () => {
    const parts = await buildParts();
    expect(await problemsOf([...parts, parts[1] ?? ''])).toMatchInlineSnapshot(`
      "error part-2
        This is part 2 of 3, and so is part-2.
        To mend it: leave one of the two out."
    `);
  });

  it('are told when two have the same file', async () => {
    const parts = await Promise.all([
      build('part-1', { site: SITE, network: ES, shard: shard(1, 2) }),
      build('part-2', {
        network: { 'network/es/1.json': ['network/c2/es/water.pdf', 'network/c9/es/water.pdf'] },
        shard: shard(2, 2),
      }),
    ]);
    expect(await problemsOf(parts)).toMatchInlineSnapshot(`
      "error part-2
        network/c2/es/water.pdf is in part-1 too.
        To mend it: build both parts again, each into an empty folder."
    `);
  });

  it('are told when a folder is none, or its manifest is damaged', async () => {
    const parts = await buildParts();
    await writeFile(join(parts[1] ?? '', MANIFEST_FILE), '{"files": [');
    await writeFile(
      join(parts[2] ?? '', MANIFEST_FILE),
      '{"files": [], "shard": {"index": 9, "count": 3, "plan": "x"}}',
    );
    expect(await problemsOf([...parts, join(parent, 'nowhere')])).toMatchInlineSnapshot(`
      "error nowhere
        There is no manifest.json here.
        To mend it: name the folder that a build with --shard has written.
      error part-2
        manifest.json is damaged.
        To mend it: build this part again.
      error part-3
        manifest.json is damaged.
        To mend it: build this part again."
    `);
  });
});

describe('a part that was damaged on its way', () => {
  it('is told, with the files that are not as they were', async () => {
    const parts = await buildParts();
    await appendFile(join(parts[0] ?? '', 'index.html'), ' ');
    for (const path of [...(ES['network/es/0.json'] ?? []), ...(ZH['network/zh-Hant/0.json'] ?? [])]) {
      await rm(join(parts[1] ?? '', path));
    }
    await rm(join(parts[2] ?? '', 'network/ar/0.json'));
    expect(await problemsOf(parts)).toMatchInlineSnapshot(`
      "error part-1
        index.html is missing or is not as the part’s manifest says.
        To mend it: copy this part again from where it was built, or build it again.
      error part-2
        3 files are missing or are not as the part’s manifest says: network/c1/es/water.pdf, network/c2/es/water.pdf, network/c1/zh-Hant/water.pdf.
        To mend it: copy this part again from where it was built, or build it again.
      error part-3
        network/ar/0.json is missing or is not as the part’s manifest says.
        To mend it: copy this part again from where it was built, or build it again."
    `);
  });

  it('is told when a list of it is none', async () => {
    const part = await build('part-1', { site: SITE, shard: shard(1, 1) });
    await mkdir(join(part, 'network/es'), { recursive: true });
    await writeFile(join(part, 'network/es/0.json'), '[]');
    const { sha256 } = describeFile('', [Buffer.from('[]')]);
    const network = [{ path: 'network/es/0.json', sha256, files: 0, bytes: 0 }];
    await writeFile(join(part, MANIFEST_FILE), formatManifest({ files: [], network, shard: shard(1, 1) }));
    expect(await problemsOf([part])).toContain('network/es/0.json is missing or is not as the part’s manifest says.');
  });

  it('names only a few of very many files', async () => {
    const files = Array.from({ length: 9 }, (_, index) => `network/c${index}/es/water.pdf`);
    const part = await build('part-1', { network: { 'network/es/0.json': files }, shard: shard(1, 1) });
    for (const path of files) await rm(join(part, path));
    expect(await problemsOf([part])).toMatchInlineSnapshot(`
      "error part-1
        9 files are missing or are not as the part’s manifest says: network/c0/es/water.pdf, network/c1/es/water.pdf, network/c2/es/water.pdf and 6 more.
        To mend it: copy this part again from where it was built, or build it again."
    `);
  });

  it('cannot lead out of the output', async () => {
    await writeFile(join(parent, 'secret'), 'secret');
    const part = await build('part-1', { site: SITE, shard: shard(1, 1) });
    const files = [describeFile('../secret', [Buffer.from('secret')])];
    await writeFile(join(part, MANIFEST_FILE), formatManifest({ files, shard: shard(1, 1) }));
    expect(await problemsOf([part])).toContain('../secret leads out of the output folder');
  });

  it('is merged from a copy as from the original', async () => {
    const parts = await buildParts();
    await cp(parts[1] ?? '', join(parent, 'copied'), { recursive: true });
    const report = await mergeParts([parts[0] ?? '', join(parent, 'copied'), parts[2] ?? ''], output);
    expect(report.files).toBe(6);
  });
});
