import { allSections, editionDate, type Handout, type HandoutText } from '../handout/handout.ts';
import { changeOf, freshnessOf, type UnitFreshness } from '../translation/freshness.ts';
import type { LapseReason } from '../translation/review-state.ts';
import { reviewOf } from './review-of.ts';
import type { Freshness, SectionStatus, TranslationStatus } from './status.ts';

/** Says how far one handout has come in one language. @param text missing for a language it is not translated into */
export function translationStatus(handout: Handout, text?: HandoutText): TranslationStatus {
  const shared = { handout: handout.id, title: handout.source.title.text, newestEdition: handout.edition };
  if (!text) {
    const sections = [...handout.source.units.keys()].map((id) => untranslatedSection(id, handout));
    const nothing = { file: null, edition: null, editionDate: null, review: null };
    return { ...shared, ...nothing, state: 'notTranslated', freshness: countFresh(sections), sections };
  }
  const { file, edition } = text;
  const { lapsed, ...reviewed } = reviewOf(handout, text);
  const sections = freshnessOf(handout, text).map((unit) => sectionStatus(unit, handout, lapsed.get(unit.id)));
  const of = { file, edition, editionDate: editionDate(handout, edition) };
  return { ...shared, ...of, ...reviewed, freshness: countFresh(sections), sections };
}

/** Counts what is fresh; of nothing at all, all is. */
export function countFresh(sections: readonly Pick<SectionStatus, 'state'>[]): Freshness {
  const fresh = sections.filter(({ state }) => state === 'fresh').length;
  return freshnessFrom(fresh, sections.length);
}

/** Adds up the freshness of several texts. */
export function sumFresh(parts: readonly Freshness[]): Freshness {
  const sum = (of: (part: Freshness) => number): number => parts.reduce((total, part) => total + of(part), 0);
  return freshnessFrom(
    sum(({ fresh }) => fresh),
    sum(({ total }) => total),
  );
}

function freshnessFrom(fresh: number, total: number): Freshness {
  return { fresh, total, percent: total === 0 ? 100 : Math.floor((fresh * 100) / total) };
}

function sectionStatus(
  { id, stale, isMissing, madeIn, revisions }: UnitFreshness,
  handout: Handout,
  lapsed?: LapseReason,
): SectionStatus {
  return {
    id,
    name: nameOf(id, handout.source),
    state: isMissing ? 'missing' : stale ? 'stale' : 'fresh',
    change: stale ?? null,
    madeIn: isMissing ? null : (madeIn ?? null),
    lapsed: lapsed ?? null,
    since: revisions.map((revision) => {
      const { edition, date, note } = revision;
      return { edition, date, change: changeOf(revision, id), note };
    }),
  };
}

/** A language that has nothing of a handout has missed no change of it. */
function untranslatedSection(id: string, { source }: Handout): SectionStatus {
  return { id, name: nameOf(id, source), state: 'missing', change: null, madeIn: null, lapsed: null, since: [] };
}

/** What staff call a unit: its heading, or `title` and `summary`. */
function nameOf(id: string, { sections }: HandoutText): string {
  return allSections(sections).find((section) => section.id === id)?.heading.text ?? id;
}
