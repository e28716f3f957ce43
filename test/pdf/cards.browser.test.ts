import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { comparable } from '../../src/html/compare-texts.ts';
import type { PrintedFile } from '../../src/pdf/printed-file.ts';
import { type PdfFacts, readPdfFacts } from '../../src/pdf/read-pdf-facts.ts';
import { formatProblem, type Problem } from '../../src/problem.ts';
import { type BuiltSite, buildFixtureSite } from '../html/build-fixture-site.ts';
import { withLanguages } from '../html/more-languages.ts';
import { printBuilt, withPage, withPanelTemplate } from './print-built-site.ts';

const PDF = 'print/i-speak-cards.pdf';

let built: BuiltSite;
let cards: PrintedFile[];
let facts: PdfFacts;
let problems: Problem[];
beforeAll(async () => {
  built = await buildFixtureSite(await withLanguages('zh-Hant', 'fa'));
  ({ others: cards, problems } = await printBuilt(built, { ids: [], workers: 1 }));
  facts = await readPdfFacts(cards[0]?.bytes ?? new Uint8Array(), (lang) => lang === 'ar' || lang === 'fa');
});

/** What is said of the cards, each as an author sees it, when their page is changed behind the back of all checks. */
async function problemsWith(change: (html: string) => string): Promise<string[]> {
  const result = await printBuilt(withPage(built, built.site.cards.url, change), { ids: [], workers: 1 });
  expect(result.others.map(({ pdf }) => pdf)).toEqual([]);
  return result.problems.map(formatProblem);
}
const withStyle = (css: string) => (html: string) => html.replace('</head>', `<style>${css}</style></head>`);

describe('the cards to point at', () => {
  it('are one PDF of two pages, without a problem', () => {
    expect(problems).toEqual([]);
    expect(cards.map(({ pdf }) => pdf)).toEqual([PDF]);
    expect([facts.pages, facts.isTagged, facts.lang]).toEqual([2, true, 'en']);
  });

  it('have a card for every language, in its own words, with its English name below for staff', () => {
    const { tools } = built.content;
    const words = [...tools.values()].map(({ language, t }) => t('cards.iSpeak') + language.english);
    expect(words).toHaveLength(4);
    expect(words.filter((one) => !comparable(facts.text).includes(comparable(one)))).toEqual([]);
    expect(words.join()).toContain('أتكلم العربية');
  });

  it('say that they are drafts, what they are for, and whose they are', () => {
    const t = built.content.tools.get('en')?.t ?? String;
    const said = ['cards.title', 'notice.draft', 'cards.point'].map((key) => comparable(t(key)));
    expect(said.filter((words) => !comparable(facts.text).includes(words))).toEqual([]);
    expect(facts.footers.every((footer) => comparable(footer).includes(comparable(t('site.name'))))).toBe(true);
  });

  it('are printed also beside some sheets only, and once', async () => {
    const { value, others: beside } = await printBuilt(built, { ids: ['bare/en/walking'], workers: 1 });
    expect(value).toHaveLength(1);
    expect(beside.map(({ pdf }) => pdf)).toEqual([PDF]);
  });
});

describe('cards that lost something are not printed', () => {
  it.each([
    ['fa', 'locales/fa/ui.json', 'صحبت'],
    ['zh-Hant', 'locales/zh-Hant/ui.json', '我'],
  ])('when the words of a language are missing: %s', async (tag, file, words) => {
    const found = await problemsWith((html) => html.replace(new RegExp(`(id="card-${tag}"[^>]*>)[^<]*`), '$1'));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^error ${file}\n  This text is missing from ${PDF}: ".*${words}.*"\n`));
  });

  it('when an English name is missing', async () => {
    const found = await problemsWith((html) => html.replace('>Farsi</p>', '></p>'));
    expect(found).toEqual([
      expect.stringContaining(`locales/languages.yaml\n  This text is missing from ${PDF}: "Farsi"`),
    ]);
  });

  it('when they are too long for one sheet, with what to do about it', async () => {
    const found = await problemsWith(withStyle('.card{min-block-size:300mm}'));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(
      /^error locales\/languages\.yaml\n {2}The cards of all languages are \d+ mm too long for one sheet\.\n {2}To mend it: make the cards lower: --card-height in templates\/styles\/tokens\.css\.$/,
    );
  });

  describe('when one is too narrow for its words', () => {
    let found: string;
    beforeAll(async () => {
      const change = (html: string) => html.replace(/(id="card-ar"[^>]*>)[^<]*/, `$1${'ش'.repeat(60)}`);
      found = (await problemsWith(change)).join('\n');
    });

    it('with what to do about it', () => {
      expect(found).toMatch(
        /^error locales\/en\/ui\.json\n {2}A card is too narrow for "[^"]*ش+"\.\n {2}To mend it: shorten cards\.iSpeak in that language\./,
      );
    });

    // fitInPage names every box around what is too wide, the one around all cards first, with the breaks of its lines.
    it('and by its own words, once and on one line', () => {
      expect(found.match(/A card is too narrow for "ش+"\./g)).toHaveLength(1);
      expect(found.match(/too narrow/g)).toHaveLength(1);
    });
  });
});

/** Bytes without order, the same in every run: nothing makes them fewer. */
const noise = (count: number): Buffer =>
  Buffer.concat(
    Array.from({ length: Math.ceil(count / 32) }, (_, index) => createHash('sha256').update(String(index)).digest()),
  ).subarray(0, count);

/** A picture of so many grey dots without order, as a bitmap of eight bits. */
function noisyBitmap(side: number): Buffer {
  const header = Buffer.alloc(54 + 1024);
  header.write('BM', 0, 'latin1');
  header.writeUInt32LE(header.length + side * side, 2);
  header.writeUInt32LE(header.length, 10);
  header.writeUInt32LE(40, 14);
  header.writeInt32LE(side, 18);
  header.writeInt32LE(side, 22);
  header.writeUInt16LE(1, 26);
  header.writeUInt16LE(8, 28);
  for (let grey = 0; grey < 256; grey++) header.fill(grey, 54 + 4 * grey, 54 + 4 * grey + 3);
  return Buffer.concat([header, noise(side * side)]);
}

describe('a PDF that is too heavy to pass from phone to phone', () => {
  it('is printed, with a warning that says how heavy it is and what makes it lighter', async () => {
    const id = 'full/en/walking';
    const picture = `data:image/bmp;base64,${noisyBitmap(520).toString('base64')}`;
    const heavy = await withPanelTemplate(built, (template) =>
      template.replace(/(class="panel__logo" src=")[^"]*/, `$1${picture}`),
    );
    const { value, problems: found } = await printBuilt(heavy, { ids: [id], workers: 1 });
    expect(value.map(({ sheet }) => sheet.id)).toEqual([id]);
    expect(value[0]?.bytes.length).toBeGreaterThan(200_000);
    expect(found.map(formatProblem)).toEqual([
      expect.stringMatching(
        /^warning print\/full\/en\/walking-english-en\.pdf\n {2}This PDF has (2[0-9]{2}|[3-9]\d\d) kB; over 200 kB it is slow to send to an old phone\.\n {2}To mend it: use a smaller logo, if the clinic has one; else please report it\.$/,
      ),
    ]);
  });
});
