import { PDFDocument } from '@cantoo/pdf-lib';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FORMS } from '../../src/forms.ts';
import { contentBox, LETTER } from '../../src/paper.ts';
import { findBrowser, launchBrowser } from '../../src/pdf/launch-browser.ts';
import { type PageServer, startPageServer } from '../../src/pdf/page-server.ts';
import { Printer } from '../../src/pdf/print-page.ts';
import { type BuiltSite, buildFixtureSite, pageAt } from '../html/build-fixture-site.ts';
import { printBuilt } from './print-built-site.ts';

/** How much stands on a sheet: paragraphs of text, questions with a line to write on, rows of the diary. */
type Amounts = [paragraphs: number, questions: number, rows: number];
const SHEETS = {
  'with room on both sides': [5, 6, 4],
  'with little on it': [0, 6, 4],
  'with a full front': [8, 6, 4],
  'with both worksheets overleaf': [12, 6, 4],
  'with much text': [24, 6, 4],
  'with a diary that fills the back': [1, 4, 18],
  'with many questions': [4, 16, 12],
  'with many questions and text': [8, 16, 13],
} satisfies Record<string, Amounts>;
const TOO_LONG: Amounts = [1, 4, 32];
const NAMES = Object.keys(SHEETS) as (keyof typeof SHEETS)[];

const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 200"><path fill="none" stroke="currentColor" d="M9 9h80v180h-80z"/></svg>';
const idOf = (amounts: Amounts): string => `diary-${amounts.join('-')}`;
const HINT = 'Drink a glass of water when you get up, one with each meal, and one before you go to bed, and keep on';
const repeat = (count: number, line: (number: number) => string, gap = '\n'): string =>
  Array.from({ length: count }, (_, index) => line(index + 1)).join(gap);

const handout = ([paragraphs, questions, rows]: Amounts, index: number): string => `---
title: Water diary
summary: Write on it at home.
code: DI${String.fromCharCode(65 + index)}
edition: 1
revisions:
  - { edition: 1, date: 2026-11-20, change: meaning, note: First edition. }
review: { state: unreviewed }
sources: [Invented for the tests]
---

## Call for help {#help .danger}

### Call {{emergency}} now {#call-now .emergency}

- ![](../../pictures/front.svg) Fainting

### Call your clinic the same day {#call-same-day .urgent}

- You cannot keep water down.

## What to know {#know}

Water is good for you.

${repeat(paragraphs, (number) => `${HINT} (hint ${number}).`, '\n\n')}

## My questions {#my-questions .worksheet}

${repeat(questions, (number) => `- What about day ${number}? ___`)}

## My diary {#my-diary .worksheet}

Mark where it hurts.

![Front of a body.](../../pictures/front.svg "Front")
![Back of a body.](../../pictures/front.svg "Back")

| Date | Glasses | How I feel |
| --- | --- | --- |
${repeat(rows, () => '| | | |')}
`;

/** A side of a sheet as it lies on paper; lengths in CSS pixels. */
interface Side {
  /** From the top of the side to the end of what stands on it. */
  height: number;
  questions: string[];
  lines: number[];
  cells: number[];
  /** Rows of each table, pictures beside it, and headings in its section. */
  tables: { rows: number; pictures: number; headings: string[] }[];
}

/** Reads both sides from the fitted page. Runs in the browser. */
function readSides(contentWidth: number): Side[] {
  document.body.style.width = `${contentWidth}px`;
  const find = (side: Element, name: string) => [...side.querySelectorAll(name)];
  const heightOf = (box: Element) => box.getBoundingClientRect().height;
  const all: [string, Element, string][] = [
    ['.sheet__front', document.body, '.sheet__front'],
    ['.sheet__back', document.querySelector('.sheet__back') ?? document.body, '.sheet__end'],
  ];
  return all.map(([name, top, bottom]) => {
    const side = document.querySelector(name) ?? document.body;
    const end = document.querySelector(bottom)?.getBoundingClientRect().bottom ?? Number.NaN;
    return {
      height: end - top.getBoundingClientRect().top,
      questions: find(side, 'li:has(.write-line)').map(({ textContent }) => textContent),
      lines: find(side, '.write-line').map(heightOf),
      cells: find(side, '.write-cell').map(heightOf),
      tables: find(side, 'table').map((table) => {
        const section = table.closest('section') ?? table;
        const [rows, pictures] = [find(table, 'tbody tr').length, find(section, '.picture').length];
        return { rows, pictures, headings: find(section, 'h2').map(({ textContent }) => textContent) };
      }),
    };
  });
}

let built: BuiltSite;
let server: PageServer;
let browser: Browser;
let page: Page;
let printer: Printer;
const sheets = new Map<string, { sides: Side[]; points: number; overflow: number; pages: number }>();

async function layOut(name: string, amounts: Amounts): Promise<void> {
  const url = `/clinics/bare/en/${idOf(amounts)}/`;
  const job = { html: pageAt(built, url), url, bodySize: built.settings.bodySize, slot: FORMS.standard.slots[0] };
  const { fit, bytes } = await printer.print(job, FORMS.standard);
  const pages = (await PDFDocument.load(bytes, { updateMetadata: false })).getPageCount();
  sheets.set(name, { ...fit, pages, sides: await page.evaluate(readSides, contentBox(LETTER).width) });
}

