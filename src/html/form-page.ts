import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Form } from '../forms.ts';
import type { Language } from '../i18n/languages.ts';
import type { Paper } from '../paper.ts';
import { type Footer, stackedFooterCss } from './build-footer.ts';
import { FORM_STYLE_FILE } from './stylesheet.ts';

/** The size and margins of a page as CSS. */
export function pageSize({ width, height, margins: { above, beside, below } }: Paper): string {
  return `@page{size:${width} ${height};margin:${above}px ${beside}px ${below}px}`;
}

/** Reads the styles of the other forms. */
export async function readFormStyles(templates: string): Promise<string> {
  return readFile(join(templates, 'styles', FORM_STYLE_FILE), 'utf8');
}

/** What a page needs beside its HTML to be printed in a form. */
export interface FormContext {
  form: Form;
  footer: Footer;
  language: Language;
  /** {@link readFormStyles} */
  styles: string;
}

/**
 * Makes the page of a sheet the one that a form of it is printed from. The words stay as they are; the standard form is
 * the page itself, but for its scripts, which are for readers.
 *
 * Input: `<html lang="es" …>…</head>`
 * Output: `<html data-form="phone" lang="es" …>…<style>…</style></head>`
 */
export function formPage(html: string, { form, footer, language, styles }: FormContext): string {
  const page = html.replaceAll(/<script [^>]*><\/script>\n/g, '');
  if (form.name === 'standard') return page;
  const css = [styles, pageSize(form.paper), `@page{font-size:${form.footerSize};color:${form.footerColour}}`];
  if (form.hasStackedFooter) css.push(stackedFooterCss(footer, language));
  return page
    .replace('<html ', `<html data-form="${form.name}" `)
    .replace('</head>', () => `<style>${css.join('\n')}</style>\n</head>`);
}
