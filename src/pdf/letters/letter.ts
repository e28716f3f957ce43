import type { Drawn } from '../reading-order.ts';
import type { SourceFont } from './source-font.ts';

/** A glyph of a letter, where a page draws it: from the start of its text object, or from the corner of the page. */
export interface DrawnGlyph {
  glyph: number;
  x: number;
  /** How far above the line. */
  y: number;
}

/** What is read as one and drawn as one or more glyphs: a letter with its signs and dots, or a cluster of letters. */
export interface Letter {
  text: string;
  font: SourceFont;
  size: number;
  glyphs: DrawnGlyph[];
}

/** Letters drawn in one go and in one direction, from left to right. */
export interface LetterRun extends Drawn {
  letters: Letter[];
  /** Text matrix its places are measured by (ISO 32000-1, 9.4.2). */
  matrix: readonly number[];
  /** True if that only moves it: its letters are neither turned nor scaled. */
  isUpright: boolean;
}
