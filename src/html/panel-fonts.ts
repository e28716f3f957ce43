import { cacheKey } from '../cache-key.ts';
import type { FontLibrary } from '../i18n/font-faces.ts';
import type { Language } from '../i18n/languages.ts';
import { stopOnErrors } from '../problem.ts';
import type { Site } from './build-site.ts';
import {
  type CharactersByLanguage,
  choosePageFonts,
  collectCharacters,
  fontStylesheet,
  readFontFile,
} from './page-fonts.ts';

/** Fonts for a page of panels. */
export interface PanelFonts {
  /** Style sheet that declares them. */
  css: string;
  /** What the site does not have already, by path within the output. */
  files: Map<string, Uint8Array>;
}

/** What the fonts of panels are taken from. */
export interface PanelFontSource {
  site: Pick<Site, 'assets' | 'fontSets' | 'formStyles'>;
  languages: readonly Language[];
  fonts: FontLibrary;
}

/**
 * The fonts of panels: those of the site's pages in their language, unless a clinic has a letter that no page has. Which
 * of them makes no difference to a PDF, since the fonts in it are written anew from the glyphs that are used.
 * @param set the language's set of fonts
 */
export async function panelFonts(
  panels: readonly string[],
  set: string,
  { site, languages, fonts }: PanelFontSource,
): Promise<PanelFonts> {
  const characters: CharactersByLanguage = new Map();
  // The set of a page is that of its language, and so is the language of what names none.
  collectCharacters(`<main lang="${set}">${panels.join('')}</main>`, characters);
  const css = site.assets.get(fontStylesheet(set));
  if (css && isCovered(characters, site.fontSets.get(set))) {
    return { css: fromPanels(new TextDecoder().decode(css)), files: new Map() };
  }
  const letters = JSON.stringify([...characters].map(([tag, ofTag]) => [tag, [...ofTag].sort().join('')]).sort());
  const own = `${set}-${cacheKey(letters).slice(0, 8)}`;
  const chosen = choosePageFonts(characters, languages, fonts, own);
  stopOnErrors(chosen.problems);
  const files = new Map<string, Uint8Array>();
  for (const file of chosen.files) {
    const path = `assets/fonts/${file.name}`;
    if (!site.assets.has(path)) files.set(path, await readFontFile(file));
  }
  return { css: fromPanels(chosen.css), files };
}

function isCovered(needed: CharactersByLanguage, there: CharactersByLanguage | undefined): boolean {
  return [...needed].every(([tag, characters]) => {
    const known = there?.get(tag);
    return [...characters].every((character) => known?.has(character));
  });
}

/** The addresses of font files as the page of the panels has to write them. */
function fromPanels(css: string): string {
  return css.replaceAll('src:url(', 'src:url(../assets/fonts/');
}
