import { type Footer, sheetCode } from '../html/build-footer.ts';
import { bodySizeOf, type Form, type Slot } from '../forms.ts';
import type { Sheet, SheetFile } from '../html/build-sheets.ts';
import { expectedFile } from '../html/expected-file.ts';
import type { Tightness } from '../html/panel-tightness.ts';
import type { Language } from '../i18n/languages.ts';
import type { LanguageTools } from '../i18n/language-tools.ts';
import { error, type Problem, warning } from '../problem.ts';
import type { Settings } from '../settings.ts';
import type { Expectation } from './check-printed.ts';

/** Something to print: a page of the site, what it must hold, and what to tell its author if it does not fit. */
export interface PrintItem {
  /** Shown while it prints. */
  id: string;
  /** Address of its page within the site, and path of its PDF within the output. */
  url: string;
  pdf: string;
  form: Form;
  /** For the styles of the form. */
  footer: Footer;
  language: Language;
  /** ISO date the PDF carries. */
  date: string;
  bodySize: { min: number; max: number };
  /** The room it keeps for a clinic's panel; missing for pages without one. */
  slot?: Slot;
  expectation: Expectation;
  /** The same for a sheet whose panel had to give something up. */
  expectationAt?: (tightness: Tightness) => Expectation;
  /**
   * What the author is told of a two-sided sheet that took more pages. Only one that tells of changes may do so: it is
   * needed at once, and its author cannot shorten what the press adds.
   */
  tookMore?: (pages: number) => Problem;
  /** @param millimetres by how much it is too long at `points` */
  tooLong(points: number, millimetres: number): Problem;
  /** @param text start of what is wider than its column */
  tooWide(text: string): Problem;
}

/** A form of a sheet to print. */
export function sheetItem(
  sheet: Sheet,
  file: SheetFile,
  tools: ReadonlyMap<string, LanguageTools>,
  settings: Settings,
  slot = file.form.slots[0],
): PrintItem {
  const { id, text, footer, language, date } = sheet;
  const { form, url, pdf } = file;
  return {
    id: form.name === 'standard' ? id : `${id} ${form.name}`,
    url,
    pdf,
    form,
    footer,
    language,
    date,
    bodySize: bodySizeOf(form, settings),
    slot,
    expectation: expectationOf(sheet, file, tools),
    expectationAt: (tightness) => expectationOf(sheet, file, tools, tightness),
    ...(form.isTwoSided && tellsOfChanges(sheet) && { tookMore: (pages) => tookMore(pages, sheet) }),
    tooLong(points, millimetres) {
      const what = `This handout does not fit on one sheet with room for a clinic: at ${points} points it is ${millimetres} mm too long.`;
      // Both columns get shorter by half of a line that is taken out; a line is about 5 mm high.
      const lines = Math.ceil(millimetres / 2.5);
      return error(text.file, what, `shorten the text by about ${lines} lines.`);
    },
    tooWide(wide) {
      const what = `Something is wider than its column on the sheet: "${wide}"`;
      return error(text.file, what, 'break up the longest word.');
    },
  };
}

/** What the read-back of a form of a sheet must find, from the checked content. */
export function expectationOf(
  sheet: Sheet,
  file: Pick<SheetFile, 'form' | 'pdf'>,
  tools: ReadonlyMap<string, LanguageTools>,
  tightness: Tightness = 0,
): Expectation {
  const { text, handout, footer, language } = sheet;
  return {
    pdf: file.pdf,
    file: text.file,
    ...(file.form.isTwoSided && !tellsOfChanges(sheet) && { pages: SIDES }),
    title: text.title.text,
    lang: language.tag,
    ...expectedFile(sheet, file, tools, tightness),
    footer: [footer.start, footer.end, sheetCode(handout, text)],
    headings: text.sections.map(({ heading }) => heading.text),
  };
}

function tookMore(pages: number, { text }: Sheet): Problem {
  const what = `With what it tells of changes, this handout does not fit on two pages: it has ${pages}.`;
  return warning(text.file, what, 'translate what has changed; until then, staple its pages.');
}

function tellsOfChanges({ notices }: Sheet): boolean {
  return notices.some(({ change }) => change !== undefined);
}

/** Sides of a sheet of paper. */
export const SIDES = 2;
