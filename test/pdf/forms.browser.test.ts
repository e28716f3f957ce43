import { beforeAll, describe, expect, it } from 'vitest';
import { type FormName, FORM_NAMES, FORMS } from '../../src/forms.ts';
import { formatProblem } from '../../src/problem.ts';
import { buildFixtureSite } from '../html/build-fixture-site.ts';
import { printShippedContent, SHIPPED_TIMEOUT } from '../shipped-content.ts';
import { inspectForm, type Inspection } from './inspect-form.ts';
import { longHandout } from './long-handout.ts';
import { printBuilt } from './print-built-site.ts';
import { printFixtureSite, type PrintedSite } from './printed-site.ts';

/** Forms that go on over as many pages as they need. */
const FLOWING: FormName[] = ['large-print', 'bilingual', 'phone'];

const SITES: [string, () => Promise<PrintedSite>, FormName[]][] = [
  ['the fixture site', () => printFixtureSite({}, { forms: [...FORM_NAMES] }), [...FORM_NAMES]],
  ['a long handout', () => printFixtureSite(longHandout(), { forms: FLOWING }), FLOWING],
  ['the shipped content', printShippedContent, [...FORM_NAMES]],
];

describe.each(SITES)('the forms of %s', (_site, print, forms) => {
  let printed: PrintedSite;
  let inspected: Inspection[];
  beforeAll(async () => {
    printed = await print();
    inspected = [];
    for (const one of printed.printed) inspected.push(await inspectForm(one));
  }, SHIPPED_TIMEOUT);

  const ofForm = (form: FormName): Inspection[] => inspected.filter(({ one }) => one.form.name === form);
  /** What the files of a form show otherwise than they should, by file. */
  const wrongIn = (
    form: FormName,
    find: (file: Inspection) => readonly unknown[],
  ): Record<string, readonly unknown[]> =>
    Object.fromEntries(
      ofForm(form)
        .map((file) => [file.one.pdf, find(file)] as const)
        .filter(([, wrong]) => wrong.length > 0),
    );

  it('are all printed, without a problem', () => {
    expect(printed.problems.map(formatProblem)).toEqual([]);
    const all = printed.sheets.length;
    const translated = printed.sheets.filter(({ original }) => original).length;
    expect(translated).toBeGreaterThan(0);
    expect(forms.map((form) => [form, ofForm(form).length])).toEqual(
      forms.map((form) => [form, form === 'bilingual' ? translated : all]),
    );
  });

  it.each(forms)('have the pages of their paper, and two where they are one sheet: %s', (form) => {
    const { paper, isTwoSided } = FORMS[form];
    const isWrong = ({ width, height }: { width: number; height: number }) =>
      Math.abs(width - paper.widthInches * 72) > 0.5 || Math.abs(height - paper.heightInches * 72) > 0.5;
    expect(wrongIn(form, ({ pages }) => pages.filter(isWrong))).toEqual({});
    if (isTwoSided) expect(wrongIn(form, ({ pages }) => (pages.length === 2 ? [] : [pages.length]))).toEqual({});
  });

  it.each(forms)('have no text in the margins, where only the footer stands: %s', (form) => {
    expect(wrongIn(form, ({ inMargin }) => inMargin)).toEqual({});
  });

  it.each(forms)('never leave a heading behind at the foot of a page or column: %s', (form) => {
    expect(wrongIn(form, ({ headingsLeftBehind }) => headingsLeftBehind)).toEqual({});
  });

  it('have letters of 18 points or more everywhere in large print, also in the footer', () => {
    expect(wrongIn('large-print', ({ smallest }) => (smallest >= 17.99 ? [] : [smallest]))).toEqual({});
    expect(new Set(ofForm('large-print').map(({ one }) => one.points))).toEqual(new Set([18]));
  });

  it('have black letters alone in large print', () => {
    expect(wrongIn('large-print', ({ letterColours }) => letterColours.filter((one) => one !== '0 0 0'))).toEqual({});
  });

  it('have each block of two languages side by side: on one page, and as high', () => {
    expect(wrongIn('bilingual', ({ unevenBlocks }) => unevenBlocks)).toEqual({});
    expect(wrongIn('bilingual', ({ blocks: [own, original] }) => (own === original ? [] : [own, original]))).toEqual(
      {},
    );
    expect(Math.min(...ofForm('bilingual').map(({ blocks: [own] }) => own))).toBeGreaterThan(8);
  });

  if (forms.includes('ink-saver'))
    describe('that save ink', () => {
      it('have no colour but black and white', () => {
        expect(wrongIn('ink-saver', ({ colours }) => colours.filter((one) => one !== '0 0 0'))).toEqual({});
      });

      it('have no filled surface: what is filled is a line, a bullet, or the QR code', () => {
        expect(wrongIn('ink-saver', ({ surfaces }) => surfaces)).toEqual({});
        // In the standard form there are some, so that this means something.
        expect(ofForm('standard').some(({ surfaces }) => surfaces.length > 0)).toBe(true);
      });
    });
});

describe('the heading of a long handout', () => {
  it('would be left behind on some of its many pages if no style held it', async () => {
    const built = await buildFixtureSite(longHandout(), { forms: FLOWING });
    const loose = ':is(h1, h2, h3) { break-after: auto !important } h2::after { content: none !important }';
    const site = { ...built.site, formStyles: `${built.site.formStyles}\n${loose}` };
    const { value } = await printBuilt({ ...built, site });
    expect(Math.min(...value.map(({ pages }) => pages))).toBeGreaterThan(4);
    const files = await Promise.all(value.map(inspectForm));
    expect(files.some(({ headingsLeftBehind }) => headingsLeftBehind.length > 0)).toBe(true);
  });
});
