import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comparable } from '../../src/html/compare-texts.ts';
import { launchBrowser, findBrowser } from '../../src/pdf/launch-browser.ts';
import { startPageServer } from '../../src/pdf/page-server.ts';
import { LETTER } from '../../src/pdf/paper.ts';
import { Printer, STEP } from '../../src/pdf/print-page.ts';
import type { PrintedFile, PrintedSheet } from '../../src/pdf/print-sheets.ts';
import { type PdfFacts, readPdfFacts } from '../../src/pdf/read-pdf-facts.ts';
import type { Problem } from '../../src/problem.ts';
import { fixtureSettings, PROJECT } from '../fixture-site.ts';
import { type BuiltSite, buildFixtureSite, buildWholeSite, pageAt } from '../html/build-fixture-site.ts';
import { printBuilt } from './print-built-site.ts';

const SITES: [string, () => Promise<BuiltSite>][] = [
  ['the fixture site', () => buildFixtureSite()],
  ['the shipped content', async () => buildWholeSite(await fixtureSettings(PROJECT))],
];

/** What passes from phone to phone over a slow network; Latin letters need less than other scripts. */
const MOST_BYTES = 200_000;
const MOST_BYTES_IN_LATIN = 60_000;

describe.each(SITES)('every sheet of %s', (_name, build) => {
  let built: BuiltSite;
  let printed: PrintedSheet[];
  let cards: PrintedFile[];
  let problems: Problem[];
  let facts: Map<string, PdfFacts>;
  beforeAll(async () => {
    built = await build();
    ({ value: printed, cards, problems } = await printBuilt(built));
    const isRtl = (lang: string) => built.content.tools.get(lang)?.language.dir === 'rtl';
    facts = new Map(
      await Promise.all(printed.map(async ({ sheet, bytes }) => [sheet.id, await readPdfFacts(bytes, isRtl)] as const)),
    );
  });

  /** One value of each sheet, by its id, so that a failure names the sheet. */
  const bySheet = <T>(value: (facts: PdfFacts, printed: PrintedSheet) => T): Record<string, T> =>
    Object.fromEntries(
      printed.flatMap((one) => {
        const found = facts.get(one.sheet.id);
        return found ? [[one.sheet.id, value(found, one)]] : [];
      }),
    );

  it('is printed, in the order of the sheets, without a problem', () => {
    expect(problems).toEqual([]);
    expect(printed.map(({ sheet }) => sheet.id)).toEqual(built.sheets.map(({ id }) => id));
  });

  it('is one sheet of Letter paper, both sides', async () => {
    for (const { sheet, bytes } of printed) {
      const pages = (await PDFDocument.load(bytes, { updateMetadata: false })).getPages();
      expect([sheet.id, ...pages.map((page) => page.getSize())]).toEqual([
        sheet.id,
        { width: 612, height: 792 },
        { width: 612, height: 792 },
      ]);
    }
  });

  it('carries every font it uses, none of them Type 3', () => {
    const wrong = bySheet(({ fonts }) => fonts.filter(({ isEmbedded, isType3 }) => !isEmbedded || isType3));
    expect(Object.values(wrong).flat()).toEqual([]);
    expect(Object.values(bySheet(({ fonts }) => fonts.length)).every((count) => count > 0)).toBe(true);
  });

  it('uses no font but those of the press', () => {
    const families = Object.values(
      bySheet(({ fonts }) => fonts.map(({ name }) => name.replace(/^[A-Z]{6}\+/, ''))),
    ).flat();
    expect(families.filter((name) => !name.startsWith('NotoSans'))).toEqual([]);
  });

  it('says what it is called and in which language, and has tags', () => {
    expect(bySheet(({ title, lang, isTagged }) => [title, lang, isTagged])).toEqual(
      bySheet((_, { sheet }) => [sheet.text.title.text, sheet.language.tag, true]),
    );
  });

  it('has text in a size a person can read', () => {
    const { min, max } = built.settings.bodySize;
    for (const { points } of printed) {
      expect(points).toBeGreaterThanOrEqual(Math.max(12, min));
      expect(points).toBeLessThanOrEqual(max);
    }
  });

  it('calls every phone number by a tap', () => {
    const missing = bySheet(({ links }, { sheet }) =>
      [sheet.panel.booking, ...sheet.panel.programs.map(({ phone }) => phone)].filter(
        ({ href }) => !links.includes(href),
      ),
    );
    expect(Object.values(missing).flat()).toEqual([]);
  });

  it('counts its pages in the footer, in both', () => {
    for (const { footers } of facts.values()) expect(footers).toHaveLength(2);
    const english = [...facts.values()].filter(({ lang }) => lang === 'en');
    for (const { footers } of english) {
      expect(footers[0]).toContain('Page 1 of 2');
      expect(footers[1]).toContain('Page 2 of 2');
    }
  });

  it('is small enough to be sent over a phone', () => {
    const tooHeavy = printed.filter(
      ({ sheet, bytes }) => bytes.length > (sheet.language.script === 'Latn' ? MOST_BYTES_IN_LATIN : MOST_BYTES),
    );
    expect(tooHeavy.map(({ sheet, bytes }) => `${sheet.id} ${bytes.length}`)).toEqual([]);
    expect(cards.map(({ bytes }) => bytes.length > MOST_BYTES)).toEqual([false]);
  });

  it('has a card beside it for each of its languages, to point at', async () => {
    const isRtl = (lang: string) => built.content.tools.get(lang)?.language.dir === 'rtl';
    const [found] = await Promise.all(cards.map(({ bytes }) => readPdfFacts(bytes, isRtl)));
    const words = [...built.content.tools.values()].map(({ language, t }) => t('cards.iSpeak') + language.english);
    const shown = comparable(found?.text ?? '');
    expect(words.filter((one) => !shown.includes(comparable(one)))).toEqual([]);
    expect(words.length).toBe(new Set(printed.map(({ sheet }) => sheet.language.tag)).size);
  });

  describe('fitted to its paper', () => {
    /** Each takes as long as printing it, so of many sheets every so-manieth is tried, in another language each. */
    const some = (): PrintedSheet[] => printed.filter((_, index) => index % Math.ceil(printed.length / 16) === 0);
    let printer: Printer;
    let close: () => Promise<unknown>;
    beforeAll(async () => {
      const server = await startPageServer(built.site.assets);
      const browser = await launchBrowser(await findBrowser(built.settings.cache));
      printer = await Printer.open(browser, server.origin);
      close = () => browser.close().then(() => server.close());
    });
    afterAll(() => close());

    it('has the largest text that fits: allowed just one step more, it does not take it', async () => {
      for (const { sheet, points } of some().filter((one) => one.points < built.settings.bodySize.max)) {
        // Not forced to that step: below the smallest size a clinic's panel is set tighter, and more would fit.
        const bodySize = { min: built.settings.bodySize.min, max: points + STEP };
        const job = { html: pageAt(built, sheet.url), url: sheet.url, bodySize };
        const { fit, bytes } = await printer.print(job, LETTER);
        const pages = (await PDFDocument.load(bytes, { updateMetadata: false })).getPageCount();
        expect(fit.points === points || pages > LETTER.pages, `${sheet.id} also fits at ${fit.points} points`).toBe(
          true,
        );
      }
    });

    it('has text that no larger size could give room: at the largest allowed, a full sheet overflows', async () => {
      const largest = built.settings.bodySize.max;
      for (const { sheet } of some().filter(({ points }) => points < largest - 4 * STEP)) {
        const job = { html: pageAt(built, sheet.url), url: sheet.url, bodySize: { min: largest, max: largest } };
        const { fit, bytes } = await printer.print(job, LETTER);
        const pages = (await PDFDocument.load(bytes, { updateMetadata: false })).getPageCount();
        expect(fit.overflow > 0 || pages > LETTER.pages, `${sheet.id} also fits at ${largest} points`).toBe(true);
      }
    });

    it('loses no step of its size to the rounding of print', async () => {
      const lost: string[] = [];
      for (const { sheet, points } of some()) {
        const job = { html: pageAt(built, sheet.url), url: sheet.url, bodySize: built.settings.bodySize };
        const { fit } = await printer.print(job, LETTER);
        if (fit.points !== points) lost.push(`${sheet.id}: ${fit.points} fits, ${points} was printed`);
      }
      expect(lost).toEqual([]);
    });

    it('fits the same way when it is fitted twice', async () => {
      const { sheet, points } = printed[0] ?? {};
      if (!sheet) throw new Error('Nothing was printed.');
      const job = { html: pageAt(built, sheet.url), url: sheet.url, bodySize: built.settings.bodySize };
      expect((await printer.print(job, LETTER)).fit).toEqual((await printer.print(job, LETTER)).fit);
      expect((await printer.print(job, LETTER)).fit.points).toBe(points);
    });
  });
});
