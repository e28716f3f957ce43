import type { Handout, HandoutText } from '../handout/handout.ts';
import { freshnessOf, type UnitFreshness } from './freshness.ts';

/** Something of a translation that its readers are told is older than the source. */
export interface ToldChange {
  /** `title`, `summary` or the id of a section of the source. */
  id: string;
  change: 'safety' | 'meaning';
  /** True if the sheet has the words of the source instead. */
  isBorrowed: boolean;
}

/**
 * True for a unit of which a sheet shows the words of the source: the translation is older than a change for safety, or
 * there is none yet. Never the title: it is the name by which a sheet is found.
 */
export function isBorrowed({ id, stale, isMissing }: UnitFreshness): boolean {
  return id !== 'title' && (stale === 'safety' || isMissing);
}

/**
 * What the readers of a translation must be told, in the order of the source. A change of wording is nothing to them. A
 * section they find untranslated is, whatever its change was; and a title, which stays, is not said to be in another
 * language.
 */
export function toldChanges(handout: Handout, text: HandoutText): ToldChange[] {
  return freshnessOf(handout, text).flatMap((unit): ToldChange[] => {
    const { id, stale, isMissing } = unit;
    if (stale === undefined || (stale === 'wording' && !isMissing)) return [];
    const borrowed = isBorrowed(unit);
    return [{ id, change: stale === 'safety' && borrowed ? 'safety' : 'meaning', isBorrowed: borrowed }];
  });
}

/** True if a translation lacks something that the source says today, other than better words. */
export function isBehind(handout: Handout, text: HandoutText): boolean {
  return freshnessOf(handout, text).some(({ stale }) => stale !== undefined && stale !== 'wording');
}
