import { createHash } from 'node:crypto';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { comparable } from '../../src/html/compare-texts.ts';
import { kidsOf, setKids, structureElements } from '../../src/pdf/repair/structure-elements.ts';
import { type BuiltSite, buildFixtureSite, sheetOf } from '../html/build-fixture-site.ts';
import { isLoose } from './outline.ts';
import { printBuilt, withPage, withPanelTemplate } from './print-built-site.ts';
import { outlineOfPdf, type PrintedOutlines, printWithOutlines } from './print-with-outlines.ts';

const [WATER, WALKING, ARABIC] = ['full/en/water', 'full/en/walking', 'full/ar/water'];

let built: BuiltSite;
let printed: PrintedOutlines[];
beforeAll(async () => {
  built = await buildFixtureSite();
  printed = await printWithOutlines(built);
});

function printedAs(id: string): PrintedOutlines {
  return printed.find((one) => one.id === id) ?? expect.fail(`${id} was not printed.`);
}

/** A sheet printed from a page with something replaced behind the back of all checks. */
async function printChanged(id: string, from: string | RegExp, to: string): Promise<PrintedOutlines> {
  const sheet = sheetOf(built, id);
  const [changed] = await printWithOutlines(
    withPage({ ...built, sheets: [sheet] }, sheet.url, (html) => html.replace(from, to)),
  );
  return changed ?? expect.fail(`${id} was not printed.`);
}

/** The first line that differs, as it is on the page and in the PDF; words are compared without their spaces. */
function firstDifference(page: readonly string[], pdf: readonly string[]): string[] {
  const index = Array.from({ length: Math.max(page.length, pdf.length) }).findIndex((_, at) => page[at] !== pdf[at]);
  return [page, pdf].map((lines) => comparable(lines[index] ?? 'nothing'));
}

describe('a sheet of the fixture site', () => {
  it('says in its PDF what its page says', () => {
    expect(printed).toHaveLength(8);
    for (const { id, page, pdf } of printed) expect(pdf, id).toEqual(page);
    expect(printed.flatMap(({ page }) => page).filter(isLoose)).toEqual([]);
  });

  it('is the same PDF as when its page is not read', async () => {
    const { value } = await printBuilt(built);
    const hashOf = ({ bytes }: { bytes: Uint8Array }) => createHash('sha256').update(bytes).digest('hex');
    expect(value.map(hashOf)).toEqual(printed.map(hashOf));
  });
});

describe('a page that Chromium tags badly', () => {
  it('is found out by words whose language is lost, as it is without an id', async () => {
    const { page, pdf } = await printChanged(ARABIC, 'id="text-x2" ', '');
    expect(firstDifference(page, pdf)).toEqual(
      ['p: قولوا: «‹en: I feel faint.›»', 'p: قولوا: «I feel faint.»'].map(comparable),
    );
  });

  it('is found out by terms and their descriptions, which are tagged as mere text', async () => {
    const terms = '<dl><dt>Fainting</dt><dd>Confusion</dd></dl>';
    const { page, pdf } = await printChanged(WATER, /<ul>\n<li>Fainting.*?<\/ul>/s, terms);
    expect(firstDifference(page, pdf)).toEqual(['DescriptionList', 'text: Fainting Confusion'].map(comparable));
  });

  it('is found out by a paragraph laid out inline, which is none to screen readers either', async () => {
    const { page, pdf } = await printChanged(WATER, '</head>', '<style>.summary p{display:inline}</style></head>');
    for (const lines of [page, pdf]) expect(lines.filter(isLoose)).toEqual([expect.stringMatching(/^text: Your body/)]);
  });
});

