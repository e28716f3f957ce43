import { describe, expect, it } from 'vitest';
import { writeHostingHeaders } from '../../src/publish/hosting-headers.ts';

function headersOf(paths: readonly string[], address: string): string {
  const files = new Map(paths.map((path) => [path, new Uint8Array()]));
  return new TextDecoder().decode(writeHostingHeaders(files, { address }).get('_headers'));
}

describe('the headers for hosts', () => {
  const text = headersOf(
    ['assets/site.3f2a9c1d.css', 'es/index.html', 'es/water/index.html', 'sw.js'],
    'https://clinic-site.org/health/',
  );
  const rules = text.split(/\n(?=\/)/).map((rule) => rule.trim().split(/\n\s+/));

  it('let browsers keep assets for ever, and ask before they show anything else', () => {
    const caching = rules.flatMap(([path, ...headers]) =>
      headers.filter((header) => header.startsWith('Cache-Control')).map((header) => [path, header]),
    );
    expect(caching).toEqual([
      ['/health/assets/*', 'Cache-Control: public, max-age=31536000, immutable'],
      ['/health/', 'Cache-Control: no-cache'],
      ['/health/es/*', 'Cache-Control: no-cache'],
      ['/health/sw.js', 'Cache-Control: no-cache'],
    ]);
  });

  it('forbid other sites to frame a page, which a page cannot say itself', () => {
    expect(rules[0]).toEqual(
      expect.arrayContaining([
        '/health/*',
        "Content-Security-Policy: frame-ancestors 'self'",
        'X-Content-Type-Options: nosniff',
      ]),
    );
  });

  it('begin at the root of a host of its own', () => {
    expect(headersOf(['es/index.html'], 'https://clinic-site.org/')).toContain('\n/es/*\n');
  });
});
