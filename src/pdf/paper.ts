/** A sheet of paper; lengths in CSS pixels (1/96 inch) unless their names say inches. The same as `@page` in paper.css. */
export interface Paper {
  widthInches: number;
  heightInches: number;
  /** Size of the page's content box. */
  contentWidth: number;
  contentHeight: number;
  /** Sides of one sheet. */
  pages: number;
}

/** US Letter, printed on both sides. */
export const LETTER: Paper = {
  widthInches: 8.5,
  heightInches: 11,
  contentWidth: 8.5 * 96 - 37 - 37,
  contentHeight: 11 * 96 - 31 - 47,
  pages: 2,
};
