import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openCache } from '../../src/build-cache.ts';
import { comparable } from '../../src/html/compare-texts.ts';
import { type PdfFacts, readPdfFacts } from '../../src/pdf/read-pdf-facts.ts';
import { createPrintCache, type PrintCache } from '../../src/print-cache.ts';
import { formatProblem } from '../../src/problem.ts';
import { edited } from '../bad-input/problems-of.ts';
import { failureOf } from '../publish/output-folder.ts';
import { NETWORK, networkHashes, type PressedNetwork, pressNetwork, readHashes, type Row } from './press-network.ts';

// Whole builds, on a machine that may be busy.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let folder: string;
let cache: PrintCache;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'handout-press-network-'));
  cache = createPrintCache(openCache(folder), 'tests');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the sheets of a clinic must say of it, and what no other sheet may say. */
function wordsOf({ name = '', street, phone, appointments, afterHours, text, fax, interpreterLine, web }: Row) {
  const phones = [phone, appointments, afterHours, text, fax, interpreterLine].flatMap((one) => one ?? []);
  const dashed = phones.map((one) => one.replace(/^\+1/, '').replaceAll(/\D/g, ''));
  return {
    phones: dashed.map((digits) => `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`),
    others: [name, ...(street ? [street] : []), ...(web ? [web] : [])],
  };
}

async function factsOf({ output }: PressedNetwork, path: string): Promise<PdfFacts> {
  return readPdfFacts(await readFile(join(output, path)), (lang) => lang === 'ar');
}

const pathsOf = (built: PressedNetwork, id?: string) =>
  Object.keys(networkHashes(built, (path) => id === undefined || path.startsWith(`print/${id}/`)));

describe('the network of a build', () => {
  let built: PressedNetwork;
  const steps = new Set<string>();
  beforeAll(async () => {
    const settings = { forms: ['standard' as const, 'ink-saver' as const] };
    const step = (_id: string, done: number, total: number) => steps.add(`${done} of ${total}`);
    built = await pressNetwork({ settings, cache, progress: { step } });
  });

  it('has each handout for each clinic in each language and form, and no pages', async () => {
    const names = ['ar/walking-arabic-ar', 'ar/water-arabic-ar', 'en/walking-english-en', 'en/water-english-en'];
    const files = names.flatMap((name) => [`${name}-ink-saver.pdf`, `${name}.pdf`]);
    expect(pathsOf(built).sort()).toEqual(
      NETWORK.flatMap(({ id }) => files.map((file) => `print/${id}/${file}`)).sort(),
    );
    expect((await readdir(join(built.output, 'clinics'))).sort()).toEqual(['bare']);
  });

  it('lists its files by language, and the lists in the manifest', () => {
    const { network, networkClinics } = built.report;
    expect(network.map(({ path, files }) => [path, files]).sort()).toEqual([
      ['network/ar/0.json', NETWORK.length * 4],
      ['network/en/0.json', NETWORK.length * 4],
    ]);
    expect(networkClinics).toBe(NETWORK.length);
  });

  it('is counted file by file', () => {
    // The cards, a picture for each language and handout, and the files of two clinics with pages and of the network.
    const total = 1 + 2 * (1 + 2) + (2 + NETWORK.length) * 2 * 2 * 2;
    expect([...steps]).toEqual(Array.from({ length: total }, (_, index) => `${index + 1} of ${total}`));
  });

  it('has nothing to warn of', () => {
    expect(built.report.warnings).toEqual([]);
  });

  it.each(NETWORK.map((row) => [row.id ?? '', row] as const))(
    'says on the sheets of %s what it must, and nothing of another clinic',
    async (id, row) => {
      const own = wordsOf(row);
      const foreign = NETWORK.filter((other) => other !== row).flatMap((other) => wordsOf(other).phones);
      for (const path of pathsOf(built, id)) {
        const { text, links, pages, missingGlyphs, unreadableGlyphs } = await factsOf(built, path);
        const found = comparable(text);
        expect([...own.phones, ...own.others].filter((words) => !found.includes(comparable(words)))).toEqual([]);
        expect(foreign.filter((phone) => found.includes(phone))).toEqual([]);
        const dialled = links.filter((link) => link.startsWith('tel:+1310')).map((link) => link.slice('tel:+1'.length));
        expect([...new Set(dialled)].sort()).toEqual(own.phones.map((phone) => phone.replaceAll('-', '')).sort());
        expect({ pages, missingGlyphs, unreadableGlyphs }).toEqual({ pages: 2, missingGlyphs: 0, unreadableGlyphs: 0 });
      }
    },
  );
});

