import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  buildStylesheet,
  FORM_STYLE_FILE,
  fontStack,
  STYLE_FILES,
  PACKET_STYLE_FILE,
  YOURS_STYLE_FILE,
} from '../../src/html/stylesheet.ts';
import { contentBox, LETTER } from '../../src/paper.ts';
import { languageNamed } from '../language-named.ts';
import { PROJECT } from '../fixture-site.ts';

const TEMPLATES = join(PROJECT, 'templates');
const LANGUAGES = ['en', 'ar', 'km'].map(languageNamed);
const stylesheet = await buildStylesheet(TEMPLATES, LANGUAGES);

/** Comments would be read as declarations, and margin boxes of a page have physical names only. */
const withoutPageBoxes = (css: string): string =>
  css.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/@page[^{]*\{[^}]*\}/g, '');

/** Declarations that name a side of the screen instead of a side of the text. */
function physicalDeclarations(css: string): string[] {
  const declarations = withoutPageBoxes(css).match(/[\w-]+\s*:[^;{}]+(?=[;}])/g) ?? [];
  return declarations.filter((declaration) => {
    const [property = '', value = ''] = declaration.split(':').map((part) => part.trim());
    const isPhysicalProperty = /(^|-)(left|right)(-|$)/.test(property);
    const takesSide = /^(text-align(-last)?|float|clear|caption-side|justify-\w+|align-\w+|place-\w+)$/.test(property);
    // Four different values go round the box by the clock: top, right, bottom, left.
    const [, right, , left] = /^(margin|padding|inset|border-(width|style|color))$/.test(property)
      ? (value.match(/\S*\([^)]*\)|\S+/g) ?? [])
      : [];
    return (
      isPhysicalProperty || (takesSide && /\b(left|right)\b/.test(value)) || (left !== undefined && left !== right)
    );
  });
}

describe('the style sheets', () => {
  it('are all in the list that says their order, but for those that few pages load', () => {
    expect([...STYLE_FILES, FORM_STYLE_FILE, YOURS_STYLE_FILE, PACKET_STYLE_FILE].sort()).toEqual(
      readdirSync(join(TEMPLATES, 'styles')).sort(),
    );
  });

  it('name their layers in one line, before any rule', () => {
    expect(stylesheet).toMatch(/^@layer tokens, base, languages, site, sheet, paper;\n/);
    expect(stylesheet.match(/@layer [\w, ]+;/g)).toHaveLength(1);
  });

  it('have no layer that is not in that line', () => {
    const [order = ''] = /^@layer ([^;]+)/.exec(stylesheet)?.slice(1) ?? [];
    const used = [...stylesheet.matchAll(/@layer ([\w-]+)\s*\{/g)].map(([, layer = '']) => layer);
    expect(new Set(used)).toEqual(new Set(order.split(', ')));
  });

  it.each([...STYLE_FILES, FORM_STYLE_FILE])(
    'turn with the direction of the text: %s names no left or right',
    (name) => {
      expect(physicalDeclarations(readFileSync(join(TEMPLATES, 'styles', name), 'utf8'))).toEqual([]);
    },
  );

  it.each([
    'margin-left: 1rem',
    'padding-right: 1rem',
    'text-align: left',
    'float: right',
    'border-left: 1px solid',
    'border-top-left-radius: 1px',
    'left: 0',
    'right: 0',
    'margin: 0 1px 0 2px',
  ])('would be found out for "%s"', (declaration) => {
    expect(physicalDeclarations(`.a { color: red; ${declaration}; }`)).toEqual([declaration]);
  });

  it.each(['margin: 0 auto', 'text-align: start', 'inset-inline-start: 0', 'border-inline-start: 1px solid'])(
    'may say "%s"',
    (declaration) => {
      expect(physicalDeclarations(`.a { ${declaration}; }`)).toEqual([]);
    },
  );

  it('load nothing: no import, no address', () => {
    expect(stylesheet).not.toMatch(/@import|url\(|https?:/);
  });

  it('have the paper the press fits to, once', () => {
    const [, top, sides, bottom] = /@page\{size:8\.5in 11in;margin:(\d+)px (\d+)px (\d+)px\}/.exec(stylesheet) ?? [];
    expect(LETTER).toMatchObject({ widthInches: 8.5, heightInches: 11 });
    expect(contentBox(LETTER)).toEqual({
      width: 8.5 * 96 - 2 * Number(sides),
      height: 11 * 96 - Number(top) - Number(bottom),
    });
    expect(stylesheet.match(/size:\s*8\.5in/g)).toHaveLength(1);
  });
});

describe('the styles of a language', () => {
  it('give its words its fonts, its own families first', () => {
    expect(stylesheet).toContain(':lang(ar){font-family:"Noto Sans Arabic","Noto Sans","Noto Sans Khmer",sans-serif}');
    expect(fontStack(languageNamed('en'), LANGUAGES)).toEqual(['Noto Sans', 'Noto Sans Arabic', 'Noto Sans Khmer']);
  });

  it('set the line height only for a page that is in it, not for a few words', () => {
    expect(stylesheet).toContain(':root:lang(km){--line-height:1.5;--script-scale:1}');
  });
});
