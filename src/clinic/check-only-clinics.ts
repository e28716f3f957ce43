import { suggestNames } from '../nearest-names.ts';
import { error, type Problem } from '../problem.ts';
import type { Records } from './read-records.ts';

/** Finds the ids asked for by `--only-clinic` that no clinic has, neither one with a file nor one of the network. */
export function checkOnlyClinics(
  onlyClinics: readonly string[],
  { clinicIds, network }: Pick<Records, 'clinicIds' | 'network'>,
): Problem[] {
  if (onlyClinics.length === 0) return [];
  const known = [...clinicIds, ...network.map(({ id }) => id)];
  const ids = new Set(known);
  return onlyClinics
    .filter((id) => !ids.has(id))
    .map((id) => error('--only-clinic', `There is no clinic "${id}".`, suggestNames(id, known)));
}
