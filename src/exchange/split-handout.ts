import { onOneLine, type Passage, type PassageGroup, type PassageKind, type Range } from './passage.ts';
import { linesOf, splitMarkdown } from './split-markdown.ts';
import { scalarFinder } from './yaml-text.ts';

/** The units of the front matter that are translated. */
const FRONT = ['title', 'summary'] as const satisfies PassageKind[];

/** Takes a handout file apart, as it stands on disk, into its title, its summary and its sections. */
export function splitHandout(text: string): PassageGroup[] {
  const front = frontMatterOf(text);
  if (!front) return [];
  const find = scalarFinder(text.slice(front.start, front.end), front.start);
  const heads = FRONT.flatMap((id): PassageGroup[] => {
    const scalar = find([id]);
    if (!scalar) return [];
    const passage: Passage = { ...scalar, id: `${id}.0`, kind: id, text: onOneLine(scalar.text) };
    return [{ id, passages: [passage], range: scalar.range }];
  });
  const bodyStart = text.indexOf('---', front.end) + '---'.length;
  return [...heads, ...splitMarkdown(text.slice(bodyStart), bodyStart)];
}

/** Where the YAML between the two lines of dashes stands. */
export function frontMatterOf(text: string): Range | undefined {
  const lines = linesOf(text);
  const end = lines.findIndex((line, index) => index > 0 && line.text.trimEnd() === '---');
  const [first, second, last] = [lines[0], lines[1], lines[end]];
  if (first?.text.trimEnd() !== '---' || !second || !last) return undefined;
  return { start: second.start, end: last.start };
}

/**
 * The passages of one unit of a handout: of `title` and `summary`, which are words alone, or of a section.
 * @param markdown the unit as `Unit` of the handout has it; ranges are those in it
 */
export function splitUnit(id: string, markdown: string): Passage[] {
  const front = FRONT.find((each) => each === id);
  if (!front) return splitMarkdown(markdown)[0]?.passages ?? [];
  const range = { start: 0, end: markdown.length };
  return [{ id: `${id}.0`, kind: front, text: onOneLine(markdown), form: 'line', range }];
}
