import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FontTables, readTables, tableOf, writeTables } from '../../src/true-type/font-tables.ts';
import { roundOutlines } from '../../src/html/round-outlines.ts';
import { anyFont, glyphBytes, smallFont, square } from './small-font.ts';

const STEP = 4;

/** An error in words a person can read, and not one of the engine. */
function expectWords(run: () => unknown): void {
  try {
    run();
  } catch (failure) {
    expect(failure).toBeInstanceOf(Error);
    expect((failure as Error).name).toBe('Error');
    expect((failure as Error).message).toMatch(/^[A-Z].*\.$/);
  }
}

describe('what cannot be rounded', () => {
  const font = smallFont([glyphBytes([square(100)])]);
  const starting = (tag: string): Uint8Array => Uint8Array.from([...Buffer.from(tag, 'latin1'), ...font.subarray(4)]);
  const changed = (change: (tables: FontTables) => void): Uint8Array => {
    const tables = readTables(font);
    change(tables);
    return writeTables(tables);
  };

  it.each([
    ['OTTO', 'The file is not a TrueType font but a font of PostScript outlines (CFF).'],
    ['ttcf', 'The file is not a TrueType font but a collection of fonts.'],
    ['wOFF', 'The file is not a TrueType font but a font packed as WOFF.'],
    ['wOF2', 'The file is not a TrueType font but a font packed as WOFF2.'],
    ['<!do', 'The file is not a TrueType font but of another kind.'],
  ])('is refused by name: %s', (tag, message) => {
    expect(() => roundOutlines(starting(tag), STEP)).toThrow(message);
  });

  it.each(['glyf', 'loca', 'maxp', 'hhea', 'hmtx'])('is refused without the table "%s"', (tag) => {
    expect(() => roundOutlines(changed((tables) => tables.delete(tag)), STEP)).toThrow(`The font lacks the table "${tag}".`); // prettier-ignore
  });

  it.each(['loca', 'maxp', 'hhea', 'hmtx'])('is refused with less of the table "%s" than it needs', (tag) => {
    const cut = changed((tables) => tables.set(tag, tableOf(tables, tag, 3).subarray(0, 3)));
    expect(() => roundOutlines(cut, STEP)).toThrow(
      new RegExp(`^The table "${tag}" of the font has 3 bytes, not \\d+\\.$`),
    );
  });

  it('is refused with a glyph that goes past the last outline', () => {
    const cut = changed((tables) => tables.set('glyf', tableOf(tables, 'glyf', 10).subarray(0, 10)));
    expect(() => roundOutlines(cut, STEP)).toThrow('Glyph 0 of the font lies outside the table "glyf".');
  });

  it.each([
    ['contours in the wrong order', 10, [0, 9], 'Glyph 0 of the font has contours that end before they start.'],
    ['more flags than points', 16, [9, 200], 'Glyph 0 of the font has flags for more points than it has.'],
    ['more instructions than bytes', 14, [1, 0], 'Glyph 0 of the font ends too early: it is cut off or damaged.'],
  ])('is refused with a glyph of %s', (_, place, bytes, message) => {
    const glyph = glyphBytes([square(100), square(50)]);
    glyph.set(bytes, place);
    expect(() => roundOutlines(smallFont([glyph]), STEP)).toThrow(message);
  });

  it('is refused whatever it is', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(() => roundOutlines(bytes, STEP)).toThrow(/^The (font|file) .*\.$/);
      }),
    );
  });

  it.each([0, -4, 1.5, NaN, Infinity])('is not asked for with a step of %d', (step) => {
    expect(() => roundOutlines(font, step)).toThrow(`Points are rounded to whole font units, not to ${step}.`);
  });

  it('is refused with a point off the grid of all fonts', () => {
    const far = smallFont([glyphBytes([square(16_383)])]);
    expect(() => roundOutlines(far, STEP)).toThrow('Glyph 0 of the font has a point outside the grid of all fonts.');
    expect(() => roundOutlines(far, 1)).not.toThrow();
  });

  it('is refused in words where it ends too early', () => {
    const whole = smallFont([new Uint8Array(), glyphBytes([square(100)])]);
    // The last three bytes only fill up the last table.
    for (let length = 0; length < whole.length - 3; length++) {
      expect(() => roundOutlines(whole.subarray(0, length), STEP)).toThrow(/^The (font|file) .*\.$/);
    }
  });

  it('is refused in words, or read as it is, where bytes are wrong', () => {
    fc.assert(
      fc.property(anyFont, fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1 }), (font, edits) => {
        const damaged = Uint8Array.from(font);
        for (const [place, value] of edits) damaged[place % damaged.length] = value;
        expectWords(() => roundOutlines(damaged, STEP));
      }),
      { numRuns: 500 },
    );
  });
});
