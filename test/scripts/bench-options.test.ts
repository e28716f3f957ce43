import { describe, expect, it } from 'vitest';
import { BENCHES, readBenchOptions } from '../../scripts/bench-options.ts';
import { formatProblem, PressError } from '../../src/problem.ts';

function problemsOf(args: string[]): string {
  try {
    readBenchOptions(args);
  } catch (failure) {
    if (failure instanceof PressError) return failure.problems.map(formatProblem).join('\n');
    throw failure;
  }
  throw new Error('The options were expected to be refused.');
}

describe('the part of the bench that is asked for', () => {
  it('is every one if none is named', () => {
    expect(readBenchOptions(['--today', '2026-11-23'])).toEqual({ benches: BENCHES, rest: ['--today', '2026-11-23'] });
  });

  it('is taken out of the options of the build, however it is written', () => {
    const rest = ['--today', '2026-11-23'];
    for (const only of [['--only', 'stamping'], ['--only=stamping']]) {
      expect(readBenchOptions([...only, ...rest])).toEqual({ benches: ['stamping'], rest });
      expect(readBenchOptions([...rest, ...only])).toEqual({ benches: ['stamping'], rest });
    }
  });

  it('must be one that there is', () => {
    expect([problemsOf(['--only', 'folding']), problemsOf(['--only'])].join('\n')).toMatchInlineSnapshot(`
      "error --only
        "folding" is no part of the bench.
        To mend it: use one of: printing, stamping, first-paint.
      error --only
        It names no part.
        To mend it: use one of: printing, stamping, first-paint."
    `);
  });
});
