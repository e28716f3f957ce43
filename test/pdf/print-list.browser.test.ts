import { PDFDocument } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { comparable } from '../../src/html/compare-texts.ts';
import type { PrintedFile } from '../../src/pdf/printed-file.ts';
import { type PdfFacts, readPdfFacts } from '../../src/pdf/read-pdf-facts.ts';
import { formatProblem, type Problem } from '../../src/problem.ts';
import { type BuiltSite, buildFixtureSite, EVERYTHING, pageAt } from '../html/build-fixture-site.ts';
import { elementsOf } from '../html/page-elements.ts';
import { printBuilt, withPage } from './print-built-site.ts';
import { taggedBlocks } from './tagged-blocks.ts';

const URL = '/print/bare/packs/all-languages/';
const PDF = 'print/bare/packs/all-languages/print-list.pdf';
/** Handouts enough for a list of several pages. */
const COUNT = 40;

function handout(number: number): string {
  return `---
title: Walking on day ${number}
summary: A short walk each day keeps you well.
code: D${String.fromCharCode(65 + Math.floor(number / 26), 65 + (number % 26))}
edition: ${1 + (number % 2)}
revisions:
${number % 2 ? '  - { edition: 2, date: 2026-11-22, change: wording, note: Shorter. }\n' : ''}  - { edition: 1, date: 2026-11-0${1 + (number % 9)}, change: meaning, note: First edition. }
review: { state: unreviewed }
sources: [Invented for the tests]
---

## How to start {#start}

Walk in the light.
`;
}

let built: BuiltSite;
let lists: PrintedFile[];
let problems: Problem[];
let facts: PdfFacts;
let document: PDFDocument;
beforeAll(async () => {
  const files = Array.from({ length: COUNT }, (_, index) => [
    `content/handouts/day-${index + 10}/en.md`,
    handout(index),
  ]);
  built = await buildFixtureSite(Object.fromEntries(files) as Record<string, string>, {
    forms: ['standard'],
    packs: EVERYTHING.packs,
  });
  const printed = await printBuilt(built, { ids: [] });
  problems = printed.problems;
  lists = printed.others.filter(({ pdf }) => pdf.endsWith('print-list.pdf'));
  const bytes = lists.find(({ pdf }) => pdf === PDF)?.bytes ?? new Uint8Array();
  facts = await readPdfFacts(bytes, () => false);
  document = await PDFDocument.load(bytes, { updateMetadata: false });
});

const cells = (name: string): string[] =>
  elementsOf(pageAt(built, URL)).flatMap((one) => (one.name === name ? [comparable(one.text)] : []));

describe('the print lists', () => {
  it('are printed beside the sheets, one a clinic and pack, without a problem', () => {
    expect(problems).toEqual([]);
    expect(lists.map(({ pdf }) => pdf)).toEqual(
      ['bare', 'full'].flatMap((clinic) =>
        ['all-languages', 'staff'].map((pack) => `print/${clinic}/packs/${pack}/print-list.pdf`),
      ),
    );
  });
});

describe('a print list of several pages', () => {
  it('has them all on Letter paper, in letters of the desk', () => {
    expect(facts.pages).toBeGreaterThan(1);
    expect(lists.find(({ pdf }) => pdf === PDF)).toMatchObject({ points: 11, pages: facts.pages });
    for (const page of document.getPages()) expect(page.getSize()).toEqual({ width: 612, height: 792 });
  });

  it('says what it is, in the language of the staff', () => {
    expect([facts.title, facts.lang, facts.isTagged]).toEqual(['Print list: All languages', 'en', true]);
    expect(facts.outline).toEqual(['Print list']);
    const start = ['Print list', 'All languages, for Bare Street Clinic'].join('');
    expect(comparable(facts.text).startsWith(comparable(start))).toBe(true);
  });

  it('has every row of its page, cell by cell, in order', () => {
    const rows = cells('td').filter((cell) => cell !== '');
    expect(rows).toHaveLength(5 * (COUNT + 4));
    expect(comparable(facts.text)).toContain(rows.join(''));
  });

  it('has the heads of its columns once to be read, though each page shows them', () => {
    const heads = cells('th').join('');
    expect(comparable(facts.text).split(heads)).toHaveLength(2);
    // Seen, and not read: as footers are.
    for (const footer of facts.footers.slice(1)) expect(comparable(footer)).toContain(heads);
  });

  it('is one table for a screen reader, each row whole on one page', () => {
    const rows = taggedBlocks(document).filter(({ type }) => type === 'TR');
    expect(rows).toHaveLength(1 + COUNT + 4);
    expect(rows.filter(({ lines }) => new Set(lines.map(({ page }) => page)).size > 1)).toEqual([]);
    expect(new Set(rows.flatMap(({ lines }) => lines.map(({ page }) => page))).size).toBe(facts.pages);
  });

  it('names clinic, pack and page at the foot of each', () => {
    for (const [index, footer] of facts.footers.entries()) {
      expect(footer).toContain('Bare Street Clinic · All languages');
      expect(footer).toContain('Print list');
      expect(footer).toContain(`Page ${index + 1} of ${facts.pages}`);
    }
  });
});

describe('a print list that lost something is not printed', () => {
  async function problemsWith(change: (html: string) => string): Promise<string[]> {
    const result = await printBuilt(withPage(built, URL, change), { ids: [], workers: 1 });
    expect(result.others.map(({ pdf }) => pdf)).not.toContain(PDF);
    return result.problems.map(formatProblem);
  }

  it('when a code is missing', async () => {
    const found = await problemsWith((html) => html.replace('>DAA-1-en<', '>&nbsp;<'));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`This text is missing from ${PDF}: "DAA-1-en"`);
  });

  it('when a name is too long for its column, with what to do about it', async () => {
    const found = await problemsWith((html) => html.replace('>DAA-1-en<', `>${'W'.repeat(99)}<`));
    expect(found[0]).toMatch(
      /^error content\/settings\.yaml\n {2}The print list of All languages is too narrow for "[^"]+"\.\n {2}To mend it: shorten it\.$/,
    );
  });
});
