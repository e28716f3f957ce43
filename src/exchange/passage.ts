/** What a passage is, said to the translator. */
export type PassageKind =
  'title' | 'summary' | 'heading' | 'paragraph' | 'item' | 'cell' | 'description' | 'label' | 'string';

/** A stretch of a file's text, in UTF-16 units; the end is the first that is not in it. */
export interface Range {
  start: number;
  end: number;
}

/**
 * How the words of a passage are written in its file.
 * - line: as they are, on one line of Markdown
 * - cell: in a table, where a bar ends the cell
 * - label: between the double quotes of a picture
 * - quoted: as a string of JSON, which YAML reads too
 * - block: as a block of YAML, which starts with `>-`
 */
export type PassageForm = 'line' | 'cell' | 'label' | 'quoted' | 'block';

/**
 * The smallest text that is translated by itself: a heading, a paragraph, a list item, a table cell, the description or
 * label of a picture, or a string.
 */
export interface Passage {
  /** Unique in its file, and the same in all languages: `danger-signs.2`. */
  id: string;
  kind: PassageKind;
  /** Raw Markdown on one line. */
  text: string;
  form: PassageForm;
  /** Where it stands in its file, quotes included where they belong to the form. */
  range: Range;
}

/** Passages that become stale together: the title, the summary, a section or part without its own parts, or strings. */
export interface PassageGroup {
  /** That of the unit of the handout, or the first part of a string's key. */
  id: string;
  passages: Passage[];
  /** All of it, from its heading to the next one. */
  range: Range;
}

/** Makes one line of a text: what tools wrap and indent says nothing. A space that does not break is kept. */
export function onOneLine(text: string): string {
  return text.replaceAll(/[ \t\r\n]+/g, ' ').trim();
}

/** True if two texts differ by nothing but white space and the way letters are composed. */
export function saysTheSame(a: string, b: string): boolean {
  return onOneLine(a).normalize('NFC') === onOneLine(b).normalize('NFC');
}
