import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PrintedFile, PrintedSheet } from '../../src/pdf/printed-file.ts';
import { readPdfFacts } from '../../src/pdf/read-pdf-facts.ts';
import { buildPacks, type PackParts } from '../../src/publish/build-packs.ts';
import { PROJECT } from '../fixture-site.ts';
import { type BuiltSite, buildFixtureSite, EVERYTHING } from '../html/build-fixture-site.ts';
import { printBuilt } from '../pdf/print-built-site.ts';

let built: BuiltSite;
let printed: PrintedSheet[];
let others: PrintedFile[];
let parts: PackParts;
let packs: Map<string, Uint8Array>;
beforeAll(async () => {
  built = await buildFixtureSite({}, { forms: ['standard', 'bilingual', 'phone'], packs: EVERYTHING.packs });
  ({ value: printed, others } = await printBuilt(built));
  parts = { printLists: built.site.printLists, printed, others, tools: built.content.tools, sourceLocale: 'en' };
  packs = await buildPacks(parts);
});

const filesIn = (zip: string): Record<string, Uint8Array> => unzipSync(packs.get(zip) ?? new Uint8Array());
const same = (one: Uint8Array | undefined, other: Uint8Array | undefined): boolean =>
  one !== undefined && other !== undefined && Buffer.from(one).equals(other);
const printedAs = (pdf: string): Uint8Array | undefined =>
  [...printed, ...others].find((file) => file.pdf === pdf)?.bytes;

describe('the packs of a site', () => {
  it('are a zip file of each clinic and pack, and a PDF of each of its handouts', () => {
    const pathsOf = (clinic: string) => [
      `print/${clinic}/packs/all-languages/walking-all-languages.pdf`,
      `print/${clinic}/packs/all-languages/water-all-languages.pdf`,
      `print/${clinic}/packs/${clinic}-all-languages.zip`,
      `print/${clinic}/packs/staff/walking-staff.pdf`,
      `print/${clinic}/packs/staff/water-staff.pdf`,
      `print/${clinic}/packs/${clinic}-staff.zip`,
    ];
    expect([...packs.keys()]).toEqual(['bare', 'full'].flatMap(pathsOf));
  });

  it('are none where no pack is wanted', async () => {
    expect(await buildPacks({ ...parts, printLists: [] })).toEqual(new Map());
  });

  it('cannot be put together while a sheet of theirs is not printed', async () => {
    const without = printed.filter(({ pdf }) => pdf !== 'print/full/ar/water-arabic-ar.pdf');
    await expect(buildPacks({ ...parts, printed: without })).rejects.toThrow(
      'print/full/ar/water-arabic-ar.pdf belongs to a pack and was not printed.',
    );
  });
});

describe('the zip file of a pack', () => {
  const NAMES = [
    'i-speak-cards.pdf',
    'print-list.pdf',
    'walking-all-languages.pdf',
    'water-all-languages.pdf',
    ...['walking', 'water'].flatMap((id) => [`en/${id}-english-en.pdf`, `en/${id}-english-en-phone.pdf`]),
    ...['walking', 'water'].flatMap((id) =>
      ['', '-bilingual', '-phone'].map((form) => `ar/${id}-arabic-ar${form}.pdf`),
    ),
  ];

  it('holds exactly the cards, the list, each handout in all languages, and each sheet in all forms', () => {
    for (const clinic of ['bare', 'full']) {
      expect(Object.keys(filesIn(`print/${clinic}/packs/${clinic}-all-languages.zip`)).sort()).toEqual(
        [...NAMES].sort(),
      );
    }
  });

  it('holds only the languages of the pack', () => {
    expect(Object.keys(filesIn('print/full/packs/full-staff.zip')).sort()).toEqual([
      ...['en/walking-english-en-phone.pdf', 'en/walking-english-en.pdf'],
      ...['en/water-english-en-phone.pdf', 'en/water-english-en.pdf'],
      ...['i-speak-cards.pdf', 'print-list.pdf', 'walking-staff.pdf', 'water-staff.pdf'],
    ]);
  });

  it('holds them byte for byte, those of its own clinic and its own list', () => {
    for (const [clinic, pack] of ['bare', 'full'].flatMap((one) => ['all-languages', 'staff'].map((id) => [one, id]))) {
      const files = filesIn(`print/${clinic}/packs/${clinic}-${pack}.zip`);
      const sources = (name: string): Uint8Array | undefined => {
        if (name === 'i-speak-cards.pdf') return printedAs(`print/${name}`);
        if (name.includes('/')) return printedAs(`print/${clinic}/${name}`);
        return printedAs(`print/${clinic}/packs/${pack}/${name}`) ?? packs.get(`print/${clinic}/packs/${pack}/${name}`);
      };
      expect(Object.keys(files).filter((name) => !same(files[name], sources(name)))).toEqual([]);
    }
    const [bare, full] = ['bare', 'full'].map((clinic) => filesIn(`print/${clinic}/packs/${clinic}-all-languages.zip`));
    expect(same(bare?.['print-list.pdf'], full?.['print-list.pdf'])).toBe(false);
    expect(same(bare?.['ar/water-arabic-ar.pdf'], full?.['ar/water-arabic-ar.pdf'])).toBe(false);
  });

  it('is the same byte for byte when it is made again', async () => {
    const again = await buildPacks(parts);
    expect([...packs].filter(([path, bytes]) => !same(bytes, again.get(path))).map(([path]) => path)).toEqual([]);
  });

  it('opens with a program that knows zip files, and gives its files the day of the newest edition', () => {
    const bytes = Buffer.from(packs.get('print/full/packs/full-all-languages.zip') ?? []);
    // APPNOTE 4.4.6: year since 1980, month and day; the newest edition is that of walking.
    const days = [...bytes.toString('latin1').matchAll(/PK\u0001\u0002/g)].map(({ index }) =>
      bytes.readUInt16LE(index + 14),
    );
    expect(days).toHaveLength(NAMES.length);
    expect(new Set(days)).toEqual(new Set([((2026 - 1980) << 9) | (11 << 5) | 21]));
  });
});

