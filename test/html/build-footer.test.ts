import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  buildFooter,
  type Footer,
  footerCss,
  footerText,
  pageWordsOf,
  sheetCode,
  stackedFooterCss,
} from '../../src/html/build-footer.ts';
import type { LanguageTools } from '../../src/i18n/language-tools.ts';
import { languageNamed } from '../language-named.ts';
import { type BuiltSite, buildFixtureSite, sheetOf } from './build-fixture-site.ts';

let built: BuiltSite;
beforeAll(async () => {
  built = await buildFixtureSite();
});

const toolsOf = (locale: string): LanguageTools => {
  const tools = built.content.tools.get(locale);
  if (!tools) throw new Error(`The fixture site has no ${locale}.`);
  return tools;
};

/** The footer of the Arabic water sheet, with another message for “page x of y”. */
function footerWithPageMessage(message: string): Footer {
  const { handout, text } = sheetOf(built, 'full/ar/water');
  const arabic = toolsOf('ar');
  const t: LanguageTools['t'] = (key, values = {}) =>
    key === 'footer.page'
      ? message.replace('{{page}}', String(values.page)).replace('{{pages}}', String(values.pages))
      : arabic.t(key, values);
  return buildFooter(text, handout, { ...arabic, t }, toolsOf('en'));
}

describe('the footer of a sheet', () => {
  it('names the sheet by the code staff know, its edition and date, and its language', () => {
    const { footer } = sheetOf(built, 'full/en/walking');
    expect(footer.start).toBe('WLK-2-en · Edition 2, November 21, 2026');
    expect(footer.end).toBe('English');
  });

  it('gives the language in its own script and in English, for staff who cannot read it', () => {
    expect(sheetOf(built, 'full/ar/walking').footer.end).toBe('العربية · \u200EArabic (ar)\u200E');
  });

  it('says DRAFT in both languages on a draft', () => {
    expect(sheetOf(built, 'full/ar/water').footer.end).toContain(
      `${toolsOf('ar').t('notice.draft')} · \u200EDRAFT\u200E`,
    );
    expect(sheetOf(built, 'full/en/water').footer.end).toBe('English · DRAFT');
  });

  it('puts the page numbers where the language wants them', () => {
    expect(footerWithPageMessage('{{pages}} / {{page}}').page).toEqual([
      { counter: 'pages' },
      ' / ',
      { counter: 'page' },
    ]);
    expect(footerWithPageMessage('第 {{page}} 頁，共 {{pages}} 頁').page).toEqual([
      '第 ',
      { counter: 'page' },
      ' 頁，共 ',
      { counter: 'pages' },
      ' 頁',
    ]);
  });

  it('has a code made of handout, edition and language', () => {
    const { handout, text } = sheetOf(built, 'bare/ar/walking');
    expect(sheetCode(handout, text)).toBe('WLK-2-ar');
  });

  it('lists all its words, and no counter, for the choice of fonts', () => {
    expect(footerText({ start: 'a', page: ['b', { counter: 'page' }, 'c'], end: 'd' })).toBe('a b c d');
  });
});

/** The strings of a style sheet, read as CSS Syntax Level 3 (4.3.5 and 4.3.7) says. */
function readCssStrings(css: string): string[] {
  return [...css.matchAll(/"((?:[^"\\\n]|\\[0-9a-f]{1,6} ?|\\[^\n0-9a-f])*)"/gi)].map(([, body = '']) =>
    body.replaceAll(/\\(?:([0-9a-f]{1,6}) ?|(.))/gi, (_, hex: string | undefined, sign: string) =>
      hex === undefined ? sign : String.fromCodePoint(Number.parseInt(hex, 16)),
    ),
  );
}

describe('the footer as a style sheet', () => {
  const [english, arabic, farsi] = [languageNamed('en'), languageNamed('ar'), languageNamed('fa')];
  const plain: Footer = {
    start: 'start',
    page: ['Page ', { counter: 'page' }, ' of ', { counter: 'pages' }],
    end: 'end',
  };

  it('starts on the side where the language starts', () => {
    expect(footerCss(plain, english)).toContain('@bottom-left{content:"start"}');
    expect(footerCss(plain, arabic)).toContain('@bottom-right{content:"start"}');
    expect(footerCss(plain, arabic)).toContain('@bottom-left{content:"end"}');
  });

  it('lets the browser count the pages', () => {
    expect(footerCss(plain, english)).toContain('content:"Page " counter(page,decimal) " of " counter(pages,decimal)');
  });

  it('counts the pages in the digits of the language', () => {
    expect(footerCss(plain, farsi)).toContain('content:"Page " counter(page,persian) " of " counter(pages,persian)');
  });

  it.each([
    'a "quoted" name',
    'back\\slash',
    '</style><script>alert(1)</script>',
    'two\nlines',
    '\\22 abc',
    '{}@page;',
  ])('keeps text with dangerous signs in its string: %j', (text) => {
    const css = footerCss({ ...plain, start: text }, english);
    expect(css).not.toMatch(/<|\n/);
    expect(readCssStrings(css)[0]).toBe(text);
  });

  it('gives back any words it was given', () => {
    const words = fc.string({ unit: fc.constantFrom(...'ab09 "\\<>{}/*\'مé字\n') });
    fc.assert(
      fc.property(words, words, words, (start, page, end) => {
        const css = footerCss({ start, page: [page], end }, english);
        expect(readCssStrings(css)).toEqual([start, page, end]);
      }),
    );
  });

  describe('with its parts below each other', () => {
    /** A string of CSS that is a line break. */
    const BREAK = '\n';

    it('names the sheet, then its language, then the page, each on a line of its own', () => {
      const css = stackedFooterCss(plain, english);
      expect(readCssStrings(css)).toEqual(['start', BREAK, 'end', BREAK, 'Page ', ' of ']);
      expect(css).toContain('white-space:pre-line');
      expect(css).toContain('"Page " counter(page,decimal) " of " counter(pages,decimal)');
    });

    it('starts where the language starts, over the whole width, and leaves nothing beside it', () => {
      for (const language of [english, arabic]) {
        const css = stackedFooterCss(plain, language);
        expect(css).toContain('inline-size:100%');
        expect(css).toContain('text-align:start');
        expect(css).toContain('@bottom-left{content:none}');
        expect(css).toContain('@bottom-right{content:none}');
      }
    });

    it('counts the pages in the digits of the language', () => {
      expect(stackedFooterCss(plain, farsi)).toContain('counter(page,persian) " of " counter(pages,persian)');
    });

    it('gives back any words it was given', () => {
      const words = fc.string({ unit: fc.constantFrom(...'ab09 "\\<>{}/*\'مé字\n') });
      fc.assert(
        fc.property(words, words, words, (start, page, end) => {
          const css = stackedFooterCss({ start, page: [page], end }, english);
          expect(readCssStrings(css)).toEqual([start, BREAK, end, BREAK, page]);
        }),
      );
    });
  });
});

describe('the words around the page numbers', () => {
  it('are those of the language, with places for the numbers', () => {
    expect(pageWordsOf(toolsOf('en'))).toEqual(['Page ', { counter: 'page' }, ' of ', { counter: 'pages' }]);
    expect(pageWordsOf(toolsOf('ar'))).toEqual(sheetOf(built, 'full/ar/water').footer.page);
  });
});
