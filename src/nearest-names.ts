import { distance } from 'fastest-levenshtein';
import { compareText } from './problem.ts';

/** A longer list is not read; the nearest names are enough. */
const MOST_LISTED = 30;
const NEAREST = 5;

/** The known names that are most like a misspelt one, best first; equally near ones in their alphabet's order. */
export function nearestNames(name: string, known: readonly string[], count = NEAREST): string[] {
  const wanted = name.toLowerCase();
  return known
    .map((candidate) => ({ candidate, far: distance(wanted, candidate.toLowerCase()) }))
    .sort((a, b) => a.far - b.far || compareText(a.candidate, b.candidate))
    .slice(0, count)
    .map(({ candidate }) => candidate);
}

/**
 * How to mend a name that is not known, as the `fix` of a problem.
 *
 *     suggestNames('ful', ['bare', 'full'])  ->  did you mean "full"? Use one of: bare, full.
 *
 * Of a long list, such as all clinics of a country, only the nearest five are named.
 */
export function suggestNames(name: string, known: readonly string[]): string {
  const nearest = nearestNames(name, known);
  const choices =
    known.length <= MOST_LISTED
      ? `use one of: ${known.join(', ')}.`
      : `use one of all ${known.length}; the nearest are: ${nearest.join(', ')}.`;
  const meant = closestName(name, known);
  return meant === undefined ? choices : `did you mean "${meant}"? ${choices.replace(/^use/, 'Use')}`;
}

/** The known name that was probably meant: not more than a third of its letters are other ones. */
export function closestName(name: string, known: readonly string[]): string | undefined {
  const [best] = nearestNames(name, known, 1);
  if (best === undefined) return undefined;
  const isClose = distance(name.toLowerCase(), best.toLowerCase()) <= Math.max(name.length, best.length) / 3;
  return isClose ? best : undefined;
}
