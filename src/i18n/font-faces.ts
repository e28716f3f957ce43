import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { create } from 'fontkitten';

/** Weights that are ever used; no others are shipped. */
export const FONT_WEIGHTS = [400, 700] as const;
/** One of {@link FONT_WEIGHTS}. */
export type FontWeight = (typeof FONT_WEIGHTS)[number];

/** What a font says of its lines, as parts of the size of its letters. */
export interface LineMetrics {
  ascent: number;
  descent: number;
  gap: number;
}

/** One file of a family: the letters of one part of Unicode in one weight. */
export interface FontFace {
  family: string;
  weight: FontWeight;
  /** Name of the file, unique over all families. */
  fileName: string;
  path: string;
  /** True for the files of a Chinese, Japanese or Korean family: a page gets its own letters of them only. */
  isLarge: boolean;
  /** True if the file really has a glyph for the character (its own character map is asked, not the style sheet). */
  covers(codePoint: number): boolean;
  lineMetrics(): LineMetrics;
}

/** Characters that are never drawn, or only steer line breaking and shaping. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFE00-\uFE0F]/u;

/** True if a reader would see a box where no font has the character. */
export function needsGlyph(character: string): boolean {
  return !INVISIBLE.test(character);
}

/** The npm package that holds a family: `Noto Sans TC` is in `@fontsource/noto-sans-tc`. */
export function fontPackage(family: string): string {
  return `@fontsource/${family.toLowerCase().replaceAll(' ', '-')}`;
}

/**
 * Answers which file of a list of families draws a character. Families are static TrueType from npm:
 * Chromium embeds those as CID TrueType subsets, while variable fonts and CFF become Type 3 fonts, three
 * to four times larger.
 */
export class FontLibrary {
  readonly #faces = new Map<string, FontFace[]>();
  readonly #found = new Map<string, FontFace | undefined>();

  /** @returns the first face in order of `families` that has the character, or nothing */
  faceFor(character: string, families: readonly string[], weight: FontWeight): FontFace | undefined {
    const codePoint = character.codePointAt(0) ?? 0;
    const key = `${families.join()}|${weight}|${codePoint}`;
    if (!this.#found.has(key)) {
      const candidates = families.flatMap((family) => this.#facesOf(family, weight));
      this.#found.set(
        key,
        candidates.find((face) => face.covers(codePoint)),
      );
    }
    return this.#found.get(key);
  }

  /** @throws {Error} if the family's package is not installed */
  #facesOf(family: string, weight: FontWeight): FontFace[] {
    const key = `${family}|${weight}`;
    const faces = this.#faces.get(key) ?? readFaces(family, weight);
    this.#faces.set(key, faces);
    return faces;
  }
}

/** True if the npm package of a family is installed. */
export function isFontInstalled(family: string): boolean {
  try {
    stylesheetPath(family, 400);
    return true;
  } catch {
    return false;
  }
}

function stylesheetPath(family: string, weight: FontWeight): string {
  return createRequire(import.meta.url).resolve(`${fontPackage(family)}/${weight}.css`);
}

function readFaces(family: string, weight: FontWeight): FontFace[] {
  const stylesheet = stylesheetPath(family, weight);
  const listed = parseFontFaces(readFileSync(stylesheet, 'utf8'));
  const whole = wholeFile(family, weight, listed);
  // The whole file comes first. It lacks some rare letters that the slices have.
  return [...(whole ? [{ file: whole, ranges: EVERYTHING }] : []), ...listed].map(({ file, ranges }) => {
    const path = join(dirname(stylesheet), file);
    let font: ReturnType<typeof openFont> | undefined;
    const open = () => (font ??= openFont(path));
    return {
      family,
      weight,
      fileName: basename(file),
      path,
      isLarge: whole !== undefined,
      // The ranges come first: they spare opening a hundred files of a Chinese family to ask for one sign.
      covers: (codePoint) =>
        ranges.some(([first, last]) => codePoint >= first && codePoint <= last) &&
        open().hasGlyphForCodePoint(codePoint),
      lineMetrics: () => {
        const { ascent, descent, lineGap, unitsPerEm } = open();
        return { ascent: ascent / unitsPerEm, descent: Math.abs(descent) / unitsPerEm, gap: lineGap / unitsPerEm };
      },
    };
  });
}

const EVERYTHING: [number, number][] = [[0, 0x10ffff]];

/**
 * The file that holds what a family's style sheet spreads over a hundred numbered slices. A PDF that uses fifty slices
 * embeds fifty fonts, which made Chinese sheets of 240 kB; from one file they are 90 kB.
 * @returns nothing for a family without slices
 */
function wholeFile(family: string, weight: FontWeight, listed: readonly { file: string }[]): string | undefined {
  if (!listed.some(({ file }) => /-\d+-\d+-normal\.woff2$/.test(file))) return undefined;
  const { resolve } = createRequire(import.meta.url);
  const read = (name: string): unknown => JSON.parse(readFileSync(resolve(`${fontPackage(family)}/${name}`), 'utf8'));
  const { subsets } = read('metadata.json') as { subsets: string[] };
  // The style sheet has a name for each small script of the family, but only numbers for the large one.
  const large = subsets.find((subset) => !listed.some(({ file }) => file.includes(`-${subset}-${weight}-`)));
  return large && `./files/${fontPackage(family).split('/')[1]}-${large}-${weight}-normal.woff2`;
}

function openFont(path: string) {
  const font = create(readFileSync(path));
  if (font.isCollection) throw new Error(`${path} is a font collection; a single font was expected.`);
  return font;
}

/** Reads the `@font-face` blocks of a fontsource style sheet: file and the code points it is meant for. */
export function parseFontFaces(css: string): { file: string; ranges: [number, number][] }[] {
  return [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)].flatMap(([, body = '']) => {
    const file = /url\(([^)]+\.woff2)\)/.exec(body)?.[1];
    const list = /unicode-range:\s*([^;]+);/.exec(body)?.[1] ?? 'U+0-10FFFF';
    const ranges = list.split(',').map((part): [number, number] => {
      const [first = '0', last = first] = part.trim().replace(/^U\+/i, '').split('-');
      return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
    });
    return file ? [{ file, ranges }] : [];
  });
}
