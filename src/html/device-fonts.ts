import type { FontFace, FontLibrary, LineMetrics } from '../i18n/font-faces.ts';
import type { Language } from '../i18n/languages.ts';

/** The family of a device's fonts for a language, and that of its regular font alone. */
const familiesOf = ({ tag }: Language) => ({ both: `${tag} device`, regular: `${tag} device regular` });

/**
 * The families that draw a language on screen: `press` names those of paper. A device's bold font is often missing where
 * its regular one is there; the second family then lets the browser thicken that, and no bold one of ours is loaded.
 * Before the press's fonts for other languages comes the device's choice: even for a line without a letter of theirs,
 * browsers load the first font that has a space.
 * @returns family names as CSS writes them
 */
export function screenFamilies(language: Language, press: readonly string[]): string[] {
  const fonts = language.deviceFonts;
  if (!fonts) return press.map(quote);
  const { both, regular } = familiesOf(language);
  const named = fonts.regular.length > 0 ? [both, regular] : [];
  const [own = '', ...others] = press;
  const ofScript = fonts.use === 'first' ? [...fonts.families, ...named, own] : [own, ...named, ...fonts.families];
  return [...new Set([...ofScript, 'system-ui', ...others])].map(quote);
}

/** Names of the device's own choice are keywords, and a family of that name is another. */
function quote(family: string): string {
  return /^(system-ui|-apple-system)$/.test(family) ? family : `"${family}"`;
}

/**
 * Declares the single fonts of readers' devices that draw a language. Fonts that stand in for ours take their place on
 * the line from ours, so that no line moves when those come. Their widths are left alone: the press cannot know which of
 * them a device has, and most are of the same drawing (Noto).
 */
export function deviceFontRules(language: Language, metrics?: LineMetrics): string {
  const { regular = [], bold = [], use } = language.deviceFonts ?? {};
  if (regular.length === 0) return '';
  const names = familiesOf(language);
  const overrides =
    use === 'meanwhile' && metrics
      ? `;ascent-override:${percent(metrics.ascent)};descent-override:${percent(metrics.descent)};line-gap-override:${percent(metrics.gap)}`
      : '';
  const rule = (family: string, weight: number, fonts: readonly string[]) =>
    `@font-face{font-family:"${family}";font-weight:${weight};src:${fonts.map((font) => `local("${font}")`).join(',')}${overrides}}`;
  return [
    rule(names.both, 400, regular),
    ...(bold.length > 0 ? [rule(names.both, 700, bold)] : []),
    rule(names.regular, 400, regular),
  ].join('\n');
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(1))}%`;
}

/** The lines of the press's own font for a language, of its regular weight. */
export function lineMetrics(language: Language, fonts: FontLibrary): LineMetrics | undefined {
  return ownFace(language, fonts)?.lineMetrics();
}

/** The press's own regular font for a language: that of its name's first letter. */
export function ownFace(language: Language, fonts: FontLibrary): FontFace | undefined {
  const letter = [...language.name].find((character) => /\p{L}/u.test(character));
  return letter === undefined ? undefined : fonts.faceFor(letter, language.fonts, 400);
}
