import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashManifest, isWhole } from '../../src/publish/check-whole.ts';
import { describeFile, formatManifest, MANIFEST_FILE } from '../../src/publish/manifest-file.ts';
import { NetworkList } from '../../src/publish/network-list.ts';
import { replaceOutput } from '../../src/publish/replace-output.ts';

let parent: string;
let output: string;
let hash: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'handout-press-whole-'));
  output = join(parent, 'dist');
  const page = Buffer.from('<html>');
  await replaceOutput(output, (opened) => {
    opened.write('en/index.html', page);
    const list = new NetworkList(opened, 'network/es/0.json');
    list.write('network/c1/es/water.pdf', [Buffer.from('%PDF')]);
    const manifest = { files: [describeFile('en/index.html', [page])], network: [list.finish()] };
    opened.write(MANIFEST_FILE, formatManifest(manifest));
  });
  hash = hashManifest(output) ?? '';
});
afterEach(() => rm(parent, { recursive: true, force: true }));

describe('an output', () => {
  it('is whole as it was written', () => {
    expect(isWhole(output, hash)).toBe(true);
  });

  it('is whole with other files beside those of the press', async () => {
    await writeFile(join(output, 'CNAME'), 'handouts.example');
    expect(isWhole(output, hash)).toBe(true);
  });

  it.each(['en/index.html', 'network/c1/es/water.pdf', 'network/es/0.json', MANIFEST_FILE])(
    'is not whole without %s',
    async (path) => {
      await rm(join(output, path));
      expect(isWhole(output, hash)).toBe(false);
    },
  );

  it.each(['en/index.html', 'network/c1/es/water.pdf', 'network/es/0.json', MANIFEST_FILE])(
    'is not whole when %s is longer',
    async (path) => {
      await writeFile(join(output, path), ' ', { flag: 'a' });
      expect(isWhole(output, hash)).toBe(false);
    },
  );

  it('is not whole when a folder stands in the place of a file', async () => {
    await rm(join(output, 'en/index.html'));
    await mkdir(join(output, 'en/index.html'));
    expect(isWhole(output, hash)).toBe(false);
  });

  it('has no manifest where there is none', () => {
    expect(hashManifest(join(parent, 'elsewhere'))).toBeUndefined();
    expect(isWhole(join(parent, 'elsewhere'), hash)).toBe(false);
  });
});
