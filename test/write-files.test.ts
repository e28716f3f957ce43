import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFiles } from '../src/write-files.ts';

let root: string;
beforeEach(async () => (root = await mkdtemp(join(tmpdir(), 'handout-press-test-'))));
afterEach(() => rm(root, { recursive: true }));

describe('writing files of a project', () => {
  it('makes their folders, and leaves nothing else behind', async () => {
    await writeFiles(
      root,
      new Map([
        ['a/b.md', 'B'],
        ['c.md', 'C'],
      ]),
    );
    expect(await readFile(join(root, 'a/b.md'), 'utf8')).toBe('B');
    expect((await readdir(root, { recursive: true })).sort()).toEqual(['a', 'a/b.md', 'c.md']);
  });

  it('changes none of them when one cannot be written', async () => {
    await writeFile(join(root, 'a'), 'old');
    await expect(
      writeFiles(
        root,
        new Map([
          ['a', 'new'],
          ['a/b', 'impossible'],
        ]),
      ),
    ).rejects.toThrow();
    expect(await readFile(join(root, 'a'), 'utf8')).toBe('old');
    expect(await readdir(root)).toEqual(['a']);
  });
});
