import { parse } from 'parse5';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Form, FORM_NAMES, FORMS } from '../../src/forms.ts';
import type { Sheet } from '../../src/html/build-sheets.ts';
import { readSheetText } from '../../src/html/check-pages.ts';
import { formPage, pageSize, readFormStyles } from '../../src/html/form-page.ts';
import { LETTER, PHONE_SCREEN, WIDE_MARGINS } from '../../src/paper.ts';
import { type BuiltSite, buildFixtureSite, EVERYTHING, fileOf, pageAt, sheetOf } from './build-fixture-site.ts';
import { elementsOf, textOf } from './page-elements.ts';

const OTHERS = FORM_NAMES.filter((name) => name !== 'standard');

let built: BuiltSite;
let styles: string;
beforeAll(async () => {
  built = await buildFixtureSite({}, EVERYTHING);
  styles = await readFormStyles(built.settings.templates);
});

/** The page a sheet has for a form, and the one the form is printed from. */
function pages(id: string, form: Form, footer?: Sheet['footer']): { page: string; printed: string } {
  const sheet = sheetOf(built, id);
  const page = pageAt(built, fileOf(sheet, form.name).url);
  const printed = formPage(page, { form, footer: footer ?? sheet.footer, language: sheet.language, styles });
  return { page, printed };
}
/** The last style element: what the form adds. */
const addedTo = (html: string): string => /<style>((?:(?!<style>)[^])*)<\/style>\s*<\/head>/.exec(html)?.[1] ?? '';

describe('the page a form is printed from', () => {
  it('is the page itself for the standard form, but for its scripts', () => {
    const { page, printed } = pages('full/ar/water', FORMS.standard);
    expect(elementsOf(page).filter(({ attributes: { src } }) => src?.endsWith('.js'))).toHaveLength(2);
    expect(printed).toBe(page.replaceAll(/<script src=.*\n/g, ''));
    for (const name of OTHERS) expect(pages('full/ar/water', FORMS[name]).printed).not.toContain('<script src');
  });

  it.each(OTHERS)('has just the words and elements of the page: %s', (name) => {
    const { page, printed } = pages('full/ar/water', FORMS[name]);
    expect(printed).not.toBe(page);
    expect(readSheetText(printed).trim()).toBe(readSheetText(page).trim());
    expect(textOf(parse(printed))).toBe(textOf(parse(page)));
    const bodyOf = (html: string): string => html.slice(html.indexOf('<body'));
    expect(bodyOf(printed)).toBe(bodyOf(page));
  });

  it.each(OTHERS)('tells its styles which form it is, and still its language and direction: %s', (name) => {
    const [html] = elementsOf(pages('full/ar/water', FORMS[name]).printed);
    expect(html?.attributes).toEqual({ 'data-form': name, lang: 'ar', dir: 'rtl' });
  });

  it.each(OTHERS)('has the styles of the forms, its paper and its footer size, after all other styles: %s', (name) => {
    const form = FORMS[name];
    const { printed } = pages('full/en/water', name === 'bilingual' ? FORMS.a4 : form);
    const css = addedTo(name === 'bilingual' ? pages('full/ar/water', form).printed : printed);
    expect(css).toContain(styles);
    expect(css).toContain(pageSize(form.paper));
    expect(css).toContain(`@page{font-size:${form.footerSize};color:${form.footerColour}}`);
    expect(css.indexOf(pageSize(form.paper))).toBeGreaterThan(css.indexOf(styles));
  });

  it('has the parts of its footer below each other where the form says so, and only there', () => {
    for (const name of OTHERS.filter((one) => one !== 'bilingual')) {
      const css = addedTo(pages('full/en/water', FORMS[name]).printed);
      expect([name, css.includes('white-space:pre-line')]).toEqual([name, FORMS[name].hasStackedFooter]);
    }
  });

  it('has a footer in which signs that mean something in a replacement are signs', () => {
    const footer = { start: "$& $1 $` $'", page: [], end: 'end' };
    const css = addedTo(pages('full/en/water', FORMS.phone, footer).printed);
    expect(css).toContain('"$& $1 $` $\'"');
    expect(css.match(/@bottom-center/g)).toHaveLength(1);
  });
});

describe('the size of a page as CSS', () => {
  it('is its paper with the margins above, on both sides and below', () => {
    expect(pageSize(LETTER)).toBe('@page{size:8.5in 11in;margin:31px 37px 47px}');
    expect(pageSize(PHONE_SCREEN)).toBe('@page{size:360px 640px;margin:18px 16px 58px}');
    expect(pageSize(WIDE_MARGINS)).toContain('margin:96px 96px 124px');
  });
});

describe('the styles of the forms', () => {
  it('are in no style sheet that a page of the site loads by itself: no phone has to load them', () => {
    // The page for a clinic of one's own prints every form.
    const others = built.site.pages.filter(({ url }) => url !== '/yours/');
    for (const { content } of others) expect(content).not.toMatch(/<html[^>]* data-form|assets\/forms\//);
    const sheets = [...built.site.assets].filter(
      ([path]) => path.endsWith('.css') && !path.startsWith('assets/forms/'),
    );
    for (const [, bytes] of sheets) expect(new TextDecoder().decode(bytes)).not.toContain('data-form');
    expect(built.site.formStyles).toBe(styles);
  });
});
