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

describe('a problem of many sheets', () => {
  const on = (sheet: string, size: number) => ({
    ...error('clinic.yaml', 'The panel is too high', 'shorten it.'),
    sightings: [{ text: `by ${size} mm on ${sheet}`, size }],
  });
  const told = (...problems: ReturnType<typeof on>[]) => sortProblems(problems).map((one) => formatProblem(one));
  const inWords = (where: string) => [
    `error clinic.yaml\n  The panel is too high: ${where}.\n  To mend it: shorten it.`,
  ];

  it('is told once, the worst sheets first', () => {
    expect(told(on('water', 3), on('walking', 11))).toEqual(inWords('by 11 mm on walking and by 3 mm on water'));
    expect(told(on('a', 2), on('c', 1), on('b', 2))).toEqual(inWords('by 2 mm on a, by 2 mm on b and by 1 mm on c'));
  });

  it('names three of the sheets, and counts the others', () => {
    const sheets = [...'abcdefgh'].map((sheet, index) => on(sheet, index + 1));
    expect(told(...sheets)).toEqual(inWords('by 8 mm on h, by 7 mm on g, by 6 mm on f and 5 more'));
  });

  it('is told the same in whatever order its sheets are found, and however often', () => {
    expect(told(on('water', 3), on('walking', 11), on('water', 3))).toEqual(told(on('walking', 11), on('water', 3)));
  });

  it('stays apart from another of the same place', () => {
    expect(sortProblems([on('water', 3), { ...on('water', 3), what: 'The panel is too wide' }])).toHaveLength(2);
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
