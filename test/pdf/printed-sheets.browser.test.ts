import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FormName, FORM_NAMES, FORMS } from '../../src/forms.ts';
import { sheetCode } from '../../src/html/build-footer.ts';
import { comparable } from '../../src/html/compare-texts.ts';
import { formPage } from '../../src/html/form-page.ts';
import { findBrowser, launchBrowser } from '../../src/pdf/launch-browser.ts';
import { startPageServer } from '../../src/pdf/page-server.ts';
import { STEP } from '../../src/pdf/fit-options.ts';
import { type PrintedPage, Printer } from '../../src/pdf/print-page.ts';
import type { PrintedSheet } from '../../src/pdf/printed-file.ts';
import { type PdfFacts, readPdfFacts } from '../../src/pdf/read-pdf-facts.ts';
import { formatProblem } from '../../src/problem.ts';
import { EVERYTHING, fileOf, pageAt } from '../html/build-fixture-site.ts';
import { printShippedContent, SHIPPED_TIMEOUT } from '../shipped-content.ts';
import { printFixtureSite, type PrintedSite } from './printed-site.ts';

const SITES: [string, () => Promise<PrintedSite>][] = [
  ['the fixture site', () => printFixtureSite({}, EVERYTHING)],
  ['the shipped content', printShippedContent],
];

/** What passes from phone to phone over a slow network; Latin letters need less than other scripts. */
const MOST_BYTES: Record<FormName, number> = {
  standard: 200_000,
  a4: 200_000,
  'large-print': 250_000,
  bilingual: 250_000,
  phone: 170_000,
  'ink-saver': 200_000,
};
const MOST_BYTES_IN_LATIN = 65_000;
/** Hundreds of letters, and those of the panel in a font of its own. */
const MOST_BYTES_BUT_IN_CHINESE = 150_000;

