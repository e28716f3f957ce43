import { describe, expect, it } from 'vitest';
import { missingPage, refusedSheet, sheetView, withClient } from '../../../scripts/dev/dev-pages.ts';
import { error } from '../../../src/problem.ts';

const SHEET = {
  url: '/es/water/',
  title: 'Agua & sed',
  files: [
    { form: 'standard', pdf: 'print/a/es/water.pdf' },
    { form: 'a4', pdf: 'print/a/es/water-a4.pdf' },
  ],
};

describe('a page that is being written', () => {
  it('gets a script at its end, which knows its version', () => {
    expect(withClient('<p>x</p></body></html>', 3, '/__sheet/es/water/')).toBe(
      '<p>x</p><script src="/__dev/client.js" data-version="3" data-view="/__sheet/es/water/"></script></body></html>',
    );
  });

  it('says that it is still being made, or that there is none', () => {
    expect(missingPage('/es/', true)).toContain('It appears by itself.');
    expect(missingPage('/<b>/', false)).toContain('There is no page at /&lt;b&gt;/.');
  });
});

describe('the view of a sheet', () => {
  it('has the page on the one side and its PDF on the other', () => {
    const html = sheetView(SHEET, null);
    expect(html).toContain('src="/es/water/"');
    expect(html).toContain('src="/print/a/es/water.pdf"');
    expect(html).toContain('<title>Agua &amp; sed</title>');
  });

  it('shows the form that was asked for, and links to the others', () => {
    const html = sheetView(SHEET, 'a4');
    expect(html).toContain('src="/print/a/es/water-a4.pdf"');
    expect(html).toContain('<a href="/__sheet/es/water/?form=standard">standard</a> <b>a4</b>');
  });

  it('says why a sheet was not printed', () => {
    expect(refusedSheet([error('a.md', 'It is <too> long.', 'cut it.')])).toContain(
      'It is &lt;too&gt; long.<br>To mend it: cut it.',
    );
  });
});
