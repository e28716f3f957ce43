import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { counterStyle } from '../i18n/digits.ts';
import type { Language } from '../i18n/languages.ts';
import { LETTER } from '../paper.ts';
import { screenFamilies } from './device-fonts.ts';
import { pageSize } from './form-page.ts';

/** The style sheets in the order of the cascade; `layers.css` names the layers in one line. */
export const STYLE_FILES = [
  'layers.css',
  'tokens.css',
  'base.css',
  'site.css',
  'offline.css',
  'edition.css',
  'search.css',
  'print-shop.css',
  'status.css',
  'sheet.css',
  'picture.css',
  'worksheet.css',
  'bilingual.css',
  'cards.css',
  'danger.css',
  'panel.css',
  'paper.css',
];

/** Added to a page only while one of the other forms is printed from it. */
export const FORM_STYLE_FILE = 'forms.css';

/** Loaded by the page for one’s own clinic alone. */
export const YOURS_STYLE_FILE = 'yours.css';

/** Of packets for reviewers, which are no pages of the site. */
export const PACKET_STYLE_FILE = 'packet.css';

/** Where the style sheet of the site lies in the output. */
export const STYLESHEET = 'assets/site.css';

/** Joins the style sheets into one, with a layer that gives each language its fonts and line height. */
export async function buildStylesheet(templates: string, languages: readonly Language[]): Promise<string> {
  const parts = await Promise.all(STYLE_FILES.map((name) => readFile(join(templates, 'styles', name), 'utf8')));
  return [...parts, languageStyles(languages), pageSize(LETTER)].join('\n');
}

/**
 * Fonts go with the language of the words, also of a few words inside another language; the line height
 * and the size go with the language of the page.
 */
export function languageStyles(languages: readonly Language[]): string {
  const rules = languages.flatMap((language) => [
    `:lang(${language.tag}){font-family:${fontStack(language, languages)
      .map((family) => `"${family}"`)
      .join(',')},sans-serif}`,
    // Steps are numbered in the digits the language prints.
    `:lang(${language.tag}) ol{list-style-type:${counterStyle(language.digits)}}`,
    `:root:lang(${language.tag}){--line-height:${language.lineHeight};--script-scale:${language.scale}}`,
  ]);
  // The bullet of some fonts is wider than its room and would be cut at the edge of the page.
  const bullets = `ul>li::marker{font-family:"${BULLET_FONT}",sans-serif}`;
  return `@layer languages{${rules.join('')}${bullets}${screenStyles(languages)}}\n`;
}

/** On screen a reader's device may have the fonts; nobody has to load one for bullets. */
function screenStyles(languages: readonly Language[]): string {
  const rules = languages.flatMap((language) => {
    const families = screenFamilies(language, fontStack(language, languages));
    return language.deviceFonts ? [`:lang(${language.tag}){font-family:${families.join(',')},sans-serif}`] : [];
  });
  return `@media screen{${rules.join('')}ul>li::marker{font-family:inherit}}`;
}

/** The family whose bullet every list has. */
export const BULLET_FONT = 'Noto Sans';

/** A language's own families first, then all others: a clinic's name may be in any script. */
export function fontStack(language: Language, languages: readonly Language[]): string[] {
  return [...new Set([...language.fonts, ...languages.flatMap(({ fonts }) => fonts)])];
}
