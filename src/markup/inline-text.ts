import { escapeHtml } from './escape-html.ts';

/** A run of text twice: as HTML for the page, and as the plain words a reader must find on it. */
export interface InlineText {
  html: string;
  text: string;
}

/** Text of an author's, which may hold facts and words of another language. */
export interface AuthoredText extends InlineText {
  /** The words that are the author's own, in the language of the text: without facts and marked foreign words. */
  own: string;
}

/**
 * A fact that stands once, in a record, and is named in texts by `{{its.name}}`: a phone number, a
 * number, or a proper name that no language translates.
 */
export type Reference =
  | { kind: 'phone'; display: string; href: string }
  | { kind: 'number'; display: string }
  | { kind: 'name'; display: string; locale: string };

/** References by the name that texts use, such as `every-woman-counts.phone`. */
export type References = ReadonlyMap<string, Reference>;

/**
 * Draws a reference. Phone numbers are isolated (`bdi`): a bare 310-706-2594 after Arabic letters would
 * print as 2594-706-310. The id is there for the PDF: Chromium drops the language of a `span` or `bdi`
 * without one.
 */
export function renderReference(reference: Reference, id: string): InlineText {
  const text = reference.display;
  const shown = escapeHtml(text);
  if (reference.kind === 'phone') {
    return { html: `<a class="phone" href="${escapeHtml(reference.href)}"><bdi dir="ltr">${shown}</bdi></a>`, text };
  }
  if (reference.kind === 'number') return { html: `<bdi>${shown}</bdi>`, text };
  return { html: foreignText(text, reference.locale, id, 'ltr').html, text };
}

/** Text in another language than its surroundings: carries its own language, direction and isolation. */
export function foreignText(text: string, locale: string, id: string, dir: 'ltr' | 'rtl'): InlineText {
  return { html: `<bdi id="${id}" lang="${locale}" dir="${dir}">${escapeHtml(text)}</bdi>`, text };
}

export { escapeHtml };
