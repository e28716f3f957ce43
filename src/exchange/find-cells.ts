import type { Range } from './passage.ts';
import type { Line } from './split-markdown.ts';

/**
 * Where the cells of a table's row stand, without the spaces around them. A bar after a backslash is a word's.
 *
 * Input: `| Date | Pain (0\|10) |`
 * Output: the ranges of `Date` and `Pain (0\|10)`
 */
export function findCells(line: Line | undefined): Range[] {
  if (!line) return [];
  const { text, start } = line;
  const ends = [...text.matchAll(/(?<!\\)\|/g)].map(({ index }) => index);
  const last = text.trimEnd();
  // Bars at the two ends of a row only close it.
  if (!text.trimStart().startsWith('|')) ends.unshift(text.length - text.trimStart().length - 1);
  if (ends.at(-1) !== last.length - 1) ends.push(last.length);
  return ends.slice(0, -1).map((bar, index) => {
    const cell = text.slice(bar + 1, ends[index + 1]);
    const words = cell.trim();
    const from = bar + 1 + (words === '' ? 0 : cell.indexOf(words));
    return { start: start + from, end: start + from + words.length };
  });
}
