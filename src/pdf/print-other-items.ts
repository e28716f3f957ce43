import { FORMS } from '../forms.ts';
import type { CardSheet } from '../html/build-languages.ts';
import type { PrintList } from '../html/build-print-lists.ts';
import { LANGUAGES_FILE } from '../i18n/languages.ts';
import { type LanguageTools, toolsFor } from '../i18n/language-tools.ts';
import { catalogueFile } from '../i18n/messages.ts';
import { error } from '../problem.ts';
import { SETTINGS_FILE } from '../settings.ts';
import { type PrintItem, SIDES } from './print-items.ts';

/** Every card has the same size in every press; the smallest text of the sheet is that of its English names. */
const CARD_TEXT = { min: 14, max: 14 };

/** The cards to point at. */
export function cardsItem(
  cards: CardSheet,
  tools: ReadonlyMap<string, LanguageTools>,
  sourceLocale: string,
): PrintItem {
  const { url, pdf, title, date, footer } = cards;
  const { t, language } = toolsFor(tools, sourceLocale);
  const file = catalogueFile(sourceLocale);
  const notice = cards.notice ? [t('notice.draft'), t(`notice.${cards.notice}`)] : [];
  return {
    id: 'cards',
    url,
    pdf,
    form: FORMS.standard,
    footer,
    language,
    date,
    bodySize: CARD_TEXT,
    expectation: {
      pdf,
      file,
      pages: SIDES,
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

/** A print list has the letter size of a desk, not of a patient. */
const LIST_TEXT = { min: 11, max: 11 };
/** As long as it needs to be, on the paper of the press. */
const LIST_FORM = { ...FORMS.standard, isTwoSided: false };

/** A list of what is in a pack. */
export function printListItem(
  { url, pdf, date, footer, pack, clinic, rows }: PrintList,
  tools: ReadonlyMap<string, LanguageTools>,
  sourceLocale: string,
): PrintItem {
  const { t, formats, language } = toolsFor(tools, sourceLocale);
  const file = catalogueFile(sourceLocale);
  const words = [
    t('staff.printList'),
    t('staff.printListFor', { pack: pack.name, clinic: clinic.name }),
    t('staff.printListIntro'),
    ...rows.flatMap(({ sheet, code, state }) => [
      sheet.language.english,
      sheet.source.title.text,
      code,
      t('handout.edition', {
        edition: formats.number(sheet.text.edition),
        date: formats.date(sheet.date),
      }),
      t(`languages.${state}`),
    ]),
  ];
  return {
    id: `print list ${clinic.id} ${pack.id}`,
    url,
    pdf,
    form: LIST_FORM,
    footer,
    language,
    date,
    bodySize: LIST_TEXT,
    expectation: {
      pdf,
      file,
      title: `${t('staff.printList')}: ${pack.name}`,
      lang: sourceLocale,
      texts: words.map((text) => ({ text, where: { file } })),
      stepNumbers: [],
      footer: [footer.start, footer.end],
      links: [],
      headings: [t('staff.printList')],
    },
    tooLong: () => error(SETTINGS_FILE, `The print list of ${pack.name} is too long.`, 'make two packs of it.'),
    tooWide: (text) =>
      error(SETTINGS_FILE, `The print list of ${pack.name} is too narrow for "${text}".`, 'shorten it.'),
  };
}
