import { editionDate, type Handout, type HandoutText } from '../handout/handout.ts';
import { counterStyle } from '../i18n/digits.ts';
import type { Language } from '../i18n/languages.ts';
import type { LanguageTools } from '../i18n/language-tools.ts';
import { isDraft } from '../translation/translation-state.ts';

/** The foot of a printed page, as plain strings: it is drawn in page-margin boxes, which hold no elements. */
export interface Footer {
  /** Code and edition, at the start of the line. */
  start: string;
  /** The words of “page x of y” and, among them, the two numbers in the order of the language. */
  page: (string | { counter: 'page' | 'pages' })[];
  /** Language in its own script and in English, at the end of the line. */
  end: string;
}

/**
 * Sets Latin words off in a right-to-left line by left-to-right marks (Unicode UAX #9): margin boxes have no markup for
 * it. Not by isolates: no font of the press has them, and at the end of a line Chromium drew them from one of the machine.
 */
const latin = (text: string, { dir }: Language): string => (dir === 'rtl' ? `\u200E${text}\u200E` : text);

/** Stand for the numbers while the message is put together; from the private use area, so no text has them. */
const COUNTERS = { page: '\uE000', pages: '\uE001' };

/** Builds the footer of a sheet. Code, English name and DRAFT are for staff, whatever the language. */
export function buildFooter(text: HandoutText, handout: Handout, tools: LanguageTools, source: LanguageTools): Footer {
  const { t, formats, language } = tools;
  const isSource = language.tag === source.language.tag;
  const draftWords = isSource ? [t('notice.draft')] : [t('notice.draft'), latin(source.t('notice.draft'), language)];
  const date = formats.date(editionDate(handout, text.edition));
  const edition = t('footer.edition', { edition: formats.number(text.edition), date });
  const code = latin(sheetCode(handout, text), language);
  const english = latin(`${language.english} (${language.tag})`, language);
  return {
    start: [code, edition].join(' · '),
    page: pageWordsOf(tools),
    end: [
      ...(isSource ? [language.english] : [language.name, english]),
      ...(isDraft(text, handout) ? draftWords : []),
    ].join(' · '),
  };
}

/** “Page x of y” in a language, with places for the numbers. */
export function pageWordsOf({ t }: LanguageTools): Footer['page'] {
  return splitAtCounters(t('footer.page', { page: COUNTERS.page, pages: COUNTERS.pages }));
}

/** The code by which staff and the press know a sheet: handout, edition, language, as in `CAL-1-es`. */
export function sheetCode({ code }: Handout, { edition, locale }: HandoutText): string {
  return `${code}-${edition}-${locale}`;
}

function splitAtCounters(message: string): Footer['page'] {
  return message
    .split(/([\uE000\uE001])/)
    .filter((part) => part !== '')
    .map((part) => {
      if (part === COUNTERS.page) return { counter: 'page' };
      return part === COUNTERS.pages ? { counter: 'pages' } : part;
    });
}

/**
 * The footer as a style sheet. Margin boxes have physical names only, so the sides are chosen here by the
 * direction of the language.
 */
export function footerCss({ start, page, end }: Footer, { dir, digits }: Language): string {
  const [startBox, endBox] = dir === 'ltr' ? ['left', 'right'] : ['right', 'left'];
  const pageContent = pageWords(page, digits);
  const boxes = [
    `@bottom-${startBox}{content:${cssString(start)}}`,
    ...(page.length > 0 ? [`@bottom-center{content:${pageContent}}`] : []),
    `@bottom-${endBox}{content:${cssString(end)}}`,
  ];
  return `@page{${boxes.join('')}}`;
}

/** The footer with its parts below each other, where they do not fit side by side; it takes the place of {@link footerCss}. */
export function stackedFooterCss({ start, page, end }: Footer, { digits }: Language): string {
  const content = [cssString(start), cssString(end), pageWords(page, digits)].join(String.raw` "\a " `);
  const box = `@bottom-center{content:${content};inline-size:100%;white-space:pre-line;text-align:start}`;
  return `@page{@bottom-left{content:none}${box}@bottom-right{content:none}}`;
}

function pageWords(page: Footer['page'], digits: string): string {
  return page
    .map((part) => (typeof part === 'string' ? cssString(part) : `counter(${part.counter},${counterStyle(digits)})`))
    .join(' ');
}

/** Quotes text for CSS; the signs that could end the string or the style element are escaped. */
function cssString(text: string): string {
  const escaped = text.replaceAll(/["\\<>\n\r\f\0]/g, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `);
  return `"${escaped}"`;
}

/** All words of a footer, for the choice of fonts. */
export function footerText({ start, page, end }: Footer): string {
  return [start, ...page.filter((part) => typeof part === 'string'), end].join(' ');
}