describe('the zip file of a pack, made in another time zone', () => {
  let folder: string;
  let file: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'handout-press-zones-'));
    file = join(folder, 'parts.json');
    const base64 = <T extends PrintedFile>({ pdf, bytes }: T) => ({
      pdf,
      bytes: Buffer.from(bytes).toString('base64'),
    });
    const lists = built.site.printLists.map(({ rows, ...list }) => ({
      ...{ clinic: { id: list.clinic.id }, pdf: list.pdf, zip: list.zip, date: list.date },
      joined: [],
      rows: rows.map(({ sheet }) => ({ sheet: { files: sheet.files.map(({ pdf }) => ({ pdf })) } })),
    }));
    await writeFile(file, JSON.stringify({ lists, printed: printed.map(base64), others: others.map(base64) }));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** Hashes of the zip files by path, as a process makes them whose clock stands in a time zone. */
  function zippedIn(zone: string): Record<string, string> {
    const args = ['--import', 'tsx', join(PROJECT, 'test/publish/zip-packs.ts'), file];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: PROJECT,
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as Record<string, string>;
  }

  it('is the same byte for byte, east and west of the day line', async () => {
    const here = await buildPacks({ ...parts, printLists: parts.printLists.map((list) => ({ ...list, joined: [] })) });
    const hashes = Object.fromEntries(
      [...here].map(([path, bytes]) => [path, createHash('sha256').update(bytes).digest('hex')]),
    );
    expect(Object.keys(hashes)).toHaveLength(4);
    for (const zone of ['Asia/Tokyo', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Pacific/Niue']) {
      expect([zone, zippedIn(zone)]).toEqual([zone, hashes]);
    }
  });
});

describe('a handout in all languages of a pack', () => {
  const isRtl = (lang: string): boolean => lang === 'ar';

  it('holds the sheet offered first of each language, with the name of each as a bookmark', async () => {
    const joined = packs.get('print/full/packs/all-languages/water-all-languages.pdf') ?? new Uint8Array();
    const facts = await readPdfFacts(joined, isRtl);
    const sheets = ['en/water-english-en', 'ar/water-arabic-ar'].map((name) => printedAs(`print/full/${name}.pdf`));
    const texts = await Promise.all(
      sheets.map(async (bytes) => (await readPdfFacts(bytes ?? new Uint8Array(), isRtl)).text),
    );
    expect(facts.text).toBe(texts.join('\n'));
    expect(facts.pages).toBe(4);
    expect(facts.outline).toEqual(
      expect.arrayContaining(['English', 'العربية – Arabic', 'When to get help', 'متى تطلبون المساعدة']),
    );
    expect(facts.outline[0]).toBe('English');
  });

  it('is called by its title and the pack, in the language of the staff', async () => {
    const joined = packs.get('print/full/packs/staff/walking-staff.pdf') ?? new Uint8Array();
    const { title, lang, isTagged } = await readPdfFacts(joined, isRtl);
    expect([title, lang, isTagged]).toEqual(['Walking every day – For staff', 'en', true]);
  });
});
