import { describe, expect, it } from 'vitest';
import { checkPrinted, type Expectation } from '../../src/pdf/check-printed.ts';
import type { PdfFacts } from '../../src/pdf/read-pdf-facts.ts';
import { formatProblem } from '../../src/problem.ts';

const FILE = 'content/handouts/water/en.md';
const EXPECTED: Expectation = {
  pdf: 'print/full/en/water-english-en.pdf',
  file: FILE,
  pages: 2,
  title: 'Drinking water',
  lang: 'en',
  texts: [
    { text: 'Drinking water', where: { file: FILE, line: 2 } },
    { text: 'Drink two glasses.', where: { file: FILE, line: 20 } },
    { text: '1-800-555-0101', where: { file: 'content/clinics/full.yaml' } },
  ],
  stepNumbers: ['1', '2'],
  footer: ['WAT-1-en · Edition 1', 'English'],
  links: ['tel:+18005550101'],
  headings: ['When to get help'],
};
const GOOD: PdfFacts = {
  pages: 2,
  title: 'Drinking water',
  lang: 'en',
  isTagged: true,
  outline: ['Drinking water', 'When to get help'],
  text: 'Drinking water\nDrink two\nglasses.\nCall 1-800-555-0101',
  footers: ['WAT-1-en · Edition 1 Page 1 of 2 English', 'WAT-1-en · Edition 1 Page 2 of 2 English'],
  links: ['tel:+18005550101'],
  fonts: [{ name: 'AAAAAA+NotoSans', isEmbedded: true, isType3: false }],
  missingGlyphs: 0,
  unreadableGlyphs: 0,
};
const PDF = EXPECTED.pdf;

const whatIsWrong = (changes: Partial<PdfFacts>): string[] =>
  checkPrinted({ ...GOOD, ...changes }, EXPECTED).map(({ where, what }) => `${where.file}:${where.line ?? ''} ${what}`);

describe('a printed sheet', () => {
  it('passes when it holds what it must', () => {
    expect(checkPrinted(GOOD, EXPECTED)).toEqual([]);
  });

  it.each<[string, Partial<PdfFacts>, string]>([
    ['has a page too many', { pages: 3 }, `${PDF}: The printed sheet has 3 pages instead of 2.`],
    ['has another title', { title: '' }, `${PDF}: The PDF’s title is "" instead of "Drinking water".`],
    ['is in another language', { lang: 'es' }, `${PDF}: The PDF’s language is "es" instead of "en".`],
    ['has no tags', { isTagged: false }, `${PDF}: The PDF has no tags, so a screen reader cannot read it.`],
    [
      'lacks a bookmark',
      { outline: ['Drinking water'] },
      `${PDF}: The heading "When to get help" is missing from the PDF’s bookmarks.`,
    ],
    ['lacks a link', { links: ['https://full.test/'] }, `${PDF}: Nothing on the sheet links to tel:+18005550101.`],
    [
      'has a font that is not in the file',
      { fonts: [{ name: 'Arial', isEmbedded: false, isType3: false }] },
      `${PDF}: The font Arial is not embedded.`,
    ],
    [
      'has a font of drawings',
      { fonts: [{ name: '(no name)', isEmbedded: true, isType3: true }] },
      `${PDF}: The font (no name) is a Type 3 font.`,
    ],
    ['has no font', { fonts: [] }, `${PDF}: The sheet has no font, so it has no text.`],
    ['has empty boxes', { missingGlyphs: 4 }, `${PDF}: 4 letters are printed as empty boxes.`],
    ['has letters nobody can copy', { unreadableGlyphs: 2 }, `${PDF}: 2 letters cannot be read as text.`],
    [
      'lacks a sentence',
      { text: 'Drinking water Call 1-800-555-0101' },
      `${FILE}:20 This text is missing from ${PDF}: "Drink two glasses."`,
    ],
    [
      'has its text in another order',
      { text: 'Drinking water 1-800-555-0101 Drink two glasses.' },
      `${FILE}:20 This text stands in another place on ${PDF}: "Drink two glasses."`,
    ],
    [
      'has a number from nowhere',
      { text: `${GOOD.text} 1-800-555-0199` },
      `${PDF}: The number 1-800-555-0199 stands here, but in none of its texts.`,
    ],
    [
      'has another footer on its second page',
      { footers: [GOOD.footers[0] ?? '', 'Page 2 of 2 English'] },
      `${PDF}: The footer of page 2 lacks "WAT-1-en · Edition 1".`,
    ],
  ])('is stopped when it %s', (_case, changes, expected) => {
    expect(whatIsWrong(changes)).toEqual([expected]);
  });

  it('may have the numbers of the steps of its lists, which the browser writes', () => {
    expect(whatIsWrong({ text: `1. ${GOOD.text}\n2.` })).toEqual([]);
    expect(whatIsWrong({ text: `3. ${GOOD.text}` })).toEqual([
      `${PDF}: The number 3 stands here, but in none of its texts.`,
    ]);
  });

  it('may have as many pages as it needs where nobody says how many', () => {
    const free = { ...EXPECTED, pages: undefined };
    for (const pages of [1, 3, 17]) expect(checkPrinted({ ...GOOD, pages }, free)).toEqual([]);
  });

  it('names everything that is wrong at once', () => {
    expect(whatIsWrong({ pages: 1, lang: '', text: '', footers: ['', ''] })).toHaveLength(2 + 3 + 4);
  });

  it('tells the author that the fault is not in the text', () => {
    const [problem] = checkPrinted({ ...GOOD, pages: 1 }, EXPECTED);
    expect(problem && formatProblem(problem)).toBe(
      `error ${PDF}\n  The printed sheet has 1 page instead of 2.\n  To mend it: this is a fault of the press, not of your text: please report it with this message. Nothing was published.`,
    );
  });
});
