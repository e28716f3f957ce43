import { error, type Place, type Problem } from '../problem.ts';

/** Where programs are described, from the project's root. */
export const PROGRAMS = 'content/programs';

/** Finds the programs that a clinic names and nobody has described. */
export function checkPrograms(
  names: readonly string[],
  known: readonly string[],
  placeOf: (index: number) => Place,
): Problem[] {
  const fix = known.length > 0 ? `use one of: ${known.join(', ')}.` : `describe it in ${PROGRAMS}/, or remove it here.`;
  return names.flatMap((name, index) =>
    known.includes(name) ? [] : [error(placeOf(index), `There is no program "${name}".`, fix)],
  );
}
