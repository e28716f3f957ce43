import type { Change } from '../handout/handout.ts';
import type { LapseReason } from '../translation/review-state.ts';
import type { Words, WordsReview } from '../translation/words-review.ts';

/** Where the status stands within the site, for programs; its schema are the types of this file. */
export const STATUS_JSON = 'status.json';

/**
 * How far every translation of the press has come. This is also what `handouts status --json` and `/status.json` say.
 * There are days in it, but no ages: it is the same whenever it is made.
 */
export interface Status {
  source: SourceStatus;
  /** The most urgent first; of those alike the one that has waited longest, then in the order of the language list. */
  languages: LanguageStatus[];
  /** Languages that readers need and the press has not. */
  wanted: { tag: string; name: string; english: string; why: string }[];
  /** Days of the oldest and the newest check that a qualified person has made of a translation; `null` without any. */
  reviews: { oldest: string; newest: string } | null;
}

/** The handouts in the language they are written in. */
export interface SourceStatus {
  tag: string;
  english: string;
  handouts: SourceHandoutStatus[];
  next: NextStep[];
}

/** A handout in its source language. */
export interface SourceHandoutStatus {
  id: string;
  title: string;
  edition: number;
  /** ISO date of that edition. */
  date: string;
  state: 'notReviewed' | 'reviewed' | 'expired';
  review: Review | null;
}

/** A language that handouts are translated into. */
export interface LanguageStatus {
  tag: string;
  name: string;
  english: string;
  /** Of all handouts of the press, those that are not translated among them. */
  freshness: Freshness;
  handouts: TranslationStatus[];
  words: WordsStatus;
  /** The most urgent first. */
  next: NextStep[];
}

/**
 * How much says what the source says today. Counted are the title, the summary, each section and each part of one, every
 * one as one, however long it is; one whose words alone changed is not fresh either.
 */
export interface Freshness {
  fresh: number;
  total: number;
  /** Rounded down: it is 100 only where nothing is stale. */
  percent: number;
}

/** The words around the handouts. */
export interface WordsStatus {
  /** The strings of pages and sheets. */
  strings: Coverage;
  /** Texts of programs, such as what one offers. */
  programTexts: Coverage;
  state: WordsReview['state'];
  review: Review | null;
  /** What changed after that check. */
  lapsed: Words[];
}

/** How many of some texts a language has. */
export interface Coverage {
  translated: number;
  total: number;
}

/** How far a translation of a handout has come. */
export type TranslationState = 'notTranslated' | 'machineDraft' | 'humanDraft' | 'reviewed' | 'expired';

/** One handout in one language. */
export interface TranslationStatus {
  handout: string;
  title: string;
  /** From the project's root; `null` for one that is not translated. */
  file: string | null;
  /** The edition it says as a whole, and the day of that edition. */
  edition: number | null;
  editionDate: string | null;
  newestEdition: number;
  state: TranslationState;
  review: Review | null;
  freshness: Freshness;
  /** In the order of the source. */
  sections: SectionStatus[];
}

/** What a reader of a translation meets in place of a section: `missing` is one that it never had. */
export type SectionState = 'fresh' | 'stale' | 'missing';

/** A section, a part of one, the title or the summary, in one language. */
export interface SectionStatus {
  id: string;
  /** Its heading in the source language; for the title and the summary these words. */
  name: string;
  state: SectionState;
  /** The gravest change since it was translated; `null` for one that is fresh. */
  change: Change | null;
  /** The edition whose words it was made from; `null` where that is not known, and for a missing one. */
  madeIn: number | null;
  /** Why the check of the translation no longer holds for it; `null` where it does, or where there was none. */
  lapsed: LapseReason | null;
  /** What changed it since then, the newest first. */
  since: { edition: number; date: string; change: Change; note: string }[];
}

/** Who compared a text with what, and when. */
export interface Review {
  name: string;
  qualification: string;
  /** ISO date. */
  date: string;
  /** The edition of the source that was looked at; `null` for words that have no editions. */
  edition: number | null;
  /** True if it was also asked whether the text fits its readers’ way of life. */
  culture: boolean;
}

/** How urgent a step is, the most urgent first. */
export const URGENCIES = ['safety', 'meaning', 'untranslated', 'review', 'wording'] as const;
/** One of {@link URGENCIES}. */
export type Urgency = (typeof URGENCIES)[number];

/** Something to do. */
export interface NextStep {
  urgency: Urgency;
  /** Its handout; `words` for the words around all of them. */
  handout: string;
  /** Ids of the sections it is about; empty for the whole handout. */
  sections: string[];
  /** ISO date since when it waits; `null` for words that were never checked, which have no day. */
  since: string | null;
  /** A sentence that ends before the command. */
  says: string;
  /** To be typed as it stands. */
  command: string;
}
