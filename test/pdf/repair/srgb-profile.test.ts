import { describe, expect, it } from 'vitest';
import { srgbProfile } from '../../../src/pdf/repair/srgb-profile.ts';

const profile = Buffer.from(srgbProfile());
const letters = (start: number, length = 4): string => profile.toString('latin1', start, start + length);
/** A number with sixteen bits before and after the point. */
const fixedAt = (start: number): number => profile.readInt32BE(start) / 65_536;
const fixedFrom = (start: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => fixedAt(start + 4 * index));

/** The table of tags (ICC.1:2004-10, 7.3): how many, then name, place and length of each. */
const tags = Array.from({ length: profile.readUInt32BE(128) }, (_, index) => {
  const entry = 132 + 12 * index;
  return { name: letters(entry), start: profile.readUInt32BE(entry + 4), length: profile.readUInt32BE(entry + 8) };
});
const startOf = (name: string): number => tags.find((tag) => tag.name === name)?.start ?? Number.NaN;

/** ICC.1:2004-10, 7.2.16, to the last bit. */
const D50 = ['0000f6d6', '00010000', '0000d32d'];
const D50_VALUES = [0.9642, 1, 0.8249];

describe('the header of the sRGB profile', () => {
  it.each([
    ['version 4.2', 8, '04200000'],
    ['no flags', 44, '00000000'],
    ['perceptual as the way of rendering', 64, '00000000'],
    ['the illuminant D50', 68, D50.join('')],
  ])('says %s', (_case, start, expected) => {
    expect(profile.toString('hex', start, start + expected.length / 2)).toBe(expected);
  });

  it.each([
    ['a display', 12, 'mntr'],
    ['red, green and blue', 16, 'RGB '],
    ['XYZ as what they are measured in', 20, 'XYZ '],
    ['that it is a profile', 36, 'acsp'],
  ])('names %s', (_case, start, expected) => {
    expect(letters(start)).toBe(expected);
  });

  it('says how long the profile is, in whole words', () => {
    expect(profile.readUInt32BE(0)).toBe(profile.length);
    expect(profile.length % 4).toBe(0);
  });

  it('has a day that is not that of the build', () => {
    expect([0, 1, 2, 3, 4, 5].map((index) => profile.readUInt16BE(24 + 2 * index))).toEqual([2026, 1, 1, 0, 0, 0]);
    expect(Buffer.from(srgbProfile())).toEqual(profile);
  });
});

describe('the tags of the sRGB profile', () => {
  it('are those that a display of three colours must have', () => {
    expect(tags.map(({ name }) => name).sort()).toEqual([
      'bTRC',
      'bXYZ',
      'chad',
      'cprt',
      'desc',
      'gTRC',
      'gXYZ',
      'rTRC',
      'rXYZ',
      'wtpt',
    ]);
  });

  it('lie within the profile, behind the table, each at a whole word', () => {
    const tableEnd = 132 + 12 * tags.length;
    const misplaced = tags.filter(
      ({ start, length }) => start < tableEnd || start + length > profile.length || start % 4 !== 0 || length < 8,
    );
    expect(misplaced).toEqual([]);
  });

  it('share their data or have their own, without a gap between', () => {
    const places = new Map(tags.map(({ start, length }) => [start, length]));
    let end = 132 + 12 * tags.length;
    for (const [start, length] of [...places].sort(([a], [b]) => a - b)) {
      expect(start).toBe(Math.ceil(end / 4) * 4);
      end = start + length;
    }
    expect(Math.ceil(end / 4) * 4).toBe(profile.length);
    expect(places.size).toBe(tags.length - 2);
  });

  it.each([
    ['desc', 'mluc'],
    ['cprt', 'mluc'],
    ['wtpt', 'XYZ '],
    ['chad', 'sf32'],
    ['rXYZ', 'XYZ '],
    ['rTRC', 'para'],
  ])('say of what type they are: %s is %s', (name, type) => {
    expect([letters(startOf(name)), profile.readUInt32BE(startOf(name) + 4)]).toEqual([type, 0]);
  });

  it.each([
    ['desc', 'sRGB'],
    ['cprt', 'No copyright, use freely'],
  ])('have their text in English: %s', (name, expected) => {
    const start = startOf(name);
    expect([profile.readUInt32BE(start + 8), profile.readUInt32BE(start + 12)]).toEqual([1, 12]);
    expect(letters(start + 16)).toBe('enUS');
    const [length, offset] = [profile.readUInt32BE(start + 20), profile.readUInt32BE(start + 24)];
    const text = profile.subarray(start + offset, start + offset + length);
    expect(new TextDecoder('utf-16be').decode(text)).toBe(expected);
    expect(offset + length).toBe(tags.find((tag) => tag.name === name)?.length);
  });
});