describe('a PDF that was printed from another page', () => {
  const [ITEM, LIST] = ['list > item: ‹label: •› Confusion', 'list (Disc)'] as const;
  it.each<[string, string | RegExp, string, [string, string]]>([
    ['an item that is none', /<li>(Confusion)<\/li>/, '<div>$1</div>', [ITEM, 'list > text: Confusion']],
    ['a list in two', '<li>Confusion', '</ul><ul>$&', [ITEM, 'list (Disc)']],
    [
      'an item of a list within',
      /<\/li>\n(<li>Confusion<\/li>)/,
      '<ul>$1</ul></li>',
      [ITEM, 'list > item > list (Circle)'],
    ],
    ['numbers for bullets', /<ul>\n(<li>Fainting.*?)<\/ul>/s, '<ol>$1</ol>', [LIST, 'list (Decimal)']],
    [
      'a list without bullets',
      '</head>',
      '<style>.danger li{list-style:none!important}</style></head>',
      [LIST, 'list'],
    ],
    [
      'the level of a heading',
      /<h3([^>]*>Call your clinic .*?)<\/h3>/,
      '<h2$1</h2>',
      ['h3: Call your clinic the same day', 'h2: Call your clinic the same day'],
    ],
    [
      'a table that is none',
      '<table>',
      '<table role="presentation">',
      ['table', 'text: When How much Morning 2 glasses Evening 1 glass'],
    ],
    [
      'a head that is a cell',
      '<th>When</th>',
      '<td>When</td>',
      ['table > row > head (Column): When', 'table > row > cell (How much): When'],
    ],
  ])('is found out by %s', async (_fault, from, to, difference) => {
    const { pdf } = await printChanged(WATER, from, to);
    expect(firstDifference(printedAs(WATER).page, pdf)).toEqual(difference.map(comparable));
  });

  it('is found out by the words of a picture', async () => {
    const site = { ...built, sheets: [sheetOf(built, WATER)] };
    const code = `panel.qr.svg | replace('aria-label="', 'aria-label="Code ')`;
    const changed = await withPanelTemplate(site, (template) => template.replace('panel.qr.svg', code));
    const [{ pdf } = { pdf: [] }] = await printWithOutlines(changed);
    const said = 'figure: Scan to read this sheet on a phone';
    expect(firstDifference(printedAs(WATER).page, pdf)).toEqual(
      [said, said.replace('Scan', 'Code Scan')].map(comparable),
    );
  });

  it('is found out by words in another language', async () => {
    const { pdf } = await printChanged(ARABIC, /(id="text-x2" lang=)"en"/, '$1"es"');
    const difference = ['p: قولوا: «‹en: I feel faint.›»', 'p: قولوا: «‹es: I feel faint.›»'];
    expect(firstDifference(printedAs(ARABIC).page, pdf)).toEqual(difference.map(comparable));
  });
});

/** What a PDF says with the first element of a type changed. */
async function outlineWith(id: string, type: string, change: (element: PDFDict) => void): Promise<string[]> {
  const { bytes, locale, page } = printedAs(id);
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const element = structureElements(document).find((one) => one.type === type);
  change(element?.dict ?? expect.fail(`${id} has no ${type}.`));
  return outlineOfPdf(await document.save({ addDefaultPage: false }), built, locale, page);
}

const key = (name: string): PDFName => PDFName.of(name);
const without = (name: string) => (element: PDFDict) => void element.delete(key(name));

/** The annotation of a link that has only words beside it. */
function annotationOf(link: PDFDict): PDFDict {
  return link.context.lookup(kidsOf(link).at(-1), PDFDict).lookup(key('Obj'), PDFDict);
}

function headersOf(cell: PDFDict): PDFArray {
  const attributes = cell.lookup(key('A'), PDFArray);
  return attributes.lookup(0, PDFDict).lookup(key('Headers'), PDFArray);
}

