import { parseArgs } from 'node:util';
import { error, PressError } from '../src/problem.ts';

/** The parts of the bench: printing a handout, stamping it for thousands of clinics, and loading its page. */
export const BENCHES = ['printing', 'stamping', 'first-paint'] as const;

/** A part of the bench. */
export type Bench = (typeof BENCHES)[number];

/**
 * Takes what only the bench understands out of its command line.
 * @returns the parts to run, and the arguments that are left: they are those of the build
 * @throws {PressError} for a part that there is not
 */
export function readBenchOptions(args: string[]): { benches: readonly Bench[]; rest: string[] } {
  const options = { only: { type: 'string' } } as const;
  const { values, tokens } = parseArgs({ args, options, strict: false, tokens: true });
  const own = tokens.find((token) => token.kind === 'option' && token.name === 'only');
  if (own?.kind !== 'option') return { benches: BENCHES, rest: args };
  const chosen = BENCHES.find((bench) => bench === values.only);
  if (!chosen) {
    const what = typeof values.only === 'string' ? `"${values.only}" is no part of the bench.` : 'It names no part.';
    throw new PressError([error('--only', what, `use one of: ${BENCHES.join(', ')}.`)]);
  }
  return { benches: [chosen], rest: args.toSpliced(own.index, own.inlineValue ? 1 : 2) };
}
