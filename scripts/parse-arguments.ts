import { parseArgs, type ParseArgsConfig } from 'node:util';
import { error, PressError } from '../src/problem.ts';

/**
 * Parses a command line by Node's own rules.
 * @param command the npm script, which also prints its options
 * @throws {PressError} in Node's words, for an option that there is not or that lacks its value
 */
export function parseArguments<T extends ParseArgsConfig>(command: string, config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (failure) {
    const what = failure instanceof Error ? failure.message : String(failure);
    throw new PressError([error('command line', what, `run: npm run ${command} -- --help`)]);
  }
}
