import { stripVTControlCharacters } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { summarise } from '../../scripts/build-summary.ts';
import { createTerminal } from '../../scripts/terminal.ts';
import type { PrintedSheet } from '../../src/pdf/printed-file.ts';
import type { BuildReport } from '../../src/pipeline.ts';
import { error, warning } from '../../src/problem.ts';
import { type BuiltSite, buildFixtureSite } from '../html/build-fixture-site.ts';

/** What a terminal was told, as a person sees it in the end. */
function recorder(isTTY: boolean) {
  let written = '';
  const out = { isTTY, write: (text: string) => ((written += text), true) };
  return {
    terminal: createTerminal(out),
    raw: () => written,
    seen: () => stripVTControlCharacters(written),
  };
}

let built: BuiltSite;
let report: BuildReport;
beforeAll(async () => {
  built = await buildFixtureSite({}, { forms: ['standard', 'phone', 'bilingual'] });
  const sizes = [14, 12.5, 16, 13];
  const printed = built.sheets.flatMap((sheet, index) =>
    sheet.files.map(({ form, pdf }): PrintedSheet => {
      const points = sizes[index % 4] ?? 16;
      return { sheet, form, pdf, points, pages: 2, bytes: new Uint8Array(20_001 + index) };
    }),
  );
  const manifest = ['index.html', 'en/index.html', 'manifest.json', 'print/a.pdf'].map((path) => ({
    path,
    bytes: 1,
    sha256: '',
  }));
  const warnings = [warning('content/settings.yaml', 'The address is a preview.', 'set it.')];
  report = { printed, manifest, network: [], networkClinics: 0, warnings, held: {} };
});

describe('the summary of a build', () => {
  const summary = (changes: Partial<BuildReport> = {}): string[] => {
    const { terminal, seen } = recorder(false);
    terminal.summary(summarise({ ...report, ...changes }), 'dist', 4321);
    return seen().split('\n');
  };

  it('says how much was made, where, and how long it took', () => {
    expect(summary()).toContain('2 pages and 8 sheets in 20 PDFs are in dist/ (4.3 s, 1 warning)');
  });

  it('has a line a language, with its smallest text, its largest file and its drafts', () => {
    const lines = summary().map((line) => line.replaceAll(/ +/g, ' '));
    expect(lines).toContain(' en English 4 sheets in 8 PDFs text 14 pt or larger up to 21 kB 2 drafts');
    expect(lines).toContain(' ar Arabic 4 sheets in 12 PDFs text 12.5 pt or larger up to 21 kB 2 drafts');
  });

  it('prints each warning whole, before anything else', () => {
    const [, first, second, third] = summary();
    expect([first, second, third]).toEqual([
      'warning content/settings.yaml',
      '  The address is a preview.',
      '  To mend it: set it.',
    ]);
  });

  it('says where to look next', () => {
    expect(summary({ warnings: [] }).at(-2)).toBe(
      '  Open dist/index.html for the website; the sheets are in dist/print/.',
    );
  });
});

describe('the progress of a build', () => {
  it('is a line a stage where nothing can be overwritten, as in a log', () => {
    const { terminal, raw } = recorder(false);
    terminal.progress.stage('Printing the sheets');
    terminal.progress.step('full/ar/water', 1, 9);
    terminal.progress.tell('The browser stopped; starting it again.');
    expect(stripVTControlCharacters(raw())).toBe('Printing the sheets …\nThe browser stopped; starting it again.\n');
    expect(raw()).not.toContain('\r');
  });

  it('counts the sheets on one line of a terminal, and clears it for the next stage', () => {
    const { terminal, raw } = recorder(true);
    terminal.progress.step('full/ar/water', 1, 9);
    terminal.progress.step('cards', 9, 9);
    terminal.progress.stage('Writing the output');
    expect(raw()).toBe('\r\u001b[K  1 of 9  full/ar/water\r\u001b[K  9 of 9  cards\r\u001b[KWriting the output …\n');
  });
});

describe('the problems of a build', () => {
  const shown = (count: number): string => {
    const { terminal, seen } = recorder(false);
    terminal.problems(
      Array.from({ length: count }, (_, line) => error({ file: 'a.md', line }, 'It is wrong.', 'correct it.')),
    );
    return seen();
  };

  it('are each printed as where, what and how to mend it', () => {
    expect(shown(2)).toContain('error a.md:1\n  It is wrong.\n  To mend it: correct it.\n');
  });

  it('are counted, and the last output is said to be unchanged', () => {
    expect(shown(1)).toMatch(
      /\n1 problem\. Nothing was published; the last output, if there is one, is unchanged\.\n$/,
    );
    expect(shown(2)).toMatch(/\n2 problems\. Nothing was published/);
  });

  it('do not count a warning among them', () => {
    const { terminal, seen } = recorder(false);
    terminal.problems([warning('a.md', 'It is old.', 'renew it.'), error('b.md', 'It is wrong.', 'correct it.')]);
    expect(seen()).toContain('1 problem.');
  });
});
