import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLogo } from '../../src/clinic/logo.ts';

const where = { file: 'content/clinics/x.yaml', line: 3 };
const PNG = readFileSync(new URL('../fixtures/site/content/clinics/full-moon-logo.png', import.meta.url));
const svg = (content: string): Uint8Array =>
  new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10">${content}</svg>`);

describe('a logo', () => {
  it('is read with its kind and size', () => {
    expect(parseLogo(PNG, 'logo.PNG', where).value).toMatchObject({ type: 'png', width: 120, height: 40 });
  });

  it('may be an SVG that draws and refers to itself', () => {
    expect(parseLogo(svg('<path id="a" d="M0 0h9"/><use href="#a"/>'), 'logo.svg', where).problems).toEqual([]);
  });

  it('may be named .jpeg only if it is one', () => {
    expect(parseLogo(PNG, 'logo.jpeg', where).problems[0]?.what).toBe('logo.jpeg is not a JPG picture.');
  });

  it('says that it is too large, with numbers that differ', () => {
    const heavy = new Uint8Array(200_100);
    heavy.set(PNG);
    expect(parseLogo(heavy, 'logo.png', where).problems[0]?.what).not.toContain('is 200 kB');
  });

  it.each([
    '<script>alert(1)</script>',
    '<path onload="alert(1)"/>',
    '<image href="https://example.org/x.png"/>',
    '<image xlink:href="//example.org/x.png"/>',
    '<a href="javascript:alert(1)"><path/></a>',
    '<style>@import "https://example.org/x.css";</style>',
    '<style>path{fill:url(https://example.org/x.svg#a)}</style>',
    '<foreignObject><iframe src="https://example.org/"/></foreignObject>',
  ])('is refused when it is an SVG that runs or loads something: %s', (content) => {
    expect(parseLogo(svg(content), 'logo.svg', where).problems).toHaveLength(1);
  });

  it('is refused, never thrown at, whatever its bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.constantFrom('a.png', 'a.jpg', 'a.svg'), (bytes, name) => {
        expect(parseLogo(bytes, name, where).problems).toHaveLength(1);
      }),
    );
  });
});
