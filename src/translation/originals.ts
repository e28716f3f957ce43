import { allSections, type Handout, type HandoutText, type Section } from '../handout/handout.ts';
import { freshnessOf } from './freshness.ts';

/** The words that a unit of a translation was made from. */
export interface Original<T> {
  words: T;
  /** The source, or the edition of it that has these words. */
  from: HandoutText;
}

/**
 * What a translation is compared with: of each unit the very English it was made from, which for a stale one is that of
 * an older edition. A unit whose English was not kept, or which the translation cannot have yet, is not among them.
 */
export interface Originals {
  title?: Original<HandoutText['title']>;
  summary?: Original<HandoutText['summary']>;
  /** In the order of the source, parts after their section. */
  sections: Original<Section>[];
}

/** Finds what each unit of a translation was made from. */
export function originalsOf(handout: Handout, text: HandoutText): Originals {
  const { source, editions } = handout;
  const units = new Map(freshnessOf(handout, text).map((unit) => [unit.id, unit]));
  const fromOf = (id: string): HandoutText | undefined => {
    const unit = units.get(id);
    if (!unit?.stale) return source;
    const then = unit.madeIn === undefined ? undefined : editions.get(unit.madeIn);
    return then?.isSound ? then : undefined;
  };
  const sections = allSections(source.sections).flatMap((section): Original<Section>[] => {
    const from = fromOf(section.id);
    const words = from && allSections(from.sections).find(({ id }) => id === section.id);
    return words ? [{ words, from }] : [];
  });
  const [titleFrom, summaryFrom] = [fromOf('title'), fromOf('summary')];
  return {
    ...(titleFrom && { title: { words: titleFrom.title, from: titleFrom } }),
    ...(summaryFrom && { summary: { words: summaryFrom.summary, from: summaryFrom } }),
    sections,
  };
}

/** Sections of a translation that an older edition of the source had, and the source has no more. */
export function removedSections({ source, editions }: Handout, text: HandoutText): Section[] {
  const idsOf = (of: HandoutText): string[] => allSections(of.sections).map(({ id }) => id);
  const now = idsOf(source);
  const before = new Set([...editions.values()].flatMap(idsOf));
  return allSections(text.sections).filter(({ id }) => !now.includes(id) && before.has(id));
}
