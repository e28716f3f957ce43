import { readFile } from 'node:fs/promises';
import { convert } from 'fontverter';
import subsetFont from 'subset-font';
import { defaultTreeAdapter, type DefaultTreeAdapterTypes, parse } from 'parse5';
import { FONT_WEIGHTS, type FontFace, type FontLibrary, needsGlyph } from '../i18n/font-faces.ts';
import { codePointName } from '../i18n/code-point.ts';
import type { Language } from '../i18n/languages.ts';
import { NO_PRINT_CACHE, type PrintCache } from '../print-cache.ts';
import { compareText, error, type Problem } from '../problem.ts';
import { readTables, unitsPerEm } from '../true-type/font-tables.ts';
import { ownFace } from './device-fonts.ts';
import { roundOutlines } from './round-outlines.ts';
import { BULLET_FONT, fontStack } from './stylesheet.ts';

/** The characters of a page by the language they are in; bullets, which have a font of their own, under `BULLETS`. */
export type CharactersByLanguage = Map<string, Set<string>>;

const BULLETS = 'bullets';

/**
 * Adds the characters a browser would draw for a page; the language is that of the nearest `lang`.
 * @param withNames also those of links that name another language in its own script. A list of all languages needs
 * fonts for them; at the foot of a page, whoever reads a language has a font for it, and eighteen more would cost an
 * old phone 300 kB.
 */
export function collectCharacters(html: string, into: CharactersByLanguage, withNames = true): void {
  const visit = (node: DefaultTreeAdapterTypes.Node, lang: string): void => {
    if (!withNames && 'attrs' in node && node.attrs.some(({ name }) => name === 'hreflang')) return;
    if (defaultTreeAdapter.isTextNode(node)) {
      addCharacters(node.value, lang, into);
    } else if ('childNodes' in node && node.nodeName !== 'head' && node.nodeName !== 'style') {
      const own = 'attrs' in node ? node.attrs.find(({ name }) => name === 'lang')?.value : undefined;
      for (const child of node.childNodes) visit(child, own ?? lang);
    }
  };
  visit(parse(html), '');
  addCharacters('• ', BULLETS, into);
}

/** Adds what style sheets draw in a language: the numbers of its lists. */
export function addListNumbers({ tag, digits }: Language, into: CharactersByLanguage): void {
  const format = new Intl.NumberFormat(new Intl.Locale('en', { numberingSystem: digits }), { useGrouping: false });
  addCharacters(`${format.format(1_234_567_890)}. `, tag, into);
}

/** Adds the characters of a text outside the page's HTML, such as its printed footer. */
export function addCharacters(text: string, lang: string, into: CharactersByLanguage): void {
  const characters = into.get(lang) ?? new Set();
  for (const character of text) if (needsGlyph(character)) characters.add(character);
  into.set(lang, characters);
}

/** A font file of a set of pages. */
export interface PageFontFile {
  /** Name in the output. */
  name: string;
  face: FontFace;
  /** The letters it is used for. */
  characters: string;
}

/** The fonts a set of pages needs. */
export interface PageFonts {
  css: string;
  files: PageFontFile[];
  problems: Problem[];
}

/**
 * Declares just the font files whose letters occur, each for the letters it is needed for. What is taken from the
 * whole file of a large family gets a name of this set's own.
 * @param set name of the set of pages, such as `zh-Hant`
 */
export function choosePageFonts(
  characters: CharactersByLanguage,
  languages: readonly Language[],
  fonts: FontLibrary,
  set: string,
): PageFonts {
  const place = fontStylesheet(set);
  const uses = new Map<FontFace, Set<number>>();
  const problems: Problem[] = [];
  for (const [tag, ofLanguage] of characters) {
    const language = languages.find((known) => known.tag === tag);
    if (!language && tag !== BULLETS) continue;
    const stack = language ? fontStack(language, languages) : [BULLET_FONT];
    for (const character of [...ofLanguage].sort()) {
      const faces = FONT_WEIGHTS.map((weight) => fonts.faceFor(character, stack, weight));
      for (const face of faces) {
        if (face) uses.set(face, (uses.get(face) ?? new Set()).add(character.codePointAt(0) ?? 0));
        else
          problems.push(
            error(
              place,
              `No font has the character "${character}" (${codePointName(character)}).`,
              'change the text of the template or interface string that has it.',
            ),
          );
      }
    }
  }
  const files = [...uses].map(([face, used]): PageFontFile & { codePoints: number[] } => {
    const codePoints = [...withParts(face, used)].sort((a, b) => a - b);
    const name = face.isLarge ? cutFileName(face, set) : face.fileName;
    return { name, face, codePoints, characters: String.fromCodePoint(...codePoints) };
  });
  files.sort((a, b) => compareText(a.name, b.name));
  return {
    css: files.map(({ name, face, codePoints }) => fontFaceRule(name, face, codePoints)).join('\n'),
    files,
    problems,
  };
}

/**
 * A shaper may draw a letter by its parts, and Chromium then asks the declared range for each of them: without U+0E4D in
 * it, the Thai vowel ำ (U+0E33) lost its circle.
 */
function withParts(face: FontFace, codePoints: ReadonlySet<number>): Set<number> {
  const parts = [...codePoints]
    .flatMap((codePoint) => [...String.fromCodePoint(codePoint).normalize('NFKD')])
    .map((part) => part.codePointAt(0) ?? 0);
  return new Set([...codePoints, ...parts.filter((part) => face.covers(part))]);
}