describe.each(SITES)('every sheet of %s', (_name, print) => {
  let site: PrintedSite;
  let facts: Map<string, PdfFacts>;
  const isRtl = (lang: string): boolean => site.tools.get(lang)?.language.dir === 'rtl';
  beforeAll(async () => {
    site = await print();
    facts = new Map();
    for (const { pdf, bytes } of site.printed) facts.set(pdf, await readPdfFacts(bytes, isRtl));
  }, SHIPPED_TIMEOUT);

  /** One value of each file, by its path, so that a failure names the file. */
  const byFile = <T>(value: (facts: PdfFacts, printed: PrintedSheet) => T): Record<string, T> =>
    Object.fromEntries(
      site.printed.flatMap((one) => {
        const found = facts.get(one.pdf);
        return found ? [[one.pdf, value(found, one)]] : [];
      }),
    );

  it('is printed in every form, in the order of the sheets, without a problem', () => {
    expect(site.problems.map(formatProblem)).toEqual([]);
    expect(site.printed.map(({ pdf }) => pdf)).toEqual(site.sheets.flatMap(({ files }) => files.map(({ pdf }) => pdf)));
    expect(new Set(site.printed.map(({ form }) => form.name))).toEqual(new Set(FORM_NAMES));
  });

  it('has the pages it is said to have: two where it is one sheet of paper', () => {
    expect(byFile(({ pages }) => pages)).toEqual(byFile((_, { pages }) => pages));
    const sheets = site.printed.filter(({ form }) => form.isTwoSided);
    expect(sheets.filter(({ pages }) => pages !== 2).map(({ pdf }) => pdf)).toEqual([]);
    expect(sheets.length).toBe(3 * site.sheets.length);
  });

  it('carries every font it uses, none of them Type 3', () => {
    const wrong = byFile(({ fonts }) => fonts.filter(({ isEmbedded, isType3 }) => !isEmbedded || isType3));
    expect(Object.values(wrong).flat()).toEqual([]);
    expect(Object.values(byFile(({ fonts }) => fonts.length)).every((count) => count > 0)).toBe(true);
  });

  it('uses no font but those of the press', () => {
    const foreign = byFile(({ fonts }) =>
      fonts.map(({ name }) => name.replace(/^[A-Z]{6}\+/, '')).filter((name) => !name.startsWith('NotoSans')),
    );
    expect(Object.entries(foreign).filter(([, names]) => names.length > 0)).toEqual([]);
  });

  it('says what it is called and in which language, and has tags', () => {
    expect(byFile(({ title, lang, isTagged }) => [title, lang, isTagged])).toEqual(
      byFile((_, { sheet }) => [sheet.text.title.text, sheet.language.tag, true]),
    );
  });

  it('has its headings as bookmarks, those of its original too where both languages stand side by side', () => {
    const missing = byFile(({ outline }, { sheet, form }) => {
      const texts = form.name === 'bilingual' ? [sheet.text, sheet.original?.text] : [sheet.text];
      const headings = texts.flatMap((text) =>
        text ? [text.title, ...text.sections.map(({ heading }) => heading)] : [],
      );
      const found = outline.map(comparable);
      return headings.filter(({ text }) => !found.includes(comparable(text)));
    });
    expect(Object.values(missing).flat()).toEqual([]);
  });

  it('has text in a size a person can read: as large as fits, or the size of its form', () => {
    const { bodySize, largePrintSize } = site.settings;
    const wrong = site.printed.filter(({ points, form }) => {
      if (form.isTwoSided) return points < Math.max(12, bodySize.min) || points > bodySize.max;
      return points !== (form.name === 'large-print' ? largePrintSize : bodySize.min);
    });
    expect(wrong.map(({ pdf, points }) => `${pdf} ${points}`)).toEqual([]);
    expect(largePrintSize).toBeGreaterThanOrEqual(18);
  });

  it('calls every phone number by a tap', () => {
    const missing = byFile(({ links }, { sheet }) =>
      [sheet.panel.booking, ...sheet.panel.programs.map(({ phone }) => phone)].filter(
        ({ href }) => !links.includes(href),
      ),
    );
    expect(Object.values(missing).flat()).toEqual([]);
  });

  it('names itself at the foot of every page, and counts its pages there', () => {
    const wrong = byFile(({ footers, lang }, { sheet, pages }) =>
      footers.filter((footer, index) => {
        const code = sheetCode(sheet.handout, sheet.text);
        const count = `Page ${index + 1} of ${pages}`;
        return !comparable(footer).includes(comparable(code)) || (lang === 'en' && !footer.includes(count));
      }),
    );
    expect(Object.entries(wrong).filter(([, footers]) => footers.length > 0)).toEqual([]);
    expect(byFile(({ footers }) => footers.length)).toEqual(byFile((_, { pages }) => pages));
  });

  it.each(FORM_NAMES)('is small enough to be sent over a phone: %s', (name) => {
    const mostOf = ({ language }: PrintedSheet['sheet']): number => {
      if (name === 'standard' && language.script === 'Latn') return MOST_BYTES_IN_LATIN;
      const isChinese = language.script.startsWith('Han');
      return name === 'phone' && !isChinese ? MOST_BYTES_BUT_IN_CHINESE : MOST_BYTES[name];
    };
    const tooHeavy = site.printed.filter(
      ({ form, sheet, bytes }) => form.name === name && bytes.length > mostOf(sheet),
    );
    expect(tooHeavy.map(({ pdf, bytes }) => `${pdf} ${bytes.length}`)).toEqual([]);
    expect(FORMS[name].mostBytes).toBe(MOST_BYTES[name]);
  });

  it('has cards and print lists beside it that are small enough, too', () => {
    expect(site.others.filter(({ bytes }) => bytes.length > MOST_BYTES.standard)).toEqual([]);
    expect(site.others).toHaveLength(1 + site.site.printLists.length);
    expect(site.site.printLists.length).toBeGreaterThan(1);
  });

  it('has a card beside it for each of its languages, to point at', async () => {
    const cards = site.others.find(({ pdf }) => pdf === site.site.cards.pdf);
    const found = await readPdfFacts(cards?.bytes ?? new Uint8Array(), isRtl);
    const words = [...site.tools.values()].map(({ language, t }) => t('cards.iSpeak') + language.english);
    const shown = comparable(found.text);
    expect(words.filter((one) => !shown.includes(comparable(one)))).toEqual([]);
    expect(words.length).toBe(new Set(site.printed.map(({ sheet }) => sheet.language.tag)).size);
  });

  it('is listed by its code on a print list beside it', async () => {
    const lists = site.others.filter(({ pdf }) => pdf.endsWith('all-languages/print-list.pdf'));
    const texts = await Promise.all(
      lists.map(async ({ bytes }) => comparable((await readPdfFacts(bytes, isRtl)).text)),
    );
    const codes = site.sheets.map(({ handout, text }) => comparable(sheetCode(handout, text)));
    expect(codes.filter((code) => !texts.every((text) => text.includes(code)))).toEqual([]);
  });

  describe('fitted to its paper', () => {
    /** Each takes as long as printing it, so of many one-sheet files every so-manieth is tried, of all such forms. */
    const some = (): PrintedSheet[] => {
      const files = site.printed.filter(({ form }) => form.isTwoSided);
      return files.filter((_, index) => index % Math.ceil(files.length / 16) === 0);
    };
    let printer: Printer;
    let close: () => Promise<unknown>;
    beforeAll(async () => {
      const server = await startPageServer(site.site.assets);
      const browser = await launchBrowser(await findBrowser(site.settings.cache));
      printer = await Printer.open(browser, server.origin);
      close = () => browser.close().then(() => server.close());
    });
    afterAll(() => close());

    /** Prints a file again, with text of other sizes allowed. */
    function fit({ sheet, form }: PrintedSheet, bodySize: { min: number; max: number }): Promise<PrintedPage> {
      const { url } = fileOf(sheet, form.name);
      const { footer, language } = sheet;
      const html = formPage(pageAt(site, url), { form, footer, language, styles: site.site.formStyles });
      return printer.print({ html, url, bodySize, slot: form.slots[0] }, form);
    }
    const pagesOf = async ({ bytes }: PrintedPage): Promise<number> =>
      (await PDFDocument.load(bytes, { updateMetadata: false })).getPageCount();

    it('is tried in each form that is one sheet', () => {
      expect(new Set(some().map(({ form }) => form.name))).toEqual(new Set(['standard', 'a4', 'ink-saver']));
    });

    it('has the largest text that fits: allowed just one step more, it does not take it', async () => {
      for (const one of some().filter(({ points }) => points < site.settings.bodySize.max)) {
        // Not forced to that step: below the smallest size a clinic's panel is set tighter, and more would fit.
        const page = await fit(one, { min: site.settings.bodySize.min, max: one.points + STEP });
        const isFull = page.fit.points === one.points || (await pagesOf(page)) > 2;
        expect(isFull, `${one.pdf} also fits at ${page.fit.points} points`).toBe(true);
      }
    });

    it('has text that no larger size could give room: at the largest allowed, a full sheet overflows', async () => {
      const largest = site.settings.bodySize.max;
      for (const one of some().filter(({ points }) => points < largest - 4 * STEP)) {
        const page = await fit(one, { min: largest, max: largest });
        expect(page.fit.overflow > 0 || (await pagesOf(page)) > 2, `${one.pdf} also fits at ${largest} points`).toBe(
          true,
        );
      }
    });

    it('loses no step of its size to the rounding of print', async () => {
      const lost: string[] = [];
      for (const one of some()) {
        const { points } = (await fit(one, site.settings.bodySize)).fit;
        if (points !== one.points) lost.push(`${one.pdf}: ${points} fits, ${one.points} was printed`);
      }
      expect(lost).toEqual([]);
    });

    it('fits the same way when it is fitted twice', async () => {
      const [one] = some();
      if (!one) throw new Error('Nothing was printed.');
      const { fit: first } = await fit(one, site.settings.bodySize);
      expect((await fit(one, site.settings.bodySize)).fit).toEqual(first);
      expect(first.points).toBe(one.points);
    });
  });
});
