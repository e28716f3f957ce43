import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PressError } from '../../src/problem.ts';
import { MANIFEST_FILE, replaceOutput } from '../../src/publish/replace-output.ts';

let parent: string;
let output: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'handout-press-publish-'));
  output = join(parent, 'dist');
});
afterEach(() => rm(parent, { recursive: true, force: true }));

const filesOf = (texts: Record<string, string>): Map<string, Uint8Array> =>
  new Map(Object.entries({ [MANIFEST_FILE]: '{}', ...texts }).map(([path, text]) => [path, Buffer.from(text)]));

/** Every file below a folder with its text. */
async function readTree(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = files.sort().map(async (file) => [file.slice(folder.length + 1), await readFile(file, 'utf8')]);
  return Object.fromEntries((await Promise.all(read)) as [string, string][]);
}

async function writeTree(folder: string, texts: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(texts)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

const failureOf = (work: Promise<void>): Promise<PressError> =>
  work.then(
    () => Promise.reject(new Error('It was expected to fail.')),
    (failure: unknown) => (failure instanceof PressError ? failure : Promise.reject(failure as Error)),
  );

describe('a new output', () => {
  it('is written where there was none, its parents too', async () => {
    const deep = join(parent, 'a/b/dist');
    await replaceOutput(deep, filesOf({ 'es/index.html': 'hola' }));
    expect(await readTree(deep)).toEqual({ [MANIFEST_FILE]: '{}', 'es/index.html': 'hola' });
  });

  it('takes the place of the old one as a whole: what is no longer made is gone', async () => {
    await replaceOutput(output, filesOf({ 'old.html': 'old', 'both.html': 'old' }));
    await replaceOutput(output, filesOf({ 'both.html': 'new', 'new/index.html': 'new' }));
    expect(await readTree(output)).toEqual({ [MANIFEST_FILE]: '{}', 'both.html': 'new', 'new/index.html': 'new' });
  });

  it('leaves nothing beside it', async () => {
    await replaceOutput(output, filesOf({ 'a.html': '1' }));
    await replaceOutput(output, filesOf({ 'a.html': '2' }));
    expect(await readdir(parent)).toEqual(['dist']);
  });

  it('holds every byte it was given', async () => {
    const path = fc
      .array(fc.stringMatching(/^[a-z][a-z0-9-]{0,6}$/), { minLength: 1, maxLength: 3 })
      .map((names) => `${names.join('/')}.bin`);
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.tuple(path, fc.uint8Array()), { selector: ([name]) => name }),
        async (files) => {
          await replaceOutput(output, new Map([[MANIFEST_FILE, new Uint8Array()], ...files]));
          for (const [name, bytes] of files) expect(new Uint8Array(await readFile(join(output, name)))).toEqual(bytes);
        },
      ),
      { numRuns: 10 },
    );
  });
});

describe('an output that cannot be written', () => {
  beforeEach(() => replaceOutput(output, filesOf({ 'en/index.html': 'good' })));

  it.each([
    ['a file where a folder must be', { 'a/b.html': 'x', 'a/b.html/c.html': 'y' }],
    ['a path that climbs out of the folder', { '../outside.html': 'x' }],
    ['a path that climbs out by a detour', { 'en/../../outside.html': 'x' }],
    ['a path from the root of the disk', { '/tmp/handout-press-outside.html': 'x' }],
  ])('leaves the last one byte for byte: %s', async (_case, texts) => {
    const before = await readTree(output);
    const { problems } = await failureOf(replaceOutput(output, filesOf(texts)));
    expect(problems).toMatchObject([{ level: 'error', where: { file: output } }]);
    expect(problems[0]?.what).toMatch(/^The new output could not be written: .*\. The last one is still there\.$/);
    expect(problems[0]?.fix).toBe('make room on the disk and check that you may write there, then build again.');
    expect(await readTree(output)).toEqual(before);
    expect(await readdir(parent)).toEqual(['dist']);
  });

  it('says which path climbs out', async () => {
    const { problems } = await failureOf(replaceOutput(output, filesOf({ '../outside.html': 'x' })));
    expect(problems[0]?.what).toContain('../outside.html leads out of the output folder');
  });
});

describe('a folder that is not of the press', () => {
  it('is left alone, and its owner told', async () => {
    await writeTree(output, { 'thesis.txt': 'years of work' });
    const { problems } = await failureOf(replaceOutput(output, filesOf({})));
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
    await failureOf(replaceOutput(output, filesOf({})));
    expect(await readFile(output, 'utf8')).toBe('years of work');
  });

  it('is left alone when it has the name a build moves the old output to', async () => {
    await replaceOutput(output, filesOf({}));
    await writeTree(`${output}.previous`, { 'thesis.txt': 'years of work' });
    await replaceOutput(output, filesOf({})).catch(() => undefined);
    expect(await readTree(`${output}.previous`)).toEqual({ 'thesis.txt': 'years of work' });
  });
});

describe('a build that was killed between its two moves', () => {
  beforeEach(() => writeTree(`${output}.previous`, { [MANIFEST_FILE]: '{}', 'en/index.html': 'good' }));

  it('has its good output back when the next one fails', async () => {
    await failureOf(replaceOutput(output, filesOf({ '../outside.html': 'x' })));
    expect(await readTree(output)).toEqual({ [MANIFEST_FILE]: '{}', 'en/index.html': 'good' });
    expect(await readdir(parent)).toEqual(['dist']);
  });

  it('is forgotten when the next one succeeds', async () => {
    await replaceOutput(output, filesOf({ 'en/index.html': 'new' }));
    expect(await readTree(output)).toEqual({ [MANIFEST_FILE]: '{}', 'en/index.html': 'new' });
    expect(await readdir(parent)).toEqual(['dist']);
  });

  it('is forgotten when its new output was already in place', async () => {
    await writeTree(output, { [MANIFEST_FILE]: '{}', 'en/index.html': 'newer' });
    await replaceOutput(output, filesOf({ 'en/index.html': 'newest' }));
    expect(await readTree(output)).toEqual({ [MANIFEST_FILE]: '{}', 'en/index.html': 'newest' });
    expect(await readdir(parent)).toEqual(['dist']);
  });
});
