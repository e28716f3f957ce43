import type { Program } from '../clinic/record-schemas.ts';
import type { Handout } from '../handout/handout.ts';
import { type LanguageTools, toolsFor } from '../i18n/language-tools.ts';
import { type Catalogue, flattenCatalogue, STAFF_STRINGS } from '../i18n/messages.ts';
import type { WantedLanguage } from '../i18n/wanted-languages.ts';
import { clinicalState } from '../translation/review-state.ts';
import type { WordsReview } from '../translation/words-review.ts';
import { compareSteps, nextSteps, sourceSteps } from './next-steps.ts';
import {
  type Coverage,
  type LanguageStatus,
  type NextStep,
  type SourceHandoutStatus,
  type SourceStatus,
  type Status,
  type WordsStatus,
} from './status.ts';
import { sumFresh, translationStatus } from './translation-status.ts';

/** What the status is built from. */
export interface StatusContext {
  handouts: readonly Handout[];
  tools: ReadonlyMap<string, LanguageTools>;
  catalogues: ReadonlyMap<string, Catalogue>;
  records: { programs: readonly Program[] };
  wanted: readonly WantedLanguage[];
  words: ReadonlyMap<string, WordsReview>;
}

/** Says how far every translation has come and what to do next. @param sourceLocale tag of the source language */
export function buildStatus(context: StatusContext, sourceLocale: string): Status {
  const { tools, wanted } = context;
  const others = [...tools.values()].filter(({ language }) => language.tag !== sourceLocale);
  const languages = others.map((tool) => languageStatus(tool, context, toolsFor(tools, sourceLocale)));
  const days = languages.flatMap(({ handouts }) => handouts.flatMap(({ review }) => review?.date ?? [])).sort();
  const [oldest, newest] = [days[0], days.at(-1)];
  return {
    source: sourceStatus(context, toolsFor(tools, sourceLocale)),
    languages: languages.toSorted((a, b) => compareFirst(a.next[0], b.next[0])),
    wanted: wanted.map(({ tag, name, english, why }) => ({ tag, name, english, why })),
    reviews: oldest !== undefined && newest !== undefined ? { oldest, newest } : null,
  };
}

function languageStatus(
  { language: { tag, name, english } }: LanguageTools,
  context: StatusContext,
  source: LanguageTools,
): LanguageStatus {
  const { handouts } = context;
  const own = handouts.map((handout) =>
    translationStatus(
      handout,
      handout.texts.find(({ locale }) => locale === tag),
    ),
  );
  const dates = new Map(handouts.map(({ id, date }) => [id, date]));
  const words = wordsStatus(tag, source.language.tag, context);
  return {
    ...{ tag, name, english },
    freshness: sumFresh(own.map(({ freshness }) => freshness)),
    handouts: own,
    words,
    next: nextSteps(own, words, { locale: tag, t: source.t, dates }),
  };
}

function wordsStatus(tag: string, sourceTag: string, { catalogues, records, words }: StatusContext): WordsStatus {
  const coverage = {
    strings: stringCoverage(catalogues.get(sourceTag), catalogues.get(tag)),
    programTexts: programCoverage(records.programs, tag, sourceTag),
  };
  const known = words.get(tag);
  if (known?.record.state !== 'reviewed') {
    return { ...coverage, state: known?.state ?? 'machineDraft', review: null, lapsed: [] };
  }
  const { name, qualification, date, culture = false } = known.record;
  const review = { name, qualification, date, edition: null, culture };
  return { ...coverage, state: known.state, review, lapsed: known.lapsed };
}

function sourceStatus({ handouts }: StatusContext, { language: { tag, english }, t }: LanguageTools): SourceStatus {
  const own = handouts.map(sourceHandoutStatus);
  return { tag, english, handouts: own, next: sourceSteps(own, tag, t) };
}

function sourceHandoutStatus(handout: Handout): SourceHandoutStatus {
  const { id, source, edition, date, review } = handout;
  const shared = { id, title: source.title.text, edition, date };
  if (review.state !== 'reviewed') return { ...shared, state: 'notReviewed', review: null };
  const { name, qualification } = review;
  const of = { name, qualification, date: review.date, edition: review.edition, culture: false };
  return { ...shared, state: clinicalState(handout).state === 'expired' ? 'expired' : 'reviewed', review: of };
}

/** Of the strings that readers meet. */
function stringCoverage(source: Catalogue = {}, own: Catalogue = {}): Coverage {
  const keys = [...flattenCatalogue(source).keys()].filter((key) => !key.startsWith(`${STAFF_STRINGS}.`));
  const translated = flattenCatalogue(own);
  return { translated: keys.filter((key) => translated.has(key)).length, total: keys.length };
}

function programCoverage(programs: readonly Program[], locale: string, sourceLocale: string): Coverage {
  const counted = programs.map(({ texts }) => {
    const keys = Object.keys(texts[sourceLocale] ?? {});
    const own = Object.keys(texts[locale] ?? {});
    return { total: keys.length, translated: keys.filter((key) => own.includes(key)).length };
  });
  const sum = (key: keyof Coverage): number => counted.reduce((total, one) => total + one[key], 0);
  return { translated: sum('translated'), total: sum('total') };
}

/** What has nothing more to do comes last. */
function compareFirst(a: NextStep | undefined, b: NextStep | undefined): number {
  return a && b ? compareSteps(a, b) : Number(!a) - Number(!b);
}
