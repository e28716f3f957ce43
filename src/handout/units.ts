import { createHash } from 'node:crypto';
import { parse } from 'yaml';
import { splitFrontMatter } from './split-front-matter.ts';

/**
 * What can be fresh or stale by itself: the title or the summary of a handout, or one section or part of a section
 * without its own parts.
 */
export interface Unit {
  /** `title`, `summary`, or the id of the section. */
  id: string;
  /** As it stands in the file, its heading included. */
  markdown: string;
  /** Says whether two units have the same words; see {@link hashUnit}. */
  hash: string;
}

/** Units of the front matter; no section may be called so. */
export const FRONT_UNITS = ['title', 'summary'] as const;

const HEADING = /^#{2,3}\s.*$/;
const ID = /\s*\{\s*#([^\s{}]+)[^{}]*\}\s*$/;

/**
 * Takes a handout file apart into its units, in their order; those without an id, which are a problem of their own,
 * are left out. A file that cannot be read has none.
 */
export function readUnits(text: string, file: string): Map<string, Unit> {
  const units = new Map<string, Unit>();
  const split = splitFrontMatter(text, file).value;
  if (!split) return units;
  const add = (id: string, markdown: string): unknown =>
    !units.has(id) && units.set(id, { id, markdown, hash: hashUnit(markdown) });
  const front = readFront(split.yaml);
  for (const id of FRONT_UNITS) if (typeof front[id] === 'string') add(id, front[id]);
  let open: string[] = [];
  const close = (): void => {
    const id = ID.exec(open[0] ?? '')?.[1];
    if (id !== undefined) add(id, open.join('\n').trimEnd());
  };
  for (const line of split.body.split(/\r?\n/)) {
    if (HEADING.test(line)) {
      close();
      open = [line];
    } else if (open.length > 0) open.push(line);
  }
  close();
  return units;
}

/**
 * Hashes the words of a unit: 48 bits of SHA-256, in hexadecimal digits, which are few enough to read and enough for
 * sections of one handout.
 *
 * What changes nothing for a reader does not count: white space, the id and kind of a heading, the section that a link
 * leads to. Facts count by their name, not by what they are today.
 */
export function hashUnit(markdown: string): string {
  const [first = '', ...rest] = markdown.split(/\r?\n/);
  const heading = HEADING.test(first) ? first.replace(/^#+/, '#').replace(ID, '') : first;
  const words = [heading, ...rest]
    .join(' ')
    .replaceAll(/\]\((?![a-z]+:)([^)#\s]*)#[^)\s]*\)/g, ']($1)')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .normalize('NFC');
  return createHash('sha256').update(words).digest('hex').slice(0, 12);
}

function readFront(yaml: string): Partial<Record<string, unknown>> {
  try {
    return (parse(yaml) as Partial<Record<string, unknown>> | null) ?? {};
  } catch {
    // The front matter is checked, and its faults are told, where the file is parsed.
    return {};
  }
}
