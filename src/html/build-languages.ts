import type { Handout } from '../handout/handout.ts';
import type { Language } from '../i18n/languages.ts';
import { type LanguageTools, toolsFor } from '../i18n/language-tools.ts';
import type { WantedLanguage } from '../i18n/wanted-languages.ts';
import type { Footer } from './build-footer.ts';

/** How far a language has come; each has a string `languages.<state>`. */
export type LanguageState = 'original' | 'machineDraft' | 'humanDraft' | 'reviewed';

/** A language on the languages page. */
export interface LanguageRow {
  language: Language;
  /** Start page of the language. */
  url: string;
  handouts: number;
  total: number;
  /** Of the handout that is least far. */
  state: LanguageState;
}

/** Cards a patient can point at, one per language: a page of the site, and one PDF. */
export interface CardSheet {
  url: string;
  pdf: string;
  title: string;
  cards: { language: Language; text: string }[];
  /** What to warn of: the words of the cards are those of the translations. Missing once all are reviewed. */
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
}

/** Gravest first. */
const STATES: LanguageState[] = ['machineDraft', 'humanDraft', 'reviewed', 'original'];

/** Builds the languages page and its cards; a language without any handout is not on them. */
export function buildLanguages({ handouts, tools, wanted, sourceLocale }: LanguagesContext): LanguagesPage {
  const rows = [...tools.values()].flatMap(({ language }): LanguageRow[] => {
    const states = handouts.flatMap(({ texts }) =>
      texts.filter(({ locale }) => locale === language.tag).map(({ translation }) => stateOf(translation?.state)),
    );
    const state = STATES.find((candidate) => states.includes(candidate));
    if (!state) return [];
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
  const gravest = STATES.find((candidate) => rows.some(({ state }) => state === candidate));
  if (gravest === 'machineDraft') cards.notice = 'machineTranslation';
  if (gravest === 'humanDraft') cards.notice = 'humanDraft';
  return { url: '/languages/', rows, wanted: [...wanted], cards };
}

/** How far a text has come. */
export function stateOf(state: 'machine-draft' | 'human-draft' | 'reviewed' | undefined): LanguageState {
  if (state === undefined) return 'original';
  return state === 'machine-draft' ? 'machineDraft' : state === 'human-draft' ? 'humanDraft' : 'reviewed';
}
