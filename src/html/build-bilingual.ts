import type { Section } from '../handout/handout.ts';
import type { Sheet, SheetFile } from './build-sheets.ts';
import type { SheetSection } from './sheet-text.ts';

/** A section beside the same one in the source language. */
export interface SectionPair {
  own: SheetSection;
  original: Section;
  /** True if all of it is in the source language anyway: then it stands once, over both columns. */
  isOneText: boolean;
}

/** A page with two languages side by side, so that those who read one can point for those who read the other. */
export interface BilingualPage {
  /** Address within the site, with slashes at both ends. */
  url: string;
  sheet: Sheet;
  original: Sheet;
  file: SheetFile;
  /** The danger box first, as on the sheet. */
  pairs: SectionPair[];
}

/** The bilingual pages of all sheets that have that form. */
export function buildBilingualPages(sheets: readonly Sheet[]): BilingualPage[] {
  return sheets.flatMap((sheet) => {
    const file = sheet.files.find(({ form }) => form.name === 'bilingual');
    const { original } = sheet;
    return file && original ? [{ url: file.url, sheet, original, file, pairs: pairSections(sheet, original) }] : [];
  });
}

/**
 * Pairs sections by their ids.
 * @throws {Error} for one that the source has not: the comparison of translations lets none pass
 */
export function pairSections({ text }: Pick<Sheet, 'text'>, original: Pick<Sheet, 'text'>): SectionPair[] {
  const pairs = text.sections.map((own) => {
    const twin = original.text.sections.find(({ id }) => id === own.id);
    if (!twin) throw new Error(`The section ${own.id} of ${text.file} is not in its source.`);
    const isOneText = [own, ...own.parts].every(({ locale }) => locale !== undefined);
    return { own, original: twin, isOneText };
  });
  const isDanger = ({ own }: SectionPair) => own.kind === 'danger';
  return [...pairs.filter(isDanger), ...pairs.filter((pair) => !isDanger(pair))];
}
