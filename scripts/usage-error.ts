import { suggestNames } from '../src/nearest-names.ts';
import { error, PressError } from '../src/problem.ts';

/** The command line is wrong, not the content: the exit code says so. */
export class UsageError extends PressError {
  /**
   * @param where the option or argument, such as `--today`
   * @param what is wrong
   * @param fix how to mend it
   */
  constructor(where: string, what: string, fix: string) {
    super([error(where, what, fix)]);
    this.name = 'UsageError';
  }
}

/**
 * Makes sure that a value of the command line is a known name.
 *
 *     requireKnown('xs', tags, { where: '--locale', kind: 'language' })  ->  There is no language "xs". … did you mean "es"?
 *
 * @throws {UsageError} that names the nearest ones
 */
export function requireKnown(
  name: string,
  known: readonly string[],
  { where, kind }: { where: string; kind: string },
): string {
  if (known.includes(name)) return name;
  throw new UsageError(where, `There is no ${kind} "${name}".`, suggestNames(name, known));
}
