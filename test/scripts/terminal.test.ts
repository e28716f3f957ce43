import { stripVTControlCharacters } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { summarise } from '../../scripts/build-summary.ts';
import { summaryLines } from '../../scripts/summary-lines.ts';
import { createTerminal, type OutputModes } from '../../scripts/terminal.ts';
import type { PrintedSheet } from '../../src/pdf/printed-file.ts';
import type { BuildReport } from '../../src/pipeline.ts';
import { error, warning } from '../../src/problem.ts';
import { type BuiltSite, buildFixtureSite } from '../html/build-fixture-site.ts';

/** What a terminal was told, as a person sees it in the end. */
function recorder({ isTTY = false, ...modes }: OutputModes & { isTTY?: boolean }) {
  let written = '';
  const out = { isTTY, write: (text: string) => ((written += text), true) };
  return {
    terminal: createTerminal(out, modes),
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
    const { colours } = recorder({}).terminal;
    return summaryLines(summarise({ ...report, ...changes }), { output: 'dist', milliseconds: 4321, colours });
  };

  it('says how much was made, where, and how long it took', () => {
    expect(summary()).toContain('2 pages and 8 sheets in 20 PDFs are in dist/ (4.3 s, 1 warning)');
  });

  it('has a line a language, with its smallest text, its largest file and its drafts', () => {
    const lines = summary().map((line) => line.replaceAll(/ +/g, ' '));
    expect(lines).toContain(' en English 4 sheets in 8 PDFs text 14 pt or larger up to 21 kB 2 drafts');
    expect(lines).toContain(' ar Arabic 4 sheets in 12 PDFs text 12.5 pt or larger up to 21 kB 2 drafts');
  });

  it('says where to look next', () => {
    expect(summary().at(-1)).toBe('  Open dist/index.html for the website; the sheets are in dist/print/.');
  });
});

describe('the progress of a build', () => {
  it('is a line a stage where nothing can be overwritten, as in a log', () => {
    const { terminal, raw } = recorder({});
    terminal.progress.stage('Printing the sheets');
    terminal.progress.step('full/ar/water', 1, 9);
    terminal.progress.tell('The browser stopped; starting it again.');
    expect(stripVTControlCharacters(raw())).toBe('Printing the sheets …\nThe browser stopped; starting it again.\n');
    expect(raw()).not.toContain('\r');
  });

  it('counts the sheets on one line of a terminal, and clears it for the next stage', () => {
    const { terminal, raw } = recorder({ isTTY: true });
    terminal.progress.step('full/ar/water', 1, 9);
    terminal.progress.step('cards', 9, 9);
    terminal.progress.stage('Writing the output');
    expect(raw()).toBe('\r\u001b[K  1 of 9  full/ar/water\r\u001b[K  9 of 9  cards\r\u001b[KWriting the output …\n');
  });
});

describe('problems at the terminal', () => {
  const mistakes = (count: number) =>
    Array.from({ length: count }, (_, line) => error({ file: 'a.md', line }, 'It is wrong.', 'correct it.'));

  it('are each printed as where, what and how to mend it', () => {
    const { terminal, seen } = recorder({});
    terminal.problems([...mistakes(1), warning('b.md', 'It is old.', 'renew it.')]);
    expect(seen()).toBe(
      'error a.md:0\n  It is wrong.\n  To mend it: correct it.\nwarning b.md\n  It is old.\n  To mend it: renew it.\n',
    );
  });

  it('are counted where they end a command, which says what that means', () => {
    const { terminal, seen } = recorder({});
    terminal.refusal(1);
    terminal.onErrors('Nothing was published.');
    terminal.refusal(2);
    expect(seen()).toBe('1 problem.\n2 problems. Nothing was published.\n');
  });

  it('make the command fail if they are errors, not if they are warnings', () => {
    const { terminal } = recorder({});
    terminal.problems([warning('b.md', 'It is old.', 'renew it.')]);
    expect(terminal.hasFailed()).toBe(false);
    terminal.problems(mistakes(1));
    expect(terminal.hasFailed()).toBe(true);
  });

  it('are red and yellow, but only where colours are wanted', () => {
    const [coloured, plain] = [recorder({ hasColour: true }), recorder({ hasColour: false })];
    for (const { terminal } of [coloured, plain]) terminal.problems(mistakes(1));
    expect(coloured.raw()).toContain('\u001b[31merror\u001b[39m a.md:0');
    expect(plain.raw()).toBe(plain.seen());
  });
});

describe('a quiet terminal', () => {
  it('tells errors, and nothing else', () => {
    const { terminal, seen } = recorder({ isTTY: true, isQuiet: true });
    terminal.progress.stage('Reading');
    terminal.progress.step('a', 1, 2);
    terminal.progress.tell('The browser stopped.');
    terminal.tell('Done.');
    terminal.problems([warning('b.md', 'It is old.', 'renew it.')]);
    terminal.finish(true);
    expect(seen()).toBe('');
    terminal.problems([error('a.md', 'It is wrong.', 'correct it.')]);
    expect(seen()).toContain('error a.md\n');
  });
});

describe('a terminal that a program reads', () => {
  it('gets one JSON document, whatever the command said on its way', () => {
    const { terminal, raw } = recorder({ isTTY: true, isJson: true, hasColour: true });
    terminal.progress.stage('Reading');
    terminal.progress.step('a', 1, 2);
    terminal.tell('Done.');
    const problem = error({ file: 'a.md', line: 3 }, 'It is wrong.', 'correct it.');
    terminal.problems([problem]);
    terminal.refusal(1);
    terminal.answer({ pages: 3 });
    terminal.finish(false);
    expect(JSON.parse(raw())).toEqual({ ok: false, problems: [problem], result: { pages: 3 } });
  });
});
