import { PDFDict, type PDFDocument, PDFName } from '@cantoo/pdf-lib';

const KEYS = ['BaseFont', 'FontName'].map((key) => PDFName.of(key));
const TAGGED = /^[A-Z]{6}\+/;
const LETTERS = 26;

/**
 * Gives the fonts of panels tags (ISO 32000-1, 9.6.4) that no sheet has: a program may take two fonts of one name for
 * one and the same, and the letters that only the second has for missing. Chromium's tags start from `AAAAAA` in each
 * document, and differ in their first letters.
 *
 * Before: `/BaseFont /BAAAAA+NotoSans-Bold`
 * After: `/BaseFont /PANEAB+NotoSans-Bold`
 */
export function retagFonts({ context }: PDFDocument): void {
  const renamed = new Map<PDFName, PDFName>();
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue;
    for (const key of KEYS) {
      const name = object.get(key);
      if (!(name instanceof PDFName) || !TAGGED.test(name.decodeText())) continue;
      const other = renamed.get(name) ?? PDFName.of(name.decodeText().replace(TAGGED, `${tagOf(renamed.size)}+`));
      renamed.set(name, other);
      object.set(key, other);
    }
  }
}

function tagOf(index: number): string {
  const letter = (place: number) => String.fromCharCode('A'.charCodeAt(0) + (place % LETTERS));
  return `PANE${letter(Math.floor(index / LETTERS))}${letter(index)}`;
}
