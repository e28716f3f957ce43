import { sheetCode } from '../html/build-footer.ts';
import type { CardSheet } from '../html/build-languages.ts';
import type { Sheet } from '../html/build-sheets.ts';
import { expectedLinks, expectedTexts, stepNumbers } from '../html/expected-text.ts';
import { LANGUAGES_FILE } from '../i18n/languages.ts';
import { type LanguageTools, toolsFor } from '../i18n/language-tools.ts';
import { catalogueFile } from '../i18n/messages.ts';
import { error, type Problem } from '../problem.ts';
import type { Settings } from '../settings.ts';
import type { Expectation } from './check-printed.ts';
import { LETTER, type Paper } from './paper.ts';

/** Something to print: a page of the site, what it must hold, and what to tell its author if it does not fit. */
export interface PrintItem {
  /** Shown while it prints. */
  id: string;
  /** Address of its page within the site, and path of its PDF within the output. */
  url: string;
  pdf: string;
  /** ISO date the PDF carries. */
  date: string;
  bodySize: { min: number; max: number };
  expectation: Expectation;
  /** @param millimetres by how much it is too long at `points` */
  tooLong(points: number, millimetres: number): Problem;
  /** @param text start of what is wider than its column */
  tooWide(text: string): Problem;
}

/** A sheet to print. */
export function sheetItem(sheet: Sheet, tools: ReadonlyMap<string, LanguageTools>, settings: Settings): PrintItem {
  const { id, url, pdf, handout, clinic, text } = sheet;
  return {
    id,
    url,
    pdf,
    date: handout.date,
    bodySize: settings.bodySize,
    expectation: expectationOf(sheet, toolsFor(tools, sheet.language.tag), LETTER),
    tooLong(points, millimetres) {
      const what = `This handout does not fit on one sheet with the panel of ${clinic.name}: at ${points} points it is ${millimetres} mm too long.`;
      // Both columns get shorter by half of a line that is taken out; a line is about 5 mm high.
      const lines = Math.ceil(millimetres / 2.5);
      return error(text.file, what, `shorten the text by about ${lines} lines, or take lines out of ${clinic.file}.`);
    },
    tooWide(wide) {
      const what = `Something is wider than its column on the sheet of ${clinic.name}: "${wide}"`;
      return error(text.file, what, 'break up the longest word or shorten the name.');
    },
  };
}

/** What the read-back of a sheet must find, from the checked content. */
export function expectationOf(sheet: Sheet, tools: LanguageTools, paper: Paper): Expectation {
  const { text, handout, footer, language } = sheet;
  return {
    pdf: sheet.pdf,
    file: text.file,
    pages: paper.pages,
    title: text.title.text,
    lang: language.tag,
    texts: expectedTexts(sheet, tools),
    stepNumbers: stepNumbers(sheet),
    footer: [footer.start, footer.end, sheetCode(handout, text)],
    links: expectedLinks(sheet),
    headings: text.sections.map(({ heading }) => heading.text),
  };
}

/** Every card has the same size in every press; the smallest text of the sheet is that of its English names. */
const CARD_TEXT = { min: 14, max: 14 };

/** The cards to point at. */
export function cardsItem(
  cards: CardSheet,
  tools: ReadonlyMap<string, LanguageTools>,
  sourceLocale: string,
): PrintItem {
  const { url, pdf, title, date, footer } = cards;
  const { t } = toolsFor(tools, sourceLocale);
  const file = catalogueFile(sourceLocale);
  const notice = cards.notice ? [t('notice.draft'), t(`notice.${cards.notice}`)] : [];
  return {
    id: 'cards',
    url,
    pdf,
    date,
    bodySize: CARD_TEXT,
    expectation: {
      pdf,
      file,
      pages: LETTER.pages,
      title,
      lang: sourceLocale,
      texts: [
        ...[title, ...notice, t('cards.point')].map((text) => ({ text, where: { file } })),
        ...cards.cards.flatMap(({ language, text }) => [
          { text, where: { file: catalogueFile(language.tag) } },
          { text: language.english, where: { file: LANGUAGES_FILE } },
        ]),
      ],
      stepNumbers: [],
      footer: [footer.start, footer.end],
      links: [],
      headings: [title],
    },
    tooLong: (_, millimetres) =>
      error(
        LANGUAGES_FILE,
        `The cards of all languages are ${millimetres} mm too long for one sheet.`,
        'make the cards lower: --card-height in templates/styles/tokens.css.',
      ),
    tooWide: (text) => error(file, `A card is too narrow for "${text}".`, 'shorten cards.iSpeak in that language.'),
  };
}
