import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExpectedText } from '../../src/html/expected-text.ts';
import type { Draft } from '../../src/pdf/repair/draft.ts';
import { formatProblem } from '../../src/problem.ts';
import { checkPanels } from '../../src/stamp/check-panels.ts';
import { CLINICS, panelHtml, panelsHtml, type SampleClinic } from './sample-pages.ts';
import { SamplePrinter } from './sample-printer.ts';
import { SAMPLE_TEXTS } from './sample-texts.ts';

const TEXTS = SAMPLE_TEXTS.en;

let printer: SamplePrinter;
let panels: Draft;
beforeAll(async () => {
  printer = await SamplePrinter.open();
  const html = CLINICS.map((clinic) => panelHtml(TEXTS, clinic));
  panels = await printer.panels(panelsHtml(TEXTS, html, 'bottom'), TEXTS);
});
afterAll(() => printer.close());

/** What panels of clinics must say, each text in the row of its clinic. */
function expectedOf(clinics: readonly { name: string; phone: string }[]): ExpectedText[] {
  const { call, columns, row, programs } = TEXTS;
  return clinics.flatMap(({ name, phone }, index) =>
    [name, call, phone, '24/7', ...columns, ...row, programs[0], row[0], programs[1], row[1]].map((text) => {
      return { text, where: { file: 'network.csv', line: index + 2 } };
    }),
  );
}

function problemsOf(expected: readonly ExpectedText[]): string {
  const problems = checkPanels(panels, expected, { path: 'panels/en/standard', isRtl: () => false });
  return problems.map(formatProblem).join('\n');
}

const [river, hill, lake] = CLINICS as [SampleClinic, SampleClinic, SampleClinic];

describe('panels that are read back', () => {
  it('pass when each says what its clinic must say', () => {
    expect(problemsOf(expectedOf([river, hill, lake]))).toBe('');
  });

  it('are refused where one has the number of a clinic that is not there', () => {
    expect(problemsOf(expectedOf([river, { ...hill, phone: '1-800-555-0199' }, lake]))).toMatchInlineSnapshot(`
      "error network.csv:3
        This text is missing from panels/en/standard: "1-800-555-0199"
        To mend it: this is a fault of the press, not of your text: please report it with this message. Nothing was published.
      error panels/en/standard
        The number 1-800-555-0102 stands here, but in none of its texts.
        To mend it: this is a fault of the press, not of your text: please report it with this message. Nothing was published."
    `);
  });

  it('are refused where two have changed their numbers', () => {
    const [one, other] = [
      { ...river, phone: hill.phone },
      { ...hill, phone: river.phone },
    ];
    expect(problemsOf(expectedOf([one, other, lake]))).toContain(
      'error network.csv:3\n  This text stands in another place on panels/en/standard: "1-800-555-0101"',
    );
  });

  it('are refused where one is missing, and where they are in another order', () => {
    expect(problemsOf(expectedOf([river, hill, lake, { name: 'Valley Clinic', phone: lake.phone }]))).toContain(
      'error network.csv:5\n  This text is missing from panels/en/standard: "Valley Clinic"',
    );
    expect(problemsOf(expectedOf([hill, river, lake]))).toContain('stands in another place on panels/en/standard');
  });
});
