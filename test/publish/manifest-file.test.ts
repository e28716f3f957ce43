import { describe, expect, it } from 'vitest';
import { formatManifest } from '../../src/publish/manifest-file.ts';

const file = (path: string) => ({ path, bytes: 1, sha256: 'f' });
const list = (path: string) => ({ path, sha256: 'e', files: 1, bytes: 2 });
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('the file of a manifest', () => {
  it('is of files alone for a build without a network', () => {
    expect(text(formatManifest({ files: [file('a')], network: [] }))).toMatchInlineSnapshot(`
      "{
        "files": [
          {
            "path": "a",
            "bytes": 1,
            "sha256": "f"
          }
        ]
      }
      "
    `);
  });

  it('names the lists of the network, and which part of a build this is', () => {
    const shard = { index: 2, count: 3, plan: 'd' };
    const manifest = { shard, network: [list('network/es/0.json')], files: [] };
    expect(JSON.parse(text(formatManifest(manifest)))).toEqual(manifest);
  });

  it('is in the order of paths, by code unit, whatever the order they came in', () => {
    const manifest = { files: ['b', 'a', 'B'].map(file), network: ['network/b.json', 'network/a.json'].map(list) };
    const { files, network } = JSON.parse(text(formatManifest(manifest))) as typeof manifest;
    expect(files.map(({ path }) => path)).toEqual(['B', 'a', 'b']);
    expect(network.map(({ path }) => path)).toEqual(['network/a.json', 'network/b.json']);
  });
});
