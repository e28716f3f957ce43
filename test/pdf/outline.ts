import { comparable } from '../../src/html/compare-texts.ts';

/** What a page or a PDF says, in the form in which both can be compared. */
export type Part = Words | Box;

/** Words, and the language they are in. */
export interface Words {
  words: string;
  lang: string;
}

/** Something that has a meaning beside its words; a group has none. */
export interface Box {
  kind: string;
  /** The address of a link, the heads of a cell, how the items of a list are marked. */
  about?: string | undefined;
  parts: Part[];
}

/** Boxes within a line. */
const INLINE = new Set(['link', 'strong', 'em', 'label']);

/** Marks of lists (ISO 32000-1, table 347) that are drawn rather than written. */
export const BULLETS: Record<string, string> = { Disc: '•', Circle: '◦', Square: '▪' };

/** Words of a line that are alike: linked, stressed, or in another language than the document. */
interface Span {
  marks: string[];
  words: string;
}

/**
 * Writes a page or a PDF down, a line for each block, in reading order.
 *
 * Input: a list whose item says to call 911
 * Output: `list (Disc)`, `list > item: ‹label: •› Call ‹link tel:911: 911› now`
 * @param lang language of the document: words in another one are marked
 */
export function outlineOf(root: Box, lang: string): string[] {
  const lines: { path: string[]; spans: Span[] }[] = [];
  let current: Span[] | undefined;
  const startLine = (path: string[]): Span[] => {
    current = [];
    lines.push({ path, spans: current });
    return current;
  };
  const write = (part: Part, path: string[], marks: string[]): void => {
    if ('words' in part) {
      const spans = current ?? (comparable(part.words) === '' ? [] : startLine([...path, 'text']));
      spans.push({ marks: part.lang === lang ? marks : [...marks, part.lang], words: part.words });
      return;
    }
    const { kind, about, parts } = part;
    if (kind === 'group') parts.forEach((below) => write(below, path, marks));
    else if (INLINE.has(kind)) {
      const mark = about === undefined ? kind : `${kind} ${about}`;
      parts.forEach((below) => write(below, path, [...marks, mark]));
    } else {
      startLine([...path, about === undefined ? kind : `${kind} (${about})`]);
      parts.forEach((below) => write(below, [...path, kind], []));
      current = undefined;
    }
  };
  write(root, [], []);
  return lines.map(({ path, spans }) => [path.join(' > '), lineOf(spans)].filter((text) => text !== '').join(': '));
}

function lineOf(spans: readonly Span[]): string {
  const joined: Span[] = [];
  for (const { marks, words } of spans) {
    const last = joined.at(-1);
    // A space is of no language and leads nowhere.
    if (last && (comparable(words) === '' || last.marks.join() === marks.join())) last.words += words;
    else if (comparable(words) !== '') joined.push({ marks, words });
  }
  return joined
    .map(({ marks, words }) => (marks.length === 0 ? words : `‹${marks.join(', ')}: ${words}›`))
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** All words of a part, without their marks. */
export function wordsOf(part: Part): string {
  return 'words' in part ? part.words : part.parts.map(wordsOf).join('');
}

/** Lines as they are in a model where only their spaces differ, so that what a comparison shows are true differences. */
export function spelledLike(lines: readonly string[], model: readonly string[]): string[] {
  const spelled = new Map(model.map((line) => [comparable(line), line]));
  return lines.map((line) => spelled.get(comparable(line)) ?? line);
}

/** True for a line of words that are in no paragraph, heading, item or cell. */
export function isLoose(line: string): boolean {
  return /^([^:]*\b(list|table|row) > )?text(:|$)/.test(line);
}