beforeAll(async () => {
  const files = [...Object.values(SHEETS), TOO_LONG].map((amounts: Amounts, index): [string, string] => {
    return [`content/handouts/${idOf(amounts)}/en.md`, handout(amounts, index)];
  });
  built = await buildFixtureSite({ 'content/pictures/front.svg': PICTURE, ...Object.fromEntries(files) });
  server = await startPageServer(built.site.assets);
  browser = await launchBrowser(await findBrowser(built.settings.cache));
  printer = await Printer.open(browser, server.origin);
  page = (await browser.pages()).at(-1) ?? (await browser.newPage());
  for (const name of NAMES) await layOut(name, SHEETS[name]);
  await layOut('too long', TOO_LONG);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const sheetOf = (name: string) => {
  const sheet = sheets.get(name);
  const [front, back] = sheet?.sides ?? [];
  if (!sheet || !front || !back) throw new Error(`There is no sheet ${name}.`);
  return { ...sheet, front, back };
};

const MILLIMETRE = 96 / 25.4;
/** A box may be a border's width lower than its style says. */
const about = (millimetres: number): [number, number] => [
  (millimetres - 0.1) * MILLIMETRE,
  (millimetres + 0.1) * MILLIMETRE,
];

describe.each(NAMES)('a sheet to write on, %s', (name) => {
  it('has two sides, and nothing of either is pushed off the paper', () => {
    const { front, back, points, overflow, pages } = sheetOf(name);
    expect([overflow, pages]).toEqual([0, 2]);
    expect(points).toBeGreaterThanOrEqual(12);
    expect(front.height).toBeLessThanOrEqual(contentBox(LETTER).height);
    expect(back.height).toBeLessThanOrEqual(contentBox(LETTER).height);
  });

  it('has its table whole, on one side, with its heading and its pictures', () => {
    const [, , rows] = SHEETS[name];
    const { front, back } = sheetOf(name);
    expect([...front.tables, ...back.tables]).toEqual([{ rows, pictures: 2, headings: ['My diary'] }]);
    expect(front.cells.length + back.cells.length).toBe(3 * rows);
  });

  it('has every question once, in order, each with its line', () => {
    const { front, back } = sheetOf(name);
    const [, count] = SHEETS[name];
    const asked = Array.from({ length: count }, (_, index) => `What about day ${index + 1}?`);
    expect([...front.questions, ...back.questions]).toEqual(asked);
    expect([front.lines.length, back.lines.length]).toEqual([front.questions.length, back.questions.length]);
  });

  it('has at least 8 mm to write in everywhere, and lines of at most 13 mm', () => {
    const { front, back } = sheetOf(name);
    const [least] = about(8);
    const [, most] = about(13);
    expect(Math.min(...front.lines, ...back.lines, ...front.cells, ...back.cells)).toBeGreaterThanOrEqual(least);
    expect(Math.max(...front.lines, ...back.lines)).toBeLessThanOrEqual(most);
  });
});

describe('the sides of sheets to write on', () => {
  it('hold the diary now in front and now at the back, so that the tests above mean something', () => {
    const inFront = NAMES.filter((name) => sheetOf(name).front.tables.length === 1);
    expect(inFront).toEqual(['with little on it']);
  });

  it('share the questions where these are too many for either, and only there', () => {
    const shared = NAMES.filter((name) => sheetOf(name).front.lines.length > 0 && sheetOf(name).back.lines.length > 0);
    expect(shared).toEqual(['with many questions', 'with many questions and text']);
  });

  it('give the room they have left to those who write: as high as it may get', () => {
    const { front, back } = sheetOf('with room on both sides');
    const [most] = about(12.7);
    expect(Math.min(...front.lines)).toBeGreaterThan(most);
    expect(Math.min(...back.cells)).toBeGreaterThan(most);
  });

  it('give it each for itself: a full front keeps its lines low, whatever the back has', () => {
    const { front, back } = sheetOf('with a full front');
    const [, eight] = about(8);
    expect(Math.max(...front.lines)).toBeLessThanOrEqual(eight);
    expect(Math.min(...back.cells)).toBeGreaterThan(1.5 * eight);
  });

  it('never have cells of more than 13 mm', () => {
    const [, most] = about(13);
    const tallest = NAMES.map((name) => Math.max(0, ...sheetOf(name).front.cells, ...sheetOf(name).back.cells));
    expect(Math.max(...tallest)).toBeLessThanOrEqual(most);
  });

  it('are too small for a table that is longer than a side: it is not split, and too long', () => {
    const { front, back, overflow } = sheetOf('too long');
    expect([...front.tables, ...back.tables]).toEqual([{ rows: TOO_LONG[2], pictures: 2, headings: ['My diary'] }]);
    expect(overflow).toBeGreaterThan(0);
  });
});

describe('a sheet to write on, read back from its PDF', () => {
  it('has lost nothing where its questions go on overleaf', async () => {
    const handout = idOf(SHEETS['with many questions']);
    const sheets = built.sheets.filter((sheet) => sheet.handout.id === handout);
    const { value, problems } = await printBuilt({ ...built, sheets }, { workers: 1 });
    expect(problems).toEqual([]);
    expect(value.map(({ sheet }) => sheet.id)).toEqual([`bare/en/${handout}`, `full/en/${handout}`]);
  });
});
