import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addCharacters,
  addListNumbers,
  type CharactersByLanguage,
  choosePageFonts,
  collectCharacters,
  cutFileName,
  cutForScreens,
} from '../../src/html/page-fonts.ts';
import { FontLibrary } from '../../src/i18n/font-faces.ts';
import { languageNamed } from '../language-named.ts';

const LANGUAGES = ['en', 'ar', 'fa', 'zh-Hant', 'km', 'th'].map(languageNamed);
const library = new FontLibrary();

function fontsFor(characters: Record<string, string>) {
  const byLanguage: CharactersByLanguage = new Map();
  for (const [tag, text] of Object.entries(characters)) addCharacters(text, tag, byLanguage);
  return choosePageFonts(byLanguage, LANGUAGES, library, 'test');
}

/** The code points a style sheet declares for a family, in one weight. */
function declared(css: string, family: string): number[] {
  const rules = css.split('\n').filter((rule) => rule.includes(`"${family}";font-weight:400`));
  const ranges = rules.flatMap((rule) => (/unicode-range:([^}]*)/.exec(rule)?.[1] ?? '').split(','));
  return ranges
    .flatMap((range) => {
      const [first = 0, last = first] = range
        .replace('U+', '')
        .split('-')
        .map((hex) => Number.parseInt(hex, 16));
      return Array.from({ length: last - first + 1 }, (_, index) => first + index);
    })
    .sort((a, b) => a - b);
}

describe('the characters of a page', () => {
  const collect = (html: string, ...options: [boolean?]): Record<string, string> => {
    const into: CharactersByLanguage = new Map();
    collectCharacters(html, into, ...options);
    into.delete('bullets');
    return Object.fromEntries([...into].map(([tag, characters]) => [tag, [...characters].sort().join('')]));
  };

  it('belong to the language of the nearest element that names one', () => {
    const html = '<html lang="ar"><body><p>س <b>ب</b> <bdi lang="km">ក</bdi></p></body></html>';
    expect(collect(html)).toMatchObject({ ar: expect.stringContaining('بس') as string, km: 'ក' });
  });

  it('are not those of the head or of a style sheet, which nobody sees', () => {
    const html = '<html lang="km"><head><title>ខ</title></head><body><style>គ{}</style>ក</body></html>';
    expect(collect(html)).toEqual({ km: 'ក' });
  });

  it('are taken after entities are read', () => {
    expect(collect('<html lang="km"><body>&#x1780;</body></html>')).toEqual({ km: 'ក' });
  });

  it('leave out what is never drawn', () => {
    expect(collect('<html lang="km"><body>ក\u200B\u2066\u00AD\uFE0F</body></html>')).toEqual({ km: 'ក' });
  });

  it('always include the bullet of a list, apart from all languages', () => {
    const into: CharactersByLanguage = new Map();
    collectCharacters('<html lang="km"><body></body></html>', into);
    expect([...into]).toEqual([['bullets', new Set('• ')]]);
  });

  it('include the names of other languages, or not, as is asked', () => {
    const html =
      '<html lang="en"><body><a href="../km/" hreflang="km" lang="km">ក</a><bdi lang="km">ខ</bdi></body></html>';
    expect(collect(html)).toEqual({ km: 'កខ' });
    expect(collect(html, false)).toEqual({ km: 'ខ' });
  });

  it.each([
    ['fa', '۰۱۲۳۴۵۶۷۸۹'],
    ['ar', '0123456789'],
  ])('include the numbers of lists as %s writes them', (tag, digits) => {
    const into: CharactersByLanguage = new Map();
    addListNumbers(languageNamed(tag), into);
    expect([...(into.get(tag) ?? [])].sort().join('')).toBe(` .${digits}`);
  });
});

