import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assetsNamedIn, fingerprintAssets } from '../../src/publish/fingerprint-assets.ts';
import { hashInName } from '../../src/publish/fingerprinted-name.ts';

const address = 'https://clinic-site.org/health/';

function fingerprint(files: Record<string, string>): Record<string, string> {
  const encoder = new TextEncoder();
  const given = new Map(Object.entries(files).map(([path, text]) => [path, encoder.encode(text)]));
  const decoder = new TextDecoder();
  return Object.fromEntries(
    [...fingerprintAssets(given, { address })].map(([path, bytes]) => [path, decoder.decode(bytes)]),
  );
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);

describe('the name of an asset', () => {
  it('has a hash of its content, and pages use that name', () => {
    const files = fingerprint({
      'assets/site.css': 'p{}',
      'es/water/index.html': '<link rel="stylesheet" href="../../assets/site.css">',
      '404.html': '<link rel="stylesheet" href="/health/assets/site.css">',
    });
    const name = `assets/site.${hashOf('p{}')}.css`;
    expect(files).toEqual({
      [name]: 'p{}',
      'es/water/index.html': `<link rel="stylesheet" href="../../${name}">`,
      '404.html': `<link rel="stylesheet" href="/health/${name}">`,
    });
  });

  it('changes with what it names: a style sheet with its fonts', () => {
    const site = (font: string): Record<string, string> =>
      fingerprint({
        'assets/fonts/es.css': '@font-face{src:url(noto.woff2) format("woff2")}',
        'assets/fonts/noto.woff2': font,
        'es/index.html': '<link href="../assets/fonts/es.css">',
      });
    const [one, other] = [site('A'), site('B')];
    expect(one[`assets/fonts/es.${hashOf(`@font-face{src:url(noto.${hashOf('A')}.woff2) format("woff2")}`)}.css`]).toBe(
      `@font-face{src:url(noto.${hashOf('A')}.woff2) format("woff2")}`,
    );
    expect(one['es/index.html']).not.toBe(other['es/index.html']);
  });

  it('is found in any attribute, in a web manifest, and with the address of the site', () => {
    const files = fingerprint({
      'assets/search/es.json': '{}',
      'assets/share/water.png': 'PNG',
      'assets/icon.png': 'ICON',
      'es/index.html': `<main data-index="../assets/search/es.json"><meta content="${address}assets/share/water.png">
<script type="application/ld+json">{"image":"${address}assets/share/water.png"}</script>`,
      'es/app.webmanifest': '{ "src": "../assets/icon.png" }',
    });
    const image = `${address}assets/share/water.${hashOf('PNG')}.png`;
    expect(files['es/index.html']).toBe(
      `<main data-index="../assets/search/es.${hashOf('{}')}.json"><meta content="${image}">
<script type="application/ld+json">{"image":"${image}"}</script>`,
    );
    expect(files['es/app.webmanifest']).toBe(`{ "src": "../assets/icon.${hashOf('ICON')}.png" }`);
  });

  it('stays with what people share and print, and with other hosts', () => {
    const page = '<a href="../print/a/es/water.pdf"></a><a href="https://other.org/health/assets/site.css"></a>';
    const files = { 'es/index.html': page, 'print/a/es/water.pdf': '%PDF', 'sw.js': 'self' };
    expect(fingerprint(files)).toEqual(files);
  });
});

describe('a fault of the press', () => {
  it('is an asset that is named and not there', () => {
    expect(() => fingerprint({ 'es/index.html': '<img src="../assets/logo.png">' })).toThrow(
      'es/index.html names assets/logo.png, which is not there.',
    );
  });

  it('is an asset that nothing names', () => {
    expect(() => fingerprint({ 'assets/old.js': '', 'es/index.html': '' })).toThrow(
      'No page or style sheet names assets/old.js.',
    );
  });
});

describe('a site of any pages and assets', () => {
  const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
  const path = fc.array(word, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
  const asset = fc
    .tuple(path, fc.constantFrom('css', 'js', 'woff2', 'png', 'svg'))
    .map(([name, ext]) => `${name}.${ext}`);

  it('has no reference that leads to nothing, and no name that does not say its content', () => {
    const run = (assets: readonly string[], folders: readonly string[], content: string): void => {
      const files = new Map<string, Uint8Array>(
        assets.map((name, index) => [`assets/${name}`, Buffer.from(`${content}${index}`)]),
      );
      folders.forEach((folder, index) => {
        const up = '../'.repeat(folder.split('/').length);
        const links = assets.map((name) => `<a href="${index % 2 ? up : address}assets/${name}"></a>`);
        files.set(`p/${folder}/index.html`, Buffer.from(links.join('').replaceAll('"../', '"../../')));
      });
      const result = fingerprintAssets(files, { address });
      for (const [name, bytes] of result) {
        if (name.endsWith('.html')) {
          const named = assetsNamedIn(bytes, name, address);
          expect(named).toHaveLength(assets.length);
          expect(named.filter((one) => !result.has(one) || hashInName(one) === undefined)).toEqual([]);
        } else {
          expect(name).toContain(`.${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}.`);
        }
      }
    };
    fc.assert(
      fc.property(
        fc.uniqueArray(asset, { minLength: 1, maxLength: 6 }),
        fc.uniqueArray(path, { minLength: 1, maxLength: 4 }),
        fc.stringMatching(/^[a-z]{0,5}$/),
        run,
      ),
      { numRuns: 50 },
    );
  });
});
