import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relativeUrl } from '../../src/html/relative-url.ts';

const slug = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9-]{0,8}$/);
const folder = fc.array(slug, { maxLength: 4 }).map((names) => (names.length === 0 ? '/' : `/${names.join('/')}/`));
const file = fc
  .tuple(folder, slug, fc.constantFrom('css', 'svg', 'pdf'))
  .map(([at, name, end]) => `${at}${name}.${end}`);
/** What a browser makes of a link on a page of this host. */
const resolved = (link: string, page: string): string => new URL(link, `https://host.test${page}`).pathname;

describe('a link within the site', () => {
  it('leads from any page to its target', () => {
    fc.assert(
      fc.property(fc.oneof(folder, file), fc.oneof(folder, file), (target, page) => {
        expect(resolved(relativeUrl(target, page, '/'), page)).toBe(target);
      }),
    );
  });

  it('leads to the same place when the site lies in a folder of its host', () => {
    fc.assert(
      fc.property(fc.oneof(folder, file), folder, folder, (target, page, base) => {
        const link = relativeUrl(target, page, base);
        expect(resolved(link, base + page.slice(1))).toBe(base + target.slice(1));
      }),
    );
  });

  it('never starts at the root of the host, so that the site also opens from a memory stick', () => {
    fc.assert(
      fc.property(fc.oneof(folder, file), folder, (target, page) => {
        expect(relativeUrl(target, page, '/')).toMatch(/^[^/]/);
      }),
    );
  });

  it('starts at the root on the page that is shown at any address', () => {
    expect(relativeUrl('/assets/site.css', '/404.html', '/')).toBe('/assets/site.css');
    expect(relativeUrl('/es/', '/404.html', '/handouts/')).toBe('/handouts/es/');
  });

  it.each([
    ['/es/', '/es/water/', '../'],
    ['/', '/', './'],
    ['/assets/site.css', '/', 'assets/site.css'],
    ['/en/water/', '/es/water/', '../../en/water/'],
  ])('to %s on the page %s is %s', (target, page, link) => {
    expect(relativeUrl(target, page, '/')).toBe(link);
  });
});