describe('the curve of the sRGB profile', () => {
  /** Parametric curve of type 3 (10.15): (ax + b)^g from d on, cx below. */
  const curve = (x: number): number => {
    const [g = 0, a = 0, b = 0, c = 0, d = 0] = fixedFrom(startOf('rTRC') + 12, 5);
    return x >= d ? (a * x + b) ** g : c * x;
  };
  /** IEC 61966-2-1, 5.2. */
  const srgb = (x: number): number => (x <= 0.040_45 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4);

  it('is a formula of the third type, the same for all three colours', () => {
    expect(profile.readUInt16BE(startOf('rTRC') + 8)).toBe(3);
    expect(new Set(['rTRC', 'gTRC', 'bTRC'].map(startOf)).size).toBe(1);
  });

  it('is that of sRGB, at every shade a screen has', () => {
    for (let shade = 0; shade <= 255; shade++) expect(curve(shade / 255)).toBeCloseTo(srgb(shade / 255), 4);
  });

  it('leads from black to white without going back', () => {
    const values = Array.from({ length: 1001 }, (_, index) => curve(index / 1000));
    expect([values[0], values[1000]]).toEqual([0, expect.closeTo(1, 4)]);
    expect(values.every((value, index) => index === 0 || value > (values[index - 1] ?? 0))).toBe(true);
  });
});

type Row = [number, number, number];
type Matrix = [Row, Row, Row];
const times = (matrix: Matrix, [x, y, z]: Row): Row => matrix.map(([a, b, c]) => a * x + b * y + c * z) as Row;
const determinant = ([[a, b, c], [d, e, f], [g, h, i]]: Matrix): number =>
  a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);

/** Cramer's rule. */
function solve(matrix: Matrix, wanted: Row): Row {
  const replaced = [0, 1, 2].map((column) =>
    determinant(matrix.map((row, index) => row.map((value, at) => (at === column ? wanted[index] : value))) as Matrix),
  );
  return replaced.map((one) => one / determinant(matrix)) as Row;
}

describe('the colours of the sRGB profile', () => {
  const chad = [0, 1, 2].map((row) => fixedFrom(startOf('chad') + 8 + 12 * row, 3)) as Matrix;
  const measured = (x: number, y: number): Row => [x / y, 1, (1 - x - y) / y];
  /** Chromaticities of red, green, blue and white (IEC 61966-2-1, table 1). */
  const [red, green, blue, white] = [
    measured(0.64, 0.33),
    measured(0.3, 0.6),
    measured(0.15, 0.06),
    measured(0.3127, 0.329),
  ];

  it('are the primaries of sRGB, adapted to D50', () => {
    const columns = [0, 1, 2].map((row) => [red[row], green[row], blue[row]]) as Matrix;
    const strengths = solve(columns, white);
    for (const [index, name] of ['rXYZ', 'gXYZ', 'bXYZ'].entries()) {
      const primary = [red, green, blue][index] as Row;
      const adapted = times(chad, primary.map((value) => value * (strengths[index] ?? 0)) as Row);
      const written = fixedFrom(startOf(name) + 8, 3);
      adapted.forEach((value, axis) => expect(written[axis]).toBeCloseTo(value, 3));
    }
  });

  it('are white together, and white is D50', () => {
    const sums = [0, 1, 2].map((axis) =>
      ['rXYZ', 'gXYZ', 'bXYZ'].reduce((sum, name) => sum + fixedAt(startOf(name) + 8 + 4 * axis), 0),
    );
    sums.forEach((sum, axis) => expect(sum).toBeCloseTo(D50_VALUES[axis] ?? 0, 3));
    times(chad, white).forEach((value, axis) => expect(value).toBeCloseTo(D50_VALUES[axis] ?? 0, 3));
    expect(profile.toString('hex', startOf('wtpt') + 8, startOf('wtpt') + 20)).toBe(D50.join(''));
  });
});
