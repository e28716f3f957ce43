import { defaultTreeAdapter, type DefaultTreeAdapterTypes, parse } from 'parse5';
import { FONT_WEIGHTS, type FontFace, type FontLibrary, needsGlyph } from '../i18n/font-faces.ts';
import type { Language } from '../i18n/languages.ts';
import { compareText, error, type Problem } from '../problem.ts';
import { fontStack } from './stylesheet.ts';

/** Characters that style sheets add, in the fonts of Latin (see `li::marker` in base.css): list markers and their numbers. */
const DRAWN_BY_STYLES = '•0123456789. ';

/** The characters of a page by the language they are in. */
export type CharactersByLanguage = Map<string, Set<string>>;

/** Adds the characters a browser would draw for a page; the language is that of the nearest `lang`. */
export function collectCharacters(html: string, into: CharactersByLanguage): void {
  const visit = (node: DefaultTreeAdapterTypes.Node, lang: string): void => {
    if (defaultTreeAdapter.isTextNode(node)) {
      addCharacters(node.value, lang, into);
    } else if ('childNodes' in node && node.nodeName !== 'head' && node.nodeName !== 'style') {
      const own = 'attrs' in node ? node.attrs.find(({ name }) => name === 'lang')?.value : undefined;
      for (const child of node.childNodes) visit(child, own ?? lang);
    }
  };
  visit(parse(html), '');
  addCharacters(DRAWN_BY_STYLES, 'en', into);
}

/** Adds the characters of a text outside the page's HTML, such as its printed footer. */
export function addCharacters(text: string, lang: string, into: CharactersByLanguage): void {
  const characters = into.get(lang) ?? new Set();
  for (const character of text) if (needsGlyph(character)) characters.add(character);
  into.set(lang, characters);
}

/** The fonts a set of pages needs. */
export interface PageFonts {
  css: string;
  faces: FontFace[];
  problems: Problem[];
}

/**
 * Declares just the font files whose letters occur, each for the letters it is needed for: all slices of a
 * Chinese family would be 60 kB of style sheet on a page that uses a few hundred letters.
 */
export function choosePageFonts(
  characters: CharactersByLanguage,
  languages: readonly Language[],
  fonts: FontLibrary,
  place: string,
): PageFonts {
  const uses = new Map<FontFace, Set<number>>();
  const problems: Problem[] = [];
  for (const [tag, ofLanguage] of characters) {
    const language = languages.find((known) => known.tag === tag);
    if (!language) continue;
    const stack = fontStack(language, languages);
    for (const character of [...ofLanguage].sort()) {
      const faces = FONT_WEIGHTS.map((weight) => fonts.faceFor(character, stack, weight));
      for (const face of faces) {
        if (face) uses.set(face, (uses.get(face) ?? new Set()).add(character.codePointAt(0) ?? 0));
        else
          problems.push(
            error(
              place,
              `No font has the character "${character}" (U+${character.codePointAt(0)?.toString(16).toUpperCase()}).`,
              'change the text of the template or interface string that has it.',
            ),
          );
      }
    }
  }
  const faces = [...uses.keys()].sort((a, b) => compareText(a.fileName, b.fileName));
  return { css: faces.map((face) => fontFaceRule(face, uses.get(face) ?? new Set())).join('\n'), faces, problems };
}

function fontFaceRule({ family, weight, fileName }: FontFace, codePoints: ReadonlySet<number>): string {
  const ranges = toRanges([...codePoints].sort((a, b) => a - b));
  return `@font-face{font-family:"${family}";font-weight:${weight};font-display:swap;src:url(${fileName}) format("woff2");unicode-range:${ranges.join(',')}}`;
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
