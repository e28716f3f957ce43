import { describe, expect, it } from 'vitest';
import { createLiveSite } from '../../../scripts/dev/live-site.ts';
import type { MakerAnswer } from '../../../scripts/dev/maker-messages.ts';
import { warning } from '../../../src/problem.ts';

type SiteAnswer = Extract<MakerAnswer, { kind: 'site' }>;

const PDF = 'print/a/es/water.pdf';

/** A site of some pages, of which `/es/water/` is a sheet. */
function made(pages: Record<string, string>, other: Partial<SiteAnswer> = {}): SiteAnswer {
  return {
    ...{ kind: 'site', id: 1, isWhole: true, problems: [], assets: [] },
    pages: Object.entries(pages).map(([url, content]) => ({ url, path: `${url.slice(1)}index.html`, content })),
    sheets: [{ url: '/es/water/', title: 'Agua', files: [{ form: 'standard', pdf: PDF }] }],
    ...other,
  };
}

const asset = (path: string, text: string): [string, Uint8Array] => [path, new TextEncoder().encode(text)];

describe('the site that is being written', () => {
  it('knows which pages an update changed', () => {
    const site = createLiveSite();
    expect(site.accept(made({ '/es/water/': 'a', '/es/': 'list' })).urls).toEqual(['/es/water/', '/es/']);
    expect(site.accept(made({ '/es/water/': 'b', '/es/': 'list' }))).toEqual({
      urls: ['/es/water/'],
      isEverywhere: false,
    });
    expect([site.versionOf('/es/water/'), site.versionOf('/es/'), site.versionOf('/none/')]).toEqual([2, 1, 0]);
    expect(site.file('es/water/index.html')).toBe('b');
  });

  it('takes only sheets from a part of an update: lists lack what is not made yet', () => {
    const site = createLiveSite();
    expect(site.accept(made({ '/es/': 'short list' }, { isWhole: false })).urls).toEqual(['/es/']);
    expect(site.isBeginning()).toBe(true);
    site.accept(made({ '/es/water/': 'a', '/es/': 'whole list' }));
    expect(site.isBeginning()).toBe(false);
    expect(site.accept(made({ '/es/water/': 'b', '/es/': 'short list' }, { isWhole: false })).urls).toEqual([
      '/es/water/',
    ]);
    expect(site.file('es/index.html')).toBe('whole list');
  });

  it('changes every page with its styles and scripts, and none with its fonts', () => {
    const site = createLiveSite();
    const pages = { '/es/': 'list' };
    site.accept(made(pages, { assets: [asset('assets/site.css', 'a'), asset('assets/fonts/es.css', 'a')] }));
    const fonts = [asset('assets/site.css', 'a'), asset('assets/fonts/es.css', 'b')];
    expect(site.accept(made(pages, { assets: fonts })).isEverywhere).toBe(false);
    const version = site.versionOf('/es/');
    expect(site.accept(made(pages, { assets: [asset('assets/site.css', 'b')] })).isEverywhere).toBe(true);
    expect(site.versionOf('/es/')).toBe(version + 1);
  });

  it('stays as it is when nothing can be made, with the reasons', () => {
    const site = createLiveSite();
    site.accept(made({ '/es/': 'list' }));
    const reasons = [warning('a.md', 'It is wrong.', 'correct it.')];
    site.refuse(reasons);
    expect([site.file('es/index.html'), site.problems()]).toEqual(['list', reasons]);
  });

  it('has no size of a PDF that is not printed, and no worker that answers from what it kept', () => {
    const site = createLiveSite();
    site.accept(made({ '/es/': `<bdi data-size-of="${PDF}"></bdi>` }, { assets: [asset('sw.js', 'keep')] }));
    expect(site.file('es/index.html')).toBe('<bdi>…</bdi>');
    expect(site.file('sw.js')).toContain('unregister');
    expect([site.isPdf(PDF), site.isPdf('print/none.pdf')]).toEqual([true, false]);
  });
});