/**
 * The font that a language's pages ask for at once, by the language: where its own is the first choice on screen.
 * @returns paths within the site, such as `/assets/fonts/noto-sans-khmer-khmer-400-normal-km.woff2`
 */
export function preloadedFonts(languages: readonly Language[], fonts: FontLibrary): Record<string, string> {
  const pairs = languages.flatMap((language) => {
    const face = language.deviceFonts?.use === 'first' ? undefined : ownFace(language, fonts);
    return face ? [[language.tag, `/assets/fonts/${cutFileName(face, language.tag)}`]] : [];
  });
  return Object.fromEntries(pairs) as Record<string, string>;
}

/** The name of the set of fonts that a page loads; nothing for what loads none. */
export function fontSetOf(html: string): string | undefined {
  return /assets\/fonts\/([\w-]+)\.css/.exec(html)?.[1];
}

/** Where the fonts of a set of pages are declared. */
export function fontStylesheet(set: string): string {
  return `assets/fonts/${set}.css`;
}

/** The bytes of a font file as the pages get it: of a large family only the letters they use, on a coarser grid. */
export async function readFontFile(
  { face, characters }: PageFontFile,
  cache: PrintCache = NO_PRINT_CACHE,
): Promise<Uint8Array> {
  const read = () => readFile(face.path);
  return face.isLarge
    ? cutOnce('paper', { face, characters }, cache, async () => cutFont(await read(), characters))
    : read();
}

/** Cuts the same letters of the same font once: compressing them takes longer than rendering all pages. */
async function cutOnce(
  use: 'paper' | 'screen',
  { face: { family, fileName }, characters }: Pick<PageFontFile, 'face' | 'characters'>,
  cache: PrintCache,
  cut: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const { value } = await cache.keep('fonts', [use, family, fileName, characters], async () => {
    return { value: await cut(), problems: [] };
  });
  if (!value) throw new Error(`The font ${fileName} was not cut.`);
  return value;
}

/**
 * The grid for the points of large families, as a part of the em. In 12 point it is 17 micrometres, and no point moves
 * by more than half of that; a dot of a 1200 dpi printer is 21, a pixel of a phone some 55. It made the font in a
 * Traditional Chinese PDF of 92.6 kB one of 75.7 kB; twice as fine it would be 84.4 kB, and at 1/200 hardly less than
 * now (75.2 kB).
 */
const OUTLINE_GRID = 1 / 250;

/**
 * Fonts of a set of pages for screens: of small families too only the letters that the pages use, half of what a phone had
 * to load for Khmer, a sixth for Arabic; and none of the Latin letters that families of other scripts have as well, which
 * every device has. Paper keeps the whole files, since a sheet's bytes must not change with the words of other pages.
 * @param css as {@link choosePageFonts} gives it
 * @returns the style sheet for both, and the files that are for screens only, by name
 */
export async function cutForScreens(
  css: string,
  files: readonly PageFontFile[],
  set: string,
  cache: PrintCache = NO_PRINT_CACHE,
): Promise<{ css: string; files: Map<string, Uint8Array> }> {
  const small = files.filter(({ face }) => !face.isLarge);
  const shown = small.filter((file) => !isLatinOfOtherFamily(file));
  const cut = await Promise.all(
    shown.map(async ({ face, characters }): Promise<[string, Uint8Array]> => [
      cutFileName(face, set),
      await cutOnce('screen', { face, characters }, cache, async () =>
        subsetFont(await readFile(face.path), characters, { targetFormat: 'woff2' }),
      ),
    ]),
  );
  const rules = css.split('\n').map((rule) => {
    const file = small.find(({ name }) => rule.includes(`url(${name})`));
    if (!file) return rule;
    if (!shown.includes(file)) return `@media print{${rule}}`;
    return `@media print{${rule}}\n@media screen{${rule.replace(file.name, cutFileName(file.face, set))}}`;
  });
  return { css: rules.join('\n'), files: new Map(cut) };
}

function isLatinOfOtherFamily({ face: { family }, characters }: PageFontFile): boolean {
  const letters = characters.match(/\p{L}/gu) ?? [];
  return family !== BULLET_FONT && letters.every((letter) => /\p{Script=Latin}/u.test(letter));
}

/** The name of a font that has the letters of a set of pages only. */
export function cutFileName({ fileName }: Pick<FontFace, 'fileName'>, set: string): string {
  return fileName.replace('.woff2', `-${set}.woff2`);
}

async function cutFont(whole: Uint8Array, characters: string): Promise<Uint8Array> {
  const cut = await subsetFont(whole, characters, { targetFormat: 'sfnt' });
  const step = Math.max(1, Math.round(unitsPerEm(readTables(cut)) * OUTLINE_GRID));
  return convert(roundOutlines(cut, step), 'woff2', 'sfnt');
}

function fontFaceRule(name: string, { family, weight }: FontFace, codePoints: readonly number[]): string {
  return `@font-face{font-family:"${family}";font-weight:${weight};font-display:swap;src:url(${name}) format("woff2");unicode-range:${toRanges(codePoints).join(',')}}`;
}

function toRanges(sorted: readonly number[]): string[] {
  const runs: [number, number][] = [];
  for (const codePoint of sorted) {
    const last = runs.at(-1);
    if (last && codePoint === last[1] + 1) last[1] = codePoint;
    else runs.push([codePoint, codePoint]);
  }
  return runs.map(([first, last]) => `U+${first.toString(16)}${last > first ? `-${last.toString(16)}` : ''}`);
}
