import type { Handout } from '../handout/handout.ts';
import type { Language } from '../i18n/languages.ts';
import { type LanguageTools, toolsFor } from '../i18n/language-tools.ts';
import type { WantedLanguage } from '../i18n/wanted-languages.ts';
import { translationState, type TranslationState } from '../translation/review-state.ts';
import type { WordsReview } from '../translation/words-review.ts';
import type { Footer } from './build-footer.ts';

/** How far a language has come; each has a string `languages.<state>`. */
export type LanguageState = TranslationState['state'];

/** A language on the languages page. */
export interface LanguageRow {
  language: Language;
  /** Start page of the language. */
  url: string;
  handouts: number;
  total: number;
  /** Of the handout that is least far, or of the words around the handouts. */
  state: LanguageState;
}

/** Cards a patient can point at, one per language: a page of the site, and one PDF. */
export interface CardSheet {
  url: string;
  pdf: string;
  title: string;
  cards: { language: Language; text: string }[];
  /** What to warn of. Missing once the words around the handouts are reviewed in all languages. */
  notice?: 'machineTranslation' | 'humanDraft';
  /** ISO date of the newest handout: the sheet has no edition of its own. */
  date: string;
  footer: Footer;
}

/** The page for those who cannot read the language of a patient. */
export interface LanguagesPage {
  url: string;
  rows: LanguageRow[];
  wanted: WantedLanguage[];
  cards: CardSheet;
}

/** What the languages page is built from. */
export interface LanguagesContext {
  handouts: readonly Handout[];
  tools: ReadonlyMap<string, LanguageTools>;
  wanted: readonly WantedLanguage[];
  sourceLocale: string;
  /** How far the words around the handouts have come. */
  words: ReadonlyMap<string, Pick<WordsReview, 'state' | 'record'>>;
}

/** Gravest first. */
const STATES: LanguageState[] = ['machineDraft', 'humanDraft', 'expired', 'reviewed', 'original'];

/** Builds the languages page and its cards; a language without any handout is not on them. */
export function buildLanguages({ handouts, tools, wanted, sourceLocale, words }: LanguagesContext): LanguagesPage {
  const rows = [...tools.values()].flatMap(({ language }): LanguageRow[] => {
    const states = handouts.flatMap((handout) =>
      handout.texts
        .filter(({ locale }) => locale === language.tag)
        .map((text) => translationState(handout, text).state),
    );
    const all = [...states, words.get(language.tag)?.state];
    const state = STATES.find((candidate) => all.includes(candidate));
    if (!state || states.length === 0) return [];
    return [{ language, url: `/${language.tag}/`, handouts: states.length, total: handouts.length, state }];
  });
  const source = toolsFor(tools, sourceLocale);
  const cards: CardSheet = {
    url: '/languages/cards/',
    pdf: 'print/i-speak-cards.pdf',
    title: source.t('cards.title'),
    cards: rows.map(({ language }) => ({ language, text: toolsFor(tools, language.tag).t('cards.iSpeak') })),
    date:
      handouts
        .map(({ date }) => date)
        .sort()
        .at(-1) ?? '',
    footer: { start: source.t('site.name'), page: [], end: source.t('languages.title') },
  };
  const notice = cardsNotice(rows.flatMap(({ language }) => words.get(language.tag) ?? []));
  if (notice) cards.notice = notice;
  return { url: '/languages/', rows, wanted: [...wanted], cards };
}

/** The words of the cards are interface strings; those that changed after a review are drafts again. */
function cardsNotice(words: readonly Pick<WordsReview, 'state' | 'record'>[]): CardSheet['notice'] {
  const drafts = words.filter(({ state }) => state !== 'reviewed').map(({ record }) => record);
  const isMachine = drafts.some((one) => one.state === 'machine-draft' || (one.state === 'reviewed' && one.madeBy));
  return isMachine ? 'machineTranslation' : drafts.length > 0 ? 'humanDraft' : undefined;
}
