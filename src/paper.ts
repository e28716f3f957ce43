/** A page of paper, or of a screen; lengths in CSS pixels (1/96 inch) unless their names say otherwise. */
export interface Paper {
  /** Width and height as CSS writes them. */
  width: string;
  height: string;
  widthInches: number;
  heightInches: number;
  /**
   * Margins in whole pixels, because Chromium rounds the page box: above, on both sides, below. The one below holds
   * the footer.
   */
  margins: { above: number; beside: number; below: number };
}

const INCHES = { in: 1, mm: 1 / 25.4, px: 1 / 96 } as const;

function paperOf(
  width: number,
  height: number,
  unit: keyof typeof INCHES,
  [above, beside, below]: [number, number, number],
): Paper {
  return {
    width: `${width}${unit}`,
    height: `${height}${unit}`,
    widthInches: width * INCHES[unit],
    heightInches: height * INCHES[unit],
    margins: { above, beside, below },
  };
}

/** US Letter, as full as printers can print. */
export const LETTER = paperOf(8.5, 11, 'in', [31, 37, 47]);
/** A4 (ISO 216). */
export const A4 = paperOf(210, 297, 'mm', [31, 37, 47]);
/** US Letter with margins of an inch, as the guidelines of the American Council of the Blind ask for (2022). */
export const WIDE_MARGINS = paperOf(8.5, 11, 'in', [96, 96, 124]);
/** A page as wide as the narrowest common phone, in its proportions: fitted to a screen, one point is one point. */
export const PHONE_SCREEN = paperOf(360, 640, 'px', [18, 16, 58]);

/** Size of the part of a page that text may fill. */
export function contentBox({ widthInches, heightInches, margins }: Paper): { width: number; height: number } {
  return {
    width: Math.floor(widthInches * 96) - 2 * margins.beside,
    height: Math.floor(heightInches * 96) - margins.above - margins.below,
  };
}

/** The margins above and below the text, in the points of a PDF. */
export function marginsInPoints({ margins }: Paper): { above: number; below: number } {
  const points = (pixels: number) => (pixels * 72) / 96;
  return { above: points(margins.above), below: points(margins.below) };
}
