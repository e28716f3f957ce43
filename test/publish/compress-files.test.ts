import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compressFiles } from '../../src/publish/compress-files.ts';

const TEXT = Buffer.from('<p>Call 911.</p>'.repeat(100));

describe('the compressed copies of a file', () => {
  const files = compressFiles(
    new Map([
      ['es/index.html', TEXT],
      ['print/a/es/water.pdf', TEXT],
      ['tiny.txt', Buffer.from('a')],
    ]),
  );

  it('hold the same bytes', () => {
    expect(brotliDecompressSync(files.get('es/index.html.br') ?? '')).toEqual(TEXT);
    expect(gunzipSync(files.get('es/index.html.gz') ?? '')).toEqual(TEXT);
  });

  it('are there for texts that get smaller, and for nothing else', () => {
    expect([...files.keys()]).toEqual([
      'es/index.html',
      'print/a/es/water.pdf',
      'tiny.txt',
      'es/index.html.br',
      'es/index.html.gz',
    ]);
  });

  it('have the same bytes whenever they are made: a gzip file without a time', () => {
    expect([...(files.get('es/index.html.gz') ?? []).slice(4, 8)]).toEqual([0, 0, 0, 0]);
    expect(compressFiles(new Map([['es/index.html', TEXT]])).get('es/index.html.br')).toEqual(
      files.get('es/index.html.br'),
    );
  });
});
