import { describe, expect, it } from 'vitest';
import { isShown, OPTIONAL_LINES, TIGHTNESS, tightnessFor, tooHigh } from '../../src/html/panel-tightness.ts';
import { formatProblem } from '../../src/problem.ts';

/** Heights that get smaller with each tightness, by ten pixels. */
const HEIGHTS = TIGHTNESS.map((_, tightness) => 140 - 10 * tightness);

describe('a panel in a slot', () => {
  it('gives up nothing where it fits as it is, to the pixel', () => {
    expect(tightnessFor(HEIGHTS, 140)).toBe(0);
  });

  it('gives up no more than it must', () => {
    expect([139, 130, 129.9, 110, 100].map((slot) => tightnessFor(HEIGHTS, slot))).toEqual([1, 1, 2, 3, 4]);
  });

  it('takes the first tightness that fits, though a later one be higher', () => {
    expect(tightnessFor([140, 90, 120, 80, 80], 100)).toBe(1);
  });

  it('fits at no tightness where even the last is too high', () => {
    expect(tightnessFor(HEIGHTS, 99.9)).toBeUndefined();
    expect(tightnessFor([], 100)).toBeUndefined();
  });

  it('loses its languages first, then its website, then fax and text messages, and nothing else', () => {
    const linesAt = (tightness: number) =>
      Object.entries(OPTIONAL_LINES)
        .filter(([, optional]) => isShown({ optional }, tightness))
        .map(([name]) => name);
    expect(TIGHTNESS.map((name, tightness) => [name, linesAt(tightness)])).toEqual([
      ['as it is', ['languages', 'website', 'otherNumbers']],
      ['in smaller letters', ['languages', 'website', 'otherNumbers']],
      ['without the languages its staff speak', ['website', 'otherNumbers']],
      ['without its website', ['otherNumbers']],
      ['without its numbers for fax and text messages', []],
    ]);
    expect(TIGHTNESS.every((_, tightness) => isShown({}, tightness))).toBe(true);
  });

  it('is refused by clinic, language, form and millimetres where it fits at no tightness', () => {
    const panel = { file: 'network.csv', line: 7, name: 'Sample Clinic' };
    const sheet = { language: 'Arabic', handout: 'water', form: 'standard' };
    expect(formatProblem(tooHigh(panel, sheet, 40))).toMatchInlineSnapshot(`
      "error network.csv:7
        The panel of Sample Clinic is too high, even in smaller letters and without its optional lines: by 11 mm on the standard sheet of water in Arabic.
        To mend it: leave out a phone, some hours or a program, or shorten a name or the handout."
    `);
  });
});
