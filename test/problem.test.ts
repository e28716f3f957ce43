import { describe, expect, it } from 'vitest';
import { error, formatProblem, hasErrors, PressError, sortProblems, stopOnErrors, warning } from '../src/problem.ts';

const late = error({ file: 'b.md', line: 9 }, 'Late.', 'mend.');
const early = error({ file: 'b.md', line: 10 }, 'Later.', 'mend.');
const other = warning('a.md', 'Other.', 'mend.');

describe('a problem', () => {
  it('is printed as where it is, what is wrong and how to mend it', () => {
    expect(formatProblem(late)).toBe('error b.md:9\n  Late.\n  To mend it: mend.');
  });

  it('is printed without a line if none is known', () => {
    expect(formatProblem(other)).toMatch(/^warning a\.md\n/);
  });
});

describe('a list of problems', () => {
  it('is sorted by file, then by line as a number', () => {
    expect(sortProblems([early, late, other])).toEqual([other, late, early]);
  });

  it('names each problem once', () => {
    expect(sortProblems([late, { ...late }, late])).toEqual([late]);
  });

  it('keeps two problems of one line apart', () => {
    expect(sortProblems([late, { ...late, what: 'Also.' }])).toHaveLength(2);
  });

  it('stops nothing while it holds only warnings', () => {
    expect(hasErrors([other])).toBe(false);
    expect(() => stopOnErrors([other])).not.toThrow();
  });

  it('stops with all its problems, sorted, when one is an error', () => {
    expect(() => stopOnErrors([early, late])).toThrow(new PressError([late, early]));
  });
});
