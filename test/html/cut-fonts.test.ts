import { readFile } from 'node:fs/promises';
import { create, type Font } from 'fontkitten';
import { beforeAll, describe, expect, it } from 'vitest';
import { addCharacters, choosePageFonts, type PageFontFile, readFontFile } from '../../src/html/page-fonts.ts';
import { FontLibrary } from '../../src/i18n/font-faces.ts';
import { languageNamed } from '../language-named.ts';

const TEXTS = {
  'zh-Hant': '鈣化防禦症是什麼？',
  'zh-Hans': '钙化防御症是什么？',
  ja: 'カルシフィラキシスとは、どんな病気ですか？',
  ko: '칼시필락시스란 무엇인가요?',
};
const LANGUAGES = ['en', ...Object.keys(TEXTS)].map(languageNamed);
const library = new FontLibrary();

/** The font files of pages that hold a text. */
function filesFor(locale: string, text: string): PageFontFile[] {
  const characters = new Map<string, Set<string>>();
  addCharacters(text, locale, characters);
  return choosePageFonts(characters, LANGUAGES, library, locale).files;
}

function openFont(bytes: Uint8Array): Font {
  const font = create(Buffer.from(bytes));
  if (font.isCollection) throw new Error('A single font was expected.');
  return font;
}

const codePointsOf = (text: string): number[] => [...text].map((letter) => letter.codePointAt(0) ?? 0);

describe.each(Object.entries(TEXTS))('the whole font of %s, cut to the letters of a set of pages', (locale, text) => {
  let file: PageFontFile;
  let whole: Buffer;
  let cut: Uint8Array;
  beforeAll(async () => {
    const [regular] = filesFor(locale, text).filter(
      ({ face }) => face.weight === 400 && /chinese|japanese|korean/.test(face.fileName),
    );
    if (!regular) throw new Error(`No whole font was chosen for ${locale}.`);
    file = regular;
    whole = await readFile(file.face.path);
    cut = await readFontFile(file);
  });

  it('has each of them, drawn by the same lines and curves within a fifth of a per cent of its size', () => {
    const [before, after] = [openFont(whole), openFont(cut)];
    expect(file.characters.length).toBeGreaterThan(5);
    for (const code of codePointsOf(file.characters)) {
      expect(after.hasGlyphForCodePoint(code)).toBe(true);
      const [drawn, first] = [after, before].map((font) => font.glyphForCodePoint(code).path.commands);
      expect(drawn?.map(({ command }) => command)).toEqual(first?.map(({ command }) => command));
      const places = first?.flatMap(({ args }) => args) ?? [];
      const moves = drawn?.flatMap(({ args }) => args).map((place, index) => Math.abs(place - (places[index] ?? NaN)));
      expect(Math.max(0, ...(moves ?? []))).toBeLessThanOrEqual(before.unitsPerEm / 500);
    }
  });

  it('has no other letter, and is far smaller', () => {
    // A character map ends with U+FFFF, which is no letter.
    const letters = new Set([...codePointsOf(file.characters), 0xffff]);
    expect(openFont(cut).characterSet.filter((code) => !letters.has(code))).toEqual([]);
    expect(cut.length).toBeLessThan(whole.length / 50);
  });

  it('comes out the same twice', async () => {
    expect(Buffer.from(cut).equals(await readFontFile(file))).toBe(true);
  });

  it('has a name of the set, so that two sets do not overwrite each other', () => {
    expect(file.name).toBe(file.face.fileName.replace('.woff2', `-${locale}.woff2`));
  });
});

describe('the fonts of a text in Chinese', () => {
  it('together have every letter of it', async () => {
    const files = filesFor('zh-Hant', TEXTS['zh-Hant']).filter(({ face }) => face.weight === 400);
    const fonts = await Promise.all(files.map(async (file) => openFont(await readFontFile(file))));
    const missing = [...TEXTS['zh-Hant']].filter(
      (letter) => !fonts.some((font) => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)),
    );
    expect(missing).toEqual([]);
  });

  it('are one file in each weight for what the whole font has', () => {
    const whole = filesFor('zh-Hant', '腎病透析血管皮膚').map(({ name }) => name);
    expect(whole).toEqual([
      'noto-sans-tc-chinese-traditional-400-normal-zh-Hant.woff2',
      'noto-sans-tc-chinese-traditional-700-normal-zh-Hant.woff2',
    ]);
  });
});

describe('a font of another script', () => {
  it('is shipped as it is', async () => {
    const [file] = filesFor('en', 'abc');
    if (!file) throw new Error('No font was chosen.');
    expect(Buffer.from(await readFontFile(file)).equals(await readFile(file.face.path))).toBe(true);
    expect(file.name).toBe('noto-sans-latin-400-normal.woff2');
  });
});
