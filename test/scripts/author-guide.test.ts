import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { insertGuide } from '../../scripts/author-guide.ts';
import { PROJECT } from '../fixture-site.ts';

const readme = await readFile(join(PROJECT, 'README.md'), 'utf8');

describe('the author guide in the README', () => {
  it('says what the schemas say (if not, run `npm run guide`)', () => {
    expect(insertGuide(readme)).toBe(readme);
  });

  it('describes every key', () => {
    const rows = readme.split('\n').filter((line) => /^\| `[\w-]+` \|/.test(line));
    expect(rows.length).toBeGreaterThan(40);
    expect(rows.filter((row) => /\|\s+\|$/.test(row))).toEqual([]);
  });

  it('cannot be put into a text without its two marks', () => {
    expect(() => insertGuide('# Title')).toThrow('README.md needs the lines');
  });
});

describe('the README', () => {
  it('names only npm scripts, files and folders that are there', async () => {
    const { scripts } = JSON.parse(await readFile(join(PROJECT, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = [...readme.matchAll(/`npm (?:run )?([a-z][a-z:-]*)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts) && name !== 'install')).toEqual([]);
    const paths = [...readme.replaceAll(/`[^`]*`/g, '').matchAll(/\]\(([^)#]+)\)/g)].map(([, path = '']) => path);
    const local = paths.filter((path) => !/^(https?:|lang:)/.test(path));
    expect(local.length).toBeGreaterThan(2);
    for (const path of local) await expect(readFile(join(PROJECT, path))).resolves.toBeDefined();
  });
});
