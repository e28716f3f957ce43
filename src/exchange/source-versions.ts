import type { Handout } from '../handout/handout.ts';
import type { Unit } from '../handout/units.ts';
import type { SourceVersion } from './exchange-file.ts';
import { splitUnit } from './split-handout.ts';

/** What a unit of the source says today, and what it said in the editions that are kept: the newest first. */
export function sourceVersions({ source, editions }: Handout, id: string): SourceVersion[] {
  const newestFirst = [...editions].sort(([a], [b]) => b - a).map(([, text]) => text);
  const versions = new Map<string, SourceVersion>();
  for (const { units } of [source, ...newestFirst]) {
    const unit = units.get(id);
    if (unit && !versions.has(unit.hash)) versions.set(unit.hash, versionOf(unit));
  }
  return [...versions.values()];
}

/** The version that a translation's record names; a section may have had another id then. */
export function versionOfHash(handout: Handout, id: string, hash: string): SourceVersion | undefined {
  const known = sourceVersions(handout, id).find((version) => version.hash === hash);
  if (known) return known;
  const units = [...handout.editions.values()].flatMap((text) => [...text.units.values()]);
  const renamed = units.find((unit) => unit.hash === hash);
  return renamed && versionOf(renamed);
}

function versionOf({ id, hash, markdown }: Unit): SourceVersion {
  return { hash, markdown, passages: splitUnit(id, markdown) };
}
