import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { secureContent } from '../../src/publish/content-security.ts';

const secure = (html: string, path = 'es/index.html'): string =>
  new TextDecoder().decode(secureContent(new Map([[path, new TextEncoder().encode(html)]])).get(path));

const page = (head: string, body = ''): string =>
  `<!doctype html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;

const policyOf = (html: string): string | undefined => /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1];

describe('the policy of a page', () => {
  it('stands before anything it could forbid, and tells other sites nothing', () => {
    expect(secure(page('<title>x</title>'))).toContain(
      '<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; script-src \'self\'; ' +
        "style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; " +
        "worker-src 'self'; frame-src 'self' blob:; base-uri 'none'; form-action 'self'\">\n" +
        '<meta name="referrer" content="no-referrer">',
    );
  });

  it('allows the page’s own styles, by the hash of just their text', () => {
    const css = "@page{@bottom-left{content:'A & B'}}\n";
    const hash = createHash('sha256').update(css).digest('base64');
    const html = secure(page(`<style>${css}</style>`, `<svg><style>${css}</style></svg>`));
    expect(policyOf(html)).toContain(`style-src 'self' 'sha256-${hash}';`);
    expect(html.match(/sha256-/g)).toHaveLength(1);
  });

  it('leaves data for search engines alone: no browser executes it', () => {
    const data = '<script type="application/ld+json">{"a":1}</script>';
    expect(secure(page(data))).toContain(data);
  });

  it('is given to pages only', () => {
    expect(secure('{}', 'es/offline.json')).toBe('{}');
  });
});

describe('a page that its policy would break', () => {
  it.each([
    ['<script>alert(1)</script>', 'es/index.html has an inline script.'],
    ['<p style="color:red">x</p>', 'es/index.html has <p style="color:red">.'],
    ['<body onload="go()">', 'es/index.html has <body onload="go()">.'],
    ['<svg><path style="fill:red"/></svg>', 'es/index.html has <path style="fill:red">.'],
  ])('is refused: %s', (body, message) => {
    expect(() => secure(page('', body))).toThrow(message);
  });

  it('is refused without a place for it', () => {
    expect(() => secure('<p>')).toThrow('es/index.html has no <meta charset="utf-8">');
  });
});