describe('a panel without room', () => {
  /** A handout in English that leaves its panel about 70 mm. */
  const long = async () => {
    const text = `${'Take water with you on a day as hot as this.\n\n'.repeat(50)}Take water`;
    return {
      ...(await edited('content/handouts/walking/en.md', 'Take water', text)),
      ...{ 'content/handouts/walking/ar.md': null, 'content/handouts/water/ar.md': null },
    };
  };
  const HOURS = 'Mon 9:00-12:00, 13:00-17:00; Tue 10:00-19:00; Wed 8:00-12:00';
  const TIGHT = NETWORK.filter(({ id }) => id === 'everything').map((row) => ({ ...row, hours: HOURS }));
  const NEVER: Row = {
    ...TIGHT[0],
    id: 'never',
    name: 'The Clinic With the Longest of All Names That a Sign Beside a Door Ever Had to Hold in This Valley '.repeat(
      4,
    ),
  };
  let built: PressedNetwork;
  beforeAll(async () => {
    built = await pressNetwork({ rows: TIGHT, changes: await long(), cache });
  });

  it('says in a warning what it had to leave out, and leaves out nothing else', async () => {
    const warnings = built.report.warnings.map(formatProblem).join('\n');
    expect(warnings.replaceAll(`${built.root}/`, '')).toMatchInlineSnapshot(`
      "warning network.csv:2
        The panel of Everything Clinic has no room for the languages its staff speak and its website on print/everything/en/walking-english-en.pdf.
        To mend it: shorten a name, leave out a line you need less, or shorten the handout."
    `);
    const { text } = await factsOf(built, 'print/everything/en/walking-english-en.pdf');
    expect(text.slice(text.indexOf('Everything Clinic')).replaceAll(/\s+/g, ' ')).toMatchInlineSnapshot(
      `"Everything Clinic To book an appointment, call 310-555-0111 Main phone: 310-555-0110 Nights and weekends: 310-555-0112 Text messages: 310-555-0113 Fax: 310-555-0114 Address: 8 Example Street, Los Angeles, California 90012 Hours: Monday 9:00 AM – 12:00 PM Hours: Monday 1:00 – 5:00 PM Hours: Tuesday 10:00 AM – 7:00 PM Hours: Wednesday 8:00 AM – 12:00 PM Interpreter line: 310-555-0115 A free program that may help you: Open Door Checkups A yearly health check that costs nothing. For people from age 40 . It does not pay for treatment. Call 1-800-555-0199 A free program that may help you: Rides to the Clinic A ride to your visit. For people without a car. It does not wait for you. Call 1-800-555-0188 Scan to read this sheet on a phone"`,
    );
    expect((await factsOf(built, 'print/everything/en/water-english-en.pdf')).text).toContain('Languages spoken');
  });

  it('that fits at no tightness is refused by name, and the last output stays', async () => {
    const { problems } = await failureOf(() => pressNetwork({ root: built.root, rows: [...TIGHT, NEVER], cache }));
    expect(problems.map(formatProblem).join('\n').replaceAll(`${built.root}/`, '')).toMatchInlineSnapshot(`
      "error network.csv:3
        The panel of The Clinic With the Longest of All Names That a Sign Beside a Door Ever Had to Hold in This Valley The Clinic With the Longest of All Names That a Sign Beside a Door Ever Had to Hold in This Valley The Clinic With the Longest of All Names That a Sign Beside a Door Ever Had to Hold in This Valley The Clinic With the Longest of All Names That a Sign Beside a Door Ever Had to Hold in This Valley is too high, even in smaller letters and without its optional lines: by 20 mm on the standard sheet of walking in English.
        To mend it: leave out a phone, some hours or a program, or shorten a name or the handout."
    `);
    expect(await readHashes(built.output)).toEqual(built.hashes);
    expect((await readdir(built.root)).sort()).toEqual(['content', 'dist', 'locales', 'network.csv']);
  });
});
