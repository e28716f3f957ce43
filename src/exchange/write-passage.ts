import { onOneLine, type Passage, type PassageForm, type Range } from './passage.ts';

const BLOCK_HEAD = /^[>|][^\r\n]*(\r\n?|\n)([ \t]*)/;

/** Writes words as the place of a passage needs them; `before` is what stands there now. */
const WRITERS: Record<PassageForm, (words: string, before: string) => string> = {
  line: (words) => words,
  cell: (words) => words.replaceAll('|', '\\|'),
  label: (words) => words.replaceAll('"', '\\"'),
  quoted: (words) => JSON.stringify(words),
  block: (words, before) => (BLOCK_HEAD.exec(before)?.[0] ?? '>-\n  ') + words,
};

/** New words for a range of a text. */
export interface Replacement {
  range: Range;
  text: string;
}

/** What takes the place of a passage that is to have other words. */
export function rewrite({ form, range }: Passage, words: string, file: string): Replacement {
  return { range, text: WRITERS[form](onOneLine(words), file.slice(range.start, range.end)) };
}

/** Replaces ranges of a text, which must not overlap; all else stays as it is, byte for byte. */
export function replaceRanges(text: string, replacements: readonly Replacement[]): string {
  let result = '';
  let position = 0;
  for (const { range, text: words } of replacements.toSorted((a, b) => a.range.start - b.range.start)) {
    result += text.slice(position, range.start) + words;
    position = range.end;
  }
  return result + text.slice(position);
}
