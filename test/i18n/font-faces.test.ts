import { describe, expect, it } from 'vitest';
import { FONT_WEIGHTS, FontLibrary, isFontInstalled, needsGlyph, parseFontFaces } from '../../src/i18n/font-faces.ts';

const ARABIC = ['Noto Sans Arabic', 'Noto Sans'];

describe('finding the font of a character', () => {
  const library = new FontLibrary();

  it('takes the first family that has it', () => {
    expect(library.faceFor('ع', ARABIC, 400)?.family).toBe('Noto Sans Arabic');
  });

  it('goes on to the next family for letters the first lacks', () => {
    expect(library.faceFor('ж', ARABIC, 400)?.family).toBe('Noto Sans');
  });

  it('finds a bold face of its own', () => {
    expect(library.faceFor('ع', ARABIC, 700)).toMatchObject({ weight: 700 });
  });

  it('finds nothing where no family has the character', () => {
    expect(library.faceFor('𓀀', ARABIC, 400)).toBeUndefined();
  });

  it('takes a character outside the basic plane as one', () => {
    expect(library.faceFor('𨋢', ['Noto Sans TC'], 400)?.family).toBe('Noto Sans TC');
  });
});

describe('a large family, which its style sheet spreads over a hundred slices', () => {
  const library = new FontLibrary();

  it.each([
    ['Noto Sans TC', '腎', 'chinese-traditional'],
    ['Noto Sans SC', '肾', 'chinese-simplified'],
    ['Noto Sans JP', '腎', 'japanese'],
    ['Noto Sans KR', '신', 'korean'],
  ])('is read from one file: %s', (family, letter, name) => {
    for (const weight of FONT_WEIGHTS) {
      const face = library.faceFor(letter, [family], weight);
      expect(face).toMatchObject({ isLarge: true, family, weight });
      expect(face?.fileName).toContain(`-${name}-${weight}-normal.woff2`);
    }
  });

  it('is read from a slice for a letter that the one file lacks', () => {
    expect(library.faceFor('𨋢', ['Noto Sans TC'], 400)).toMatchObject({ isLarge: true });
  });

  it('is no whole where the family has a file a script', () => {
    expect(library.faceFor('ж', ['Noto Sans'], 400)).toMatchObject({
      isLarge: false,
      fileName: 'noto-sans-cyrillic-400-normal.woff2',
    });
    expect(library.faceFor('ក', ['Noto Sans Khmer'], 400)?.isLarge).toBe(false);
  });

  it('is asked for what it really has', () => {
    const whole = library.faceFor('腎', ['Noto Sans TC'], 400);
    expect(whole?.covers(0x814e)).toBe(true);
    expect(whole?.covers(0x1780)).toBe(false);
  });
});

describe('a character', () => {
  it.each(['a', 'ع', '–', ' '])('is drawn: %j', (character) => expect(needsGlyph(character)).toBe(true));

  it.each(['\u200F', '\u200B', '\u2068', '\n', '\uFE0F'])('only steers the text: %j', (character) => {
    expect(needsGlyph(character)).toBe(false);
  });
});

describe('a family', () => {
  it('is known to be installed or not', () => {
    expect(['Noto Sans Khmer', 'Comic Arabic', '../x'].map(isFontInstalled)).toEqual([true, false, false]);
  });

  it('is read from its style sheet: file and code points of each part', () => {
    const css = `@font-face { src: url(./files/a.woff2) format('woff2'), url(./files/a.woff) format('woff'); unicode-range: U+0000-00FF,U+2122; }
      @font-face { src: url(./files/b.woff2) format('woff2'); }`;
    expect(parseFontFaces(css)).toEqual([
      {
        file: './files/a.woff2',
        ranges: [
          [0, 0xff],
          [0x2122, 0x2122],
        ],
      },
      { file: './files/b.woff2', ranges: [[0, 0x10ffff]] },
    ]);
  });
});