describe('the fonts of a page', () => {
  it('are just the files whose letters occur, in both weights', () => {
    const { files, problems } = fontsFor({ en: 'abc' });
    expect(files.map(({ name }) => name)).toEqual([
      'noto-sans-latin-400-normal.woff2',
      'noto-sans-latin-700-normal.woff2',
    ]);
    expect(problems).toEqual([]);
  });

  it('are declared just for the letters that occur', () => {
    expect(declared(fontsFor({ en: 'adbc xz' }).css, 'Noto Sans')).toEqual([...' abcdxz'].map((c) => c.charCodeAt(0)));
  });

  it('join neighbours into ranges', () => {
    expect(fontsFor({ en: 'cabxz' }).css).toContain('unicode-range:U+61-63,U+78,U+7a}');
  });

  it('take each letter from the first family of its language that has it', () => {
    const { css } = fontsFor({ 'zh-Hant': '腎a' });
    expect(declared(css, 'Noto Sans TC')).toEqual([0x61, 0x814e]);
    expect(declared(css, 'Noto Sans')).toEqual([]);
  });

  it('fall back on the fonts of the other languages for a name in another script', () => {
    expect(declared(fontsFor({ en: 'ក' }).css, 'Noto Sans Khmer')).toEqual([0x1780]);
  });

  it('are the same whatever the order in which letters were met', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...'abcxyzéñ0123456789腎病透析كلى'], { minLength: 20 }), (letters) => {
        const sorted = [...letters].sort().join('');
        expect(fontsFor({ 'zh-Hant': letters.join('') }).css).toBe(fontsFor({ 'zh-Hant': sorted }).css);
      }),
      { numRuns: 20 },
    );
  });

  it('declare every letter they were asked for, and beside them only parts of those', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abcxyz ,.()áéíóúñ¿¡0123456789½'), minLength: 1 }), (text) => {
        const found = declared(fontsFor({ en: text }).css, 'Noto Sans').map((code) => String.fromCodePoint(code));
        expect(found).toEqual(expect.arrayContaining([...text]));
        expect(found).toEqual([...new Set(found)]);
        const parts = new Set(text + text.normalize('NFKD'));
        expect(found.filter((letter) => !parts.has(letter))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('are declared for the parts of a letter too: Thai SARA AM is drawn with a NIKHAHIT', () => {
    expect(declared(fontsFor({ th: 'ทำ' }).css, 'Noto Sans Thai')).toEqual([0x0e17, 0x0e32, 0x0e33, 0x0e4d]);
  });

  it('are not declared for a part that another file has', () => {
    const { files } = fontsFor({ en: 'ế' });
    expect(files.map(({ name, characters }) => [name, characters])).toEqual([
      ['noto-sans-vietnamese-400-normal.woff2', '\u0301ế'],
      ['noto-sans-vietnamese-700-normal.woff2', '\u0301ế'],
    ]);
  });

  it('draw the bullets of all languages from one family', () => {
    const { css } = fontsFor({ bullets: '• ', km: 'ក' });
    expect(declared(css, 'Noto Sans')).toEqual([0x20, 0x2022]);
    expect(declared(css, 'Noto Sans Khmer')).toEqual([0x1780]);
  });

  it('name a character no font has, once a weight, and where it will stand', () => {
    const { problems } = fontsFor({ en: 'a𓀀' });
    expect(problems).toHaveLength(2);
    expect(problems[0]).toEqual({
      level: 'error',
      where: { file: 'assets/fonts/test.css' },
      what: 'No font has the character "𓀀" (U+13000).',
      fix: 'change the text of the template or interface string that has it.',
    });
  });

  it('leave words in a language the press does not know to the browser', () => {
    expect(fontsFor({ fr: '𓀀' })).toEqual({ css: '', files: [], problems: [] });
  });
});

describe('the fonts of pages on screen', () => {
  const { css, files } = fontsFor({ km: 'ខ្មែរ', en: 'a' });

  it('have only the letters of the pages; paper has the whole files', async () => {
    const shown = await cutForScreens(css, files, 'km');
    const rules = shown.css.split('\n');
    expect(rules.filter((rule) => rule.startsWith('@media print{'))).toHaveLength(files.length);
    for (const { name, face } of files) {
      const cut = cutFileName(face, 'km');
      const bytes = shown.files.get(cut);
      expect(rules.filter((rule) => rule.startsWith('@media print{') && rule.includes(`url(${name})`))).toHaveLength(1);
      expect(rules.filter((rule) => rule.startsWith('@media screen{') && rule.includes(`url(${cut})`))).toHaveLength(1);
      expect(bytes?.length).toBeLessThan(readFileSync(face.path).length / 2);
    }
  });

  it('are the same file for both where paper has its own letters only', async () => {
    const large = fontsFor({ 'zh-Hant': '鈣' });
    const shown = await cutForScreens(large.css, large.files, 'test');
    const rule = shown.css.split('\n').find((line) => line.includes('chinese-traditional-400'));
    expect(rule).toMatch(/^@font-face/);
  });
});
