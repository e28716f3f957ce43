import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPdfFacts } from '../src/pdf/read-pdf-facts.ts';
import { type BuildReport, type Progress, runPress } from '../src/pipeline.ts';
import { PressError } from '../src/problem.ts';
import type { ManifestEntry } from '../src/publish/manifest.ts';
import { edited } from './bad-input/problems-of.ts';
import { copyFixtureSite, fixtureSettings } from './fixture-site.ts';
import { EVERYTHING } from './html/build-fixture-site.ts';

const SILENT: Progress = { stage: () => undefined, step: () => undefined, tell: () => undefined };

/** Runs the press on a copy of the fixture site with some of its files changed. */
async function pressSite(
  changes: Parameters<typeof copyFixtureSite>[0] = {},
): Promise<{ root: string; report: BuildReport }> {
  const root = await copyFixtureSite(changes);
  return { root, report: await runPress(await fixtureSettings(root), SILENT) };
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort();
}

/** Files without the compressed copies beside them. */
const withoutCopies = (files: readonly string[]): string[] => files.filter((file) => !/\.(?:br|gz)$/.test(file));

/** Every file of an output by path, in hexadecimal for comparison. */
async function bytesIn(folder: string): Promise<Record<string, string>> {
  const files = await filesIn(folder);
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file, await readFile(join(folder, file), 'hex')] as const)),
  );
}