describe('a PDF whose structure is not that of its page', () => {
  const LINK =
    'p: Your body needs water every day. Ask Open Door Checkups if you are not sure how much: ‹link tel:+18005550199: 1-800-555-0199›.';
  const linked = (about: string): [string, string] => [LINK, LINK.replace('tel:+18005550199', about)];
  const MORNING = 'table > row > cell (When): Morning';
  const DRAFT = 'No doctor has checked this sheet yet. In an emergency, do not wait.';
  const ARABIC_LINE =
    'p: جسمكم يحتاج إلى الماء كل يوم. اسألوا ‹en: Open Door Checkups› إذا لم تكونوا متأكدين من الكمية: ‹link tel:+18005550199: 1-800-555-0199›.';
  const inEnglish: [string, string] = [ARABIC_LINE, ARABIC_LINE.replace(/‹en: (.*?)›/, '$1')];
  it.each<[string, string, string, (element: PDFDict) => void, [string, string]]>([
    [
      'a link without its annotation',
      WATER,
      'Link',
      (link) => setKids(link, kidsOf(link).slice(0, -1)),
      linked('without annotation'),
    ],
    [
      'a link that leads elsewhere',
      WATER,
      'Link',
      (link) => annotationOf(link).lookup(key('A'), PDFDict).set(key('URI'), PDFString.of('tel:0')),
      linked('tel:0'),
    ],
    [
      'a link that is described otherwise',
      WATER,
      'Link',
      (link) => annotationOf(link).set(key('Contents'), PDFString.of('call')),
      linked('tel:+18005550199 described as "call"'),
    ],
    [
      'a link that is none',
      WATER,
      'Link',
      (link) => link.set(key('S'), key('Span')),
      [LINK, LINK.replace(/‹.*: (.*)›/, '$1')],
    ],
    [
      'words in another order',
      WATER,
      'H3',
      (heading) => setKids(heading, kidsOf(heading).reverse()),
      ['h3: Call ‹link tel:911: 911› now', 'h3: now ‹link tel:911: 911› Call'],
    ],
    [
      'words that are in two elements',
      WATER,
      'H3',
      (heading) => setKids(heading, kidsOf(heading).slice(0, 1).concat(kidsOf(heading))),
      ['h3: Call ‹link tel:911: 911› now', 'h3: Call Call ‹link tel:911: 911› now'],
    ],
    ['words that are in no element', WATER, 'H1', without('K'), ['h1: Drinking enough water', 'h1']],
    ['words of another page', WATER, 'H1', without('Pg'), ['h1: Drinking enough water', 'h1: [content of no page]']],
    [
      'stress that is lost',
      WATER,
      'Strong',
      (strong) => strong.set(key('S'), key('Span')),
      [`p: ‹strong: DRAFT› ${DRAFT}`, `p: DRAFT ${DRAFT}`],
    ],
    [
      'a cell of another column',
      WATER,
      'TD',
      (cell) => headersOf(cell).set(0, PDFString.of('element2')),
      [MORNING, 'table > row > cell (How much): Morning'],
    ],
    ['a cell without heads', WATER, 'TD', without('A'), [MORNING, 'table > row > cell: Morning']],
    [
      'a head that is of no column',
      WATER,
      'TH',
      without('A'),
      ['table > row > head (Column): When', 'table > row > head (of nothing): When'],
    ],
    [
      'a head that cells cannot name',
      WATER,
      'TH',
      without('ID'),
      [MORNING, 'table > row > cell (no element1): Morning'],
    ],
    [
      'an item without its number',
      WALKING,
      'LI',
      (item) => setKids(item, kidsOf(item).slice(1)),
      ['list > item: ‹label: 1.› Put on good shoes.', 'list > item: Put on good shoes.'],
    ],
    ['a list that does not say how it is marked', WALKING, 'L', without('A'), ['list (Decimal)', 'list']],
    [
      'a picture that says nothing',
      WATER,
      'Figure',
      without('Alt'),
      ['figure: Scan to read this sheet on a phone', 'figure'],
    ],
    ['a language that is lost', ARABIC, 'Span', without('Lang'), inEnglish],
    [
      'a language of an element without a meaning',
      ARABIC,
      'Span',
      (span) => span.set(key('S'), key('NonStruct')),
      inEnglish,
    ],
  ])('is found out by %s', async (_fault, id, type, change, difference) => {
    expect(firstDifference(printedAs(id).page, await outlineWith(id, type, change))).toEqual(
      difference.map(comparable),
    );
  });

  it('is found out by what is on a page and in no element', async () => {
    expect((await outlineWith(WATER, 'H1', without('K'))).at(-1)).toBe('untagged text: Drinking enough water');
    const unlinked = await outlineWith(WATER, 'Link', (link) => setKids(link, kidsOf(link).slice(0, -1)));
    expect(unlinked.at(-1)).toBe('untagged annotation: tel:+18005550199');
  });
});
