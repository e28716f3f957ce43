import { parseArgs } from 'node:util';
import { error, PressError } from '../src/problem.ts';

/** The halves of the bench: printing a handout, and stamping it for thousands of clinics. */
export const BENCHES = ['printing', 'stamping'] as const;

/** A half of the bench. */
export type Bench = (typeof BENCHES)[number];

/**
 * Takes what only the bench understands out of its command line.
 * @returns the halves to run, and the arguments that are left: they are those of the build
 * @throws {PressError} for a half that there is not
 */
export function readBenchOptions(args: string[]): { benches: readonly Bench[]; rest: string[] } {
  const options = { only: { type: 'string' } } as const;
  const { values, tokens } = parseArgs({ args, options, strict: false, tokens: true });
  const own = tokens.find((token) => token.kind === 'option' && token.name === 'only');
  if (own?.kind !== 'option') return { benches: BENCHES, rest: args };
  const chosen = BENCHES.find((bench) => bench === values.only);
  if (!chosen) {
    const what = typeof values.only === 'string' ? `"${values.only}" is no half of the bench.` : 'It names no half.';
    throw new PressError([error('--only', what, `use one of: ${BENCHES.join(', ')}.`)]);
  }
  return { benches: [chosen], rest: args.toSpliced(own.index, own.inlineValue ? 1 : 2) };
}
