import { describe, expect, it } from 'vitest';
import { deviceFontRules, lineMetrics, screenFamilies } from '../../src/html/device-fonts.ts';
import { preloadedFonts } from '../../src/html/page-fonts.ts';
import { fontStack } from '../../src/html/stylesheet.ts';
import { FontLibrary } from '../../src/i18n/font-faces.ts';
import { languageNamed } from '../language-named.ts';

const LANGUAGES = ['en', 'ar', 'zh-Hant', 'km'].map(languageNamed);
const library = new FontLibrary();
const familiesOf = (tag: string): string[] =>
  screenFamilies(languageNamed(tag), fontStack(languageNamed(tag), LANGUAGES));

describe('the fonts of a language on screen', () => {
  it('are those of the device where it has good ones, and then those of the press', () => {
    expect(familiesOf('en').slice(0, 5)).toEqual([
      'system-ui',
      '-apple-system',
      '"Segoe UI"',
      '"Roboto"',
      '"Noto Sans"',
    ]);
    expect(familiesOf('zh-Hant').slice(0, 3)).toEqual([
      '"zh-Hant device"',
      '"zh-Hant device regular"',
      '"Noto Sans TC"',
    ]);
  });

  it.each(['km', 'ar'])('are those of the press first where the letters of a page are few: %s', (tag) => {
    const [own, ...others] = familiesOf(tag);
    expect(own).toBe(`"${languageNamed(tag).fonts[0]}"`);
    expect(others.slice(0, 3)).toEqual([`"${tag} device"`, `"${tag} device regular"`, 'system-ui']);
  });

  it('are those of the press for a language of which nothing is said', () => {
    const { deviceFonts, ...silent } = languageNamed('km');
    expect(deviceFonts).toBeDefined();
    expect(screenFamilies(silent, ['Noto Sans Khmer', 'Noto Sans'])).toEqual(['"Noto Sans Khmer"', '"Noto Sans"']);
    expect(deviceFontRules(silent)).toBe('');
  });

  it('name the choice of the device before what is for other languages, which would be loaded for a space', () => {
    for (const { tag } of LANGUAGES) {
      const families = familiesOf(tag);
      const others = LANGUAGES.filter((other) => other.tag !== tag && other.fonts[0] !== languageNamed(tag).fonts[0]);
      for (const { fonts } of others) {
        expect(families.indexOf('system-ui')).toBeLessThan(families.indexOf(`"${fonts[0]}"`));
      }
    }
  });

  it('lose no family that paper has', () => {
    for (const { tag } of LANGUAGES) {
      const press = fontStack(languageNamed(tag), LANGUAGES).map((family) => `"${family}"`);
      expect(familiesOf(tag)).toEqual(expect.arrayContaining(press));
    }
  });
});

describe('the declared fonts of devices', () => {
  it('are looked for on the device alone, one weight after the other, and the regular one once more to be thickened', () => {
    const rules = deviceFontRules(languageNamed('zh-Hant')).split('\n');
    expect(rules).toHaveLength(3);
    expect(rules[0]).toMatch(/font-family:"zh-Hant device";font-weight:400;src:local\("PingFangTC-Regular"\),local\(/);
    expect(rules[1]).toMatch(/font-family:"zh-Hant device";font-weight:700;src:local\("PingFangTC-Semibold"\)/);
    expect(rules[2]).toMatch(/font-family:"zh-Hant device regular";font-weight:400;src:local\("PingFangTC-Regular"\)/);
    expect(rules.join('')).not.toContain('url(');
  });

  it('take the place of ours on the line while ours are on their way', () => {
    const khmer = languageNamed('km');
    const metrics = lineMetrics(khmer, library);
    expect(metrics).toEqual({ ascent: 1.069, descent: 0.293, gap: 0 });
    expect(deviceFontRules(khmer, metrics)).toContain(
      'ascent-override:106.9%;descent-override:29.3%;line-gap-override:0%',
    );
  });

  it('keep lines of their own where ours do not come', () => {
    const chinese = languageNamed('zh-Hant');
    expect(deviceFontRules(chinese, lineMetrics(chinese, library))).not.toContain('override');
  });
});

describe('a font that is asked for at once', () => {
  it('is that of a script whose own font is the first choice, and no other', () => {
    expect(preloadedFonts(LANGUAGES, library)).toEqual({
      ar: '/assets/fonts/noto-sans-arabic-arabic-400-normal-ar.woff2',
      km: '/assets/fonts/noto-sans-khmer-khmer-400-normal-km.woff2',
    });
  });
});
