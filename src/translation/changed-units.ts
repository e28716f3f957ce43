import type { HandoutText } from '../handout/handout.ts';
import { hasWords } from './freshness.ts';

/** Ids of the units whose words are other ones than they were; one that only has another id is not among them. */
export function changedUnits(now: HandoutText, then: HandoutText): string[] {
  return [...new Set([...now.units.keys(), ...then.units.keys()])].filter(
    (id) => now.units.get(id)?.hash !== then.units.get(id)?.hash && !isRenamed(id, now, then),
  );
}

/** True for an id that one of two texts has, if the other has its words under another id. */
function isRenamed(id: string, one: HandoutText, other: HandoutText): boolean {
  const [mine, its] = [one.units.get(id), other.units.get(id)];
  if (mine && its) return false;
  const unit = mine ?? its;
  return unit !== undefined && hasWords((mine ? other : one).units, unit.hash);
}
