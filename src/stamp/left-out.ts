import type { Clinic } from '../clinic/record-schemas.ts';
import type { Sheet } from '../html/build-sheets.ts';
import { isShown, OPTIONAL_LINES } from '../html/panel-tightness.ts';
import { listInWords } from '../list-in-words.ts';
import { compareText, type Problem, warning } from '../problem.ts';

/** What the lines are called that may go, by their number. */
const NAMES: Record<number, string> = {
  [OPTIONAL_LINES.languages]: 'the languages its staff speak',
  [OPTIONAL_LINES.website]: 'its website',
  [OPTIONAL_LINES.otherNumbers]: 'its numbers for fax and text messages',
};

/** Gathers the lines of clinics that some of their sheets had no room for: nothing goes without saying so. */
export class LeftOutLines {
  readonly #byClinic = new Map<string, { clinic: Clinic; lines: Set<number>; first: string; sheets: number }>();

  add(stamped: readonly { sheet: Sheet; pdf: string; tightness: number }[]): void {
    for (const { sheet, pdf, tightness } of stamped) {
      const { clinic, panel } = sheet;
      const gone = panel.lines.filter((line) => !isShown(line, tightness));
      if (gone.length === 0) continue;
      const found = this.#byClinic.get(clinic.id) ?? { clinic, lines: new Set(), first: pdf, sheets: 0 };
      for (const { optional = 0 } of gone) found.lines.add(optional);
      if (compareText(pdf, found.first) < 0) found.first = pdf;
      found.sheets += 1;
      this.#byClinic.set(clinic.id, found);
    }
  }

  /** One warning for each clinic. */
  problems(): Problem[] {
    return [...this.#byClinic.values()].map(({ clinic, lines, first, sheets }) => {
      const names = [...lines].sort().map((line) => NAMES[line] ?? '');
      const others = sheets > 1 ? ` and ${sheets - 1} more` : '';
      const what = `The panel of ${clinic.name} has no room for ${listInWords(names)} on ${first}${others}.`;
      const where = { file: clinic.file, line: clinic.lineOf(['name']) };
      return warning(where, what, 'shorten a name, leave out a line you need less, or shorten the handout.');
    });
  }
}
