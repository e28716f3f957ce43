import type { Change, Handout, HandoutText, Revision } from '../handout/handout.ts';
import type { Unit } from '../handout/units.ts';

/** Whether a unit of a translation says what the source says today. */
export interface UnitFreshness {
  /** `title`, `summary` or the id of a section of the source. */
  id: string;
  /** The gravest change of the source since the unit was translated; nothing if it is fresh. */
  stale?: Change;
  /** True if the translation does not have it: if it is not stale either, somebody has lost it. */
  isMissing: boolean;
  /** The edition whose words it was made from; nothing if the press has not kept that one. */
  madeIn?: number;
  /** What changed it since then, the newest first; empty for a change that is in no edition yet. */
  revisions: Revision[];
}

/** From the gravest on. */
export const CHANGES: readonly Change[] = ['safety', 'meaning', 'wording'];

/** The gravest of some changes. */
export function gravest(changes: readonly Change[]): Change | undefined {
  return CHANGES.find((change) => changes.includes(change));
}

/**
 * Says of each unit of the source, in its order, whether a translation still says it.
 *
 * A unit is compared by its words alone: to move it, to give it another id, or to change its white space makes nothing
 * stale. A change that was not yet made an edition is taken for one of safety, since nobody has said that it is less.
 */
export function freshnessOf(handout: Handout, text: HandoutText): UnitFreshness[] {
  if (text === handout.source) return [];
  return [...handout.source.units.values()].map((unit) => unitFreshness(unit, handout, text));
}

function unitFreshness(unit: Unit, handout: Handout, text: HandoutText): UnitFreshness {
  const { id } = unit;
  const isMissing = !text.units.has(id);
  const recorded = recordedHash(unit, handout, text);
  if (recorded === unit.hash) return { id, isMissing, madeIn: editionOf(unit.hash, handout), revisions: [] };
  const madeIn = recorded === undefined ? undefined : editionOf(recorded, handout);
  const revisions = revisionsSince(unit, madeIn ?? (recorded === undefined ? text.edition : 0), handout);
  const changes = revisions.map((revision) => changeOf(revision, id));
  return { id, isMissing, stale: gravest(changes) ?? 'safety', ...(madeIn !== undefined && { madeIn }), revisions };
}

/** What a revision was for a section. */
export function changeOf({ change, sections }: Revision, id: string): Change {
  return sections?.[id] ?? change;
}

/** Hash of the words that a unit was made from; nothing where neither the translation nor an edition tells. */
function recordedHash({ id }: Unit, { source, editions, edition }: Handout, text: HandoutText): string | undefined {
  const { madeFrom = {} } = text;
  if (madeFrom[id] !== undefined) return madeFrom[id];
  const then = editions.get(text.edition) ?? (text.edition === edition ? source : undefined);
  return then?.units.get(id)?.hash;
}

/** The newest edition that had the words of a hash. */
function editionOf(hash: string, { source, editions, edition }: Handout): number | undefined {
  if (!editions.has(edition) && hasWords(source.units, hash)) return edition;
  const numbers = [...editions.keys()].sort((a, b) => b - a);
  return numbers.find((number) => hasWords(editions.get(number)?.units ?? new Map(), hash));
}

/** The revisions after an edition that changed a unit, as far as editions were kept that can tell; else all of them. */
export function revisionsSince({ id }: Unit, since: number, { revisions, editions }: Handout): Revision[] {
  const isChanged = (edition: number): boolean => {
    const [before, after] = [editions.get(edition - 1)?.units, editions.get(edition)?.units];
    if (!before || !after) return true;
    const unit = after.get(id);
    return unit ? !hasWords(before, unit.hash) : before.has(id);
  };
  return revisions.filter(({ edition }) => edition > since && isChanged(edition)).sort((a, b) => b.edition - a.edition);
}

/** True if a unit has the words of a hash, whatever its id is. */
export function hasWords(units: ReadonlyMap<string, Unit>, hash: string): boolean {
  return [...units.values()].some((unit) => unit.hash === hash);
}
