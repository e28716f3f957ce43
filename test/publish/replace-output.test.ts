import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { error, PressError } from '../../src/problem.ts';
import { MANIFEST_FILE } from '../../src/publish/manifest-file.ts';
import { replaceOutput } from '../../src/publish/replace-output.ts';
import { failureOf, putOutput, readTree, writeTree } from './output-folder.ts';

let parent: string;
let output: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'handout-press-publish-'));
  output = join(parent, 'dist');
});
afterEach(() => rm(parent, { recursive: true, force: true }));

describe('a new output', () => {
  it('is written where there was none, its parents too', async () => {
    const deep = join(parent, 'a/b/dist');
    await putOutput(deep, { 'es/index.html': 'hola' });
    expect(await readTree(deep)).toEqual({ [MANIFEST_FILE]: '{}', 'es/index.html': 'hola' });
  });

  it('takes the place of the old one as a whole: what is no longer made is gone', async () => {
    await putOutput(output, { 'old.html': 'old', 'both.html': 'old' });
    await putOutput(output, { 'both.html': 'new', 'new/index.html': 'new' });
    expect(await readTree(output)).toEqual({ [MANIFEST_FILE]: '{}', 'both.html': 'new', 'new/index.html': 'new' });
  });

  it('leaves nothing beside it', async () => {
    await putOutput(output, { 'a.html': '1' });
    await putOutput(output, { 'a.html': '2' });
    expect(await readdir(parent)).toEqual(['dist']);
  });

  it('gives back what filling it gave', async () => {
    const filled = await replaceOutput(output, (opened) => {
      opened.write(MANIFEST_FILE, Buffer.from('{}'));
      return 'three files';
    });
    expect(filled).toBe('three files');
  });

  it('holds every byte it was given', async () => {
    const path = fc
      .array(fc.stringMatching(/^[a-z][a-z0-9-]{0,6}$/), { minLength: 1, maxLength: 3 })
      .map((names) => `${names.join('/')}.bin`);
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.tuple(path, fc.uint8Array()), { selector: ([name]) => name }),
        async (files) => {
          await putOutput(output, files);
          for (const [name, bytes] of files) expect(new Uint8Array(await readFile(join(output, name)))).toEqual(bytes);
        },
      ),
      { numRuns: 10 },
    );
  });
});

describe('an output that cannot be written', () => {
  beforeEach(() => putOutput(output, { 'en/index.html': 'good' }));

  it.each([
    ['a file where a folder must be', { 'a/b.html': 'x', 'a/b.html/c.html': 'y' }],
    ['a path that climbs out of the folder', { '../outside.html': 'x' }],
    ['a path that climbs out by a detour', { 'en/../../outside.html': 'x' }],
    ['a path from the root of the disk', { '/tmp/handout-press-outside.html': 'x' }],
  ])('leaves the last one byte for byte: %s', async (_case, texts) => {
    const before = await readTree(output);
    const { problems } = await failureOf(() => putOutput(output, texts));
    expect(problems).toMatchObject([{ level: 'error', where: { file: output } }]);
    expect(problems[0]?.what).toMatch(/^The new output could not be written: .*\. The last one is still there\.$/);
    expect(problems[0]?.fix).toBe('make room on the disk and check that you may write there, then build again.');
    expect(await readTree(output)).toEqual(before);
    expect(await readdir(parent)).toEqual(['dist']);
  });

  it('says which path climbs out', async () => {
    const { problems } = await failureOf(() => putOutput(output, { '../outside.html': 'x' }));
    expect(problems[0]?.what).toContain('../outside.html leads out of the output folder');
  });

  it('leaves the last one when what fills it finds a problem of its own, and tells that one', async () => {
    const { problems } = await failureOf(() =>
      replaceOutput(output, (opened) => {
        opened.write('half.html', Buffer.from('half'));
        throw new PressError([error('content/x.md', 'It is wrong.', 'correct it.')]);
      }),
    );
    expect(problems).toEqual([error('content/x.md', 'It is wrong.', 'correct it.')]);
    expect(await readTree(output)).toEqual({ [MANIFEST_FILE]: '{}', 'en/index.html': 'good' });
    expect(await readdir(parent)).toEqual(['dist']);
  });

  it('is refused without a manifest: the next build would take it for somebody else’s folder', async () => {
    const { problems } = await failureOf(() =>
      replaceOutput(output, (opened) => opened.write('a.html', Buffer.from('a'))),
    );
    expect(problems[0]?.what).toContain('no manifest.json was written');
    expect(await readTree(output)).toEqual({ [MANIFEST_FILE]: '{}', 'en/index.html': 'good' });
  });
});

describe('a folder that is not of the press', () => {
  it('is left alone, and its owner told', async () => {
    await writeTree(output, { 'thesis.txt': 'years of work' });
    const { problems } = await failureOf(() => putOutput(output, {}));
    expect(problems).toEqual([
      {
        level: 'error',
        where: { file: output },
        what: 'This folder exists and was not made by the press, so it is left alone.',
        fix: 'move it away, or choose another folder with --output.',
      },
    ]);
    expect(await readTree(output)).toEqual({ 'thesis.txt': 'years of work' });
  });

  it('is left alone when it is a file', async () => {
    await writeFile(output, 'years of work');
    await failureOf(() => putOutput(output, {}));
    expect(await readFile(output, 'utf8')).toBe('years of work');
  });

  it('is left alone when it has the name a build moves the old output to', async () => {
    await putOutput(output, {});
    await writeTree(`${output}.previous`, { 'thesis.txt': 'years of work' });
    await failureOf(() => putOutput(output, {}));
    expect(await readTree(`${output}.previous`)).toEqual({ 'thesis.txt': 'years of work' });
  });

  it('is left alone when its name only looks like an output that is being written', async () => {
    for (const name of ['dist.next-year', 'dist.next-', 'dist2.next-1']) {
      await writeTree(join(parent, name), { 'thesis.txt': 'years of work' });
    }
    await putOutput(output, {});
    expect(await readdir(parent)).toEqual(['dist', 'dist.next-', 'dist.next-year', 'dist2.next-1']);
  });
});

describe('a build that was killed between its two moves', () => {
  beforeEach(() => writeTree(`${output}.previous`, { [MANIFEST_FILE]: '{}', 'en/index.html': 'good' }));

  it('has its good output back when the next one fails', async () => {
    await failureOf(() => putOutput(output, { '../outside.html': 'x' }));
    expect(await readTree(output)).toEqual({ [MANIFEST_FILE]: '{}', 'en/index.html': 'good' });
    expect(await readdir(parent)).toEqual(['dist']);
  });

  it('is forgotten when the next one succeeds', async () => {
    await putOutput(output, { 'en/index.html': 'new' });
    expect(await readTree(output)).toEqual({ [MANIFEST_FILE]: '{}', 'en/index.html': 'new' });
    expect(await readdir(parent)).toEqual(['dist']);
  });

  it('is forgotten when its new output was already in place', async () => {
    await writeTree(output, { [MANIFEST_FILE]: '{}', 'en/index.html': 'newer' });
    await putOutput(output, { 'en/index.html': 'newest' });
    expect(await readTree(output)).toEqual({ [MANIFEST_FILE]: '{}', 'en/index.html': 'newest' });
    expect(await readdir(parent)).toEqual(['dist']);
  });
});