/** What a file of an output says; pages say how large the PDFs are and name their fonts, which depend on all clinics. */
async function wordsOf(root: string, path: string): Promise<unknown> {
  const bytes = await readFile(join(root, 'dist', path));
  if (!path.endsWith('.pdf'))
    return bytes
      .toString('utf8')
      .replaceAll(/<span class="sheet__print-details">.*?<\/span>|<bdi>[^<]*<\/bdi><\/span><\/button>/g, '')
      .replaceAll(/(assets\/[^"]*\.)[0-9a-f]{8}\./g, '$1');
  const { text, links, title, pages } = await readPdfFacts(bytes, (lang) => lang === 'ar');
  return { text, links, title, pages };
}

const hashes = (manifest: readonly ManifestEntry[]): Record<string, string> =>
  Object.fromEntries(manifest.map(({ path, sha256 }) => [path, sha256]));

const SHEETS = ['bare', 'full'].flatMap((clinic) =>
  ['ar/walking-arabic-ar', 'ar/water-arabic-ar', 'en/walking-english-en', 'en/water-english-en'].map(
    (name) => `print/${clinic}/${name}.pdf`,
  ),
);
const CARDS = 'print/i-speak-cards.pdf';
const CODES = ['WAT-1-ar', 'WAT-1-en', 'WLK-1-ar', 'WLK-1-en', 'WLK-2-ar', 'WLK-2-en'];
const PICTURES = ['ar-walking', 'ar-water', 'ar', 'en-walking', 'en-water', 'en'].map(
  (name) => `assets/share/${name}.png`,
);

/** What every language has. */
const pagesOf = (locale: string): string[] =>
  [
    ...['app.webmanifest', 'code/index.html', 'feed.xml', 'index.html', 'offline.json'],
    ...['search/index.html', 'walking/card.json', 'walking/index.html', 'water/card.json', 'water/index.html'],
  ].map((file) => `${locale}/${file}`);

describe('a whole run of the press', () => {
  let root: string;
  let report: BuildReport;
  const stages: string[] = [];
  const steps: string[] = [];
  const ids: string[] = [];
  beforeAll(async () => {
    root = await copyFixtureSite();
    report = await runPress(await fixtureSettings(root), {
      ...SILENT,
      stage: (name) => stages.push(name),
      step: (id, done, total) => {
        ids.push(id);
        steps.push(`${done} of ${total}`);
      },
    });
  });

  it('writes the website, the sheets and the manifest, and nothing else', async () => {
    const files = await filesIn(join(root, 'dist'));
    expect(withoutCopies(files).filter((file) => !file.startsWith('assets/'))).toEqual([
      '404.html',
      '_headers',
      ...pagesOf('ar'),
      ...CODES.map((code) => `c/${code}/index.html`),
      ...['ar/walking', 'ar/water'].map((page) => `clinics/bare/${page}/index.html`),
      ...CODES.map((code) => `clinics/bare/c/${code}/index.html`),
      ...['en/walking', 'en/water'].map((page) => `clinics/bare/${page}/index.html`),
      'clinics/bare/print-shop/index.html',
      ...['contact/bare.vcf', 'contact/full.vcf'],
      'editions.json',
      ...pagesOf('en'),
      'index.html',
      'languages/cards/index.html',
      'languages/index.html',
      'manifest.json',
      'print-shop/index.html',
      ...SHEETS,
      CARDS,
      'robots.txt',
      'sitemap.xml',
      'status.json',
      'status/index.html',
      'sw.js',
      'yours/index.html',
    ]);
    const assets = files.filter((file) => file.startsWith('assets/'));
    expect(assets.map((file) => file.replace(/.*\./, ''))).toContain('woff2');
    expect(assets.map((file) => file.replace(/\.[0-9a-f]{8}\./, '.'))).toContain('assets/logos/full.png');
    expect(files.filter((file) => file.startsWith('assets/share/'))).toHaveLength(PICTURES.length);
    expect(files).toContain('en/water/index.html.br');
  });

  it('lists in the manifest every other file', async () => {
    const { files } = JSON.parse(await readFile(join(root, 'dist/manifest.json'), 'utf8')) as {
      files: ManifestEntry[];
    };
    expect(files).toEqual(report.manifest);
    expect(files.map(({ path }) => path)).toEqual(
      (await filesIn(join(root, 'dist'))).filter((file) => file !== 'manifest.json'),
    );
  });

  it('tells its stages, and counts and names the sheets, the cards and the pictures of pages', () => {
    expect(stages).toEqual(['Reading the content', 'Making the pages', 'Printing the sheets', 'Writing the output']);
    expect(steps).toEqual([...SHEETS, CARDS, ...PICTURES].map((_, index, all) => `${index + 1} of ${all.length}`));
    expect(ids.sort()).toEqual(
      [...report.printed.map(({ sheet }) => `${sheet.id} standard`), 'cards', ...PICTURES].sort(),
    );
  });

  it('has nothing to warn of', () => {
    expect(report.warnings).toEqual([]);
  });

  it('leaves nothing beside the output', async () => {
    expect((await readdir(root)).sort()).toEqual(['content', 'dist', 'locales']);
  });

  it('writes the same for the same content, wherever it lies', async () => {
    const again = await pressSite();
    expect(again.root).not.toBe(root);
    expect(hashes(again.report.manifest)).toEqual(hashes(report.manifest));
  });

  it('says the same for one clinic when another comes or goes, though their panels share fonts', async () => {
    const others = await pressSite({
      'content/clinics/bare.yaml': null,
      'content/clinics/another.yaml': 'name: Another Clinic\nphones:\n  - number: "+18005550177"\n    use: main\n',
    });
    const files = await filesIn(join(others.root, 'dist'));
    const kept = files.filter((path) => path.startsWith('print/full/') || /^(en|ar)\/.*\.html$/.test(path));
    expect(kept.length).toBeGreaterThan(8);
    for (const path of kept) expect(await wordsOf(others.root, path), path).toEqual(await wordsOf(root, path));
    expect(files).toContain('print/another/ar/water-arabic-ar.pdf');
    expect(files.filter((path) => path.includes('bare'))).toEqual([]);
  });

  it.each([
    ['content that is wrong', () => edited('content/handouts/water/en.md', '{{emergency}}', '{{emergencies}}')],
    [
      'a handout that does not fit',
      () => edited('content/handouts/walking/en.md', 'Take water', 'Take water with you. '.repeat(900) + 'Take water'),
    ],
  ])('leaves the last output byte for byte when it meets %s', async (_case, change) => {
    const before = await bytesIn(join(root, 'dist'));
    const settings = await fixtureSettings(root);
    for (const [path, text] of Object.entries(await change())) {
      const original = await readFile(join(root, path));
      await writeFile(join(root, path), text);
      await expect(runPress(settings, SILENT)).rejects.toThrow(PressError);
      await writeFile(join(root, path), original);
    }
    expect(await bytesIn(join(root, 'dist'))).toEqual(before);
    expect((await readdir(root)).sort()).toEqual(['content', 'dist', 'locales']);
  });
});

describe('a whole run of the press with every form and two packs', () => {
  let root: string;
  let report: BuildReport;
  const totals = new Set<number>();
  const ids: string[] = [];
  beforeAll(async () => {
    root = await copyFixtureSite();
    report = await runPress(await fixtureSettings(root, EVERYTHING), {
      ...SILENT,
      step: (id, _done, total) => {
        ids.push(id);
        totals.add(total);
      },
    });
  });

  it('writes each form of each sheet, the pages of two languages, and packs with their lists', async () => {
    const files = withoutCopies(await filesIn(join(root, 'dist'))).filter((file) => !file.startsWith('assets/'));
    const forms = SHEETS.flatMap((pdf) =>
      EVERYTHING.forms
        .filter((form) => form !== 'bilingual' || !pdf.includes('/en/'))
        .map((form) => (form === 'standard' ? pdf : pdf.replace('.pdf', `-${form}.pdf`))),
    );
    const packs = ['bare', 'full'].flatMap((clinic) =>
      ['all-languages', 'staff'].flatMap((id) => [
        `print/${clinic}/packs/${clinic}-${id}.zip`,
        ...['index.html', 'print-list.pdf', `walking-${id}.pdf`, `water-${id}.pdf`].map(
          (file) => `print/${clinic}/packs/${id}/${file}`,
        ),
      ]),
    );
    expect(files.filter((file) => file.startsWith('print/')).sort()).toEqual([...forms, ...packs, CARDS].sort());
    expect(files.filter((file) => file.includes('bilingual/'))).toEqual([
      ...['ar/walking/bilingual/index.html', 'ar/water/bilingual/index.html'],
      ...['clinics/bare/ar/walking/bilingual/index.html', 'clinics/bare/ar/water/bilingual/index.html'],
    ]);
    expect(report.printed).toHaveLength(forms.length);
  });

  it('counts everything it prints, each under a name of its own', () => {
    // Eight sheets in five forms, four of them beside English too; the cards; a list of each clinic and pack; six pictures.
    expect([...totals]).toEqual([8 * 5 + 4 + 1 + 4 + 6]);
    expect(new Set(ids).size).toBe(8 * 5 + 4 + 1 + 4 + 6);
    expect(ids).toContain('full/ar/water standard');
    expect(ids).toContain('full/ar/water large-print');
    expect(ids).toContain('print list bare staff');
  });

  it('lists everything in the manifest, and has nothing to warn of', async () => {
    const files = await filesIn(join(root, 'dist'));
    expect(report.manifest.map(({ path }) => path)).toEqual(files.filter((file) => file !== 'manifest.json'));
    expect(report.manifest.filter(({ sheet }) => sheet)).toHaveLength(report.printed.length);
    expect(report.warnings).toEqual([]);
  });
});
