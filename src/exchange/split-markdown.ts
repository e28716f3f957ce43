import createMarkdownIt, { type MarkdownIt, type Token } from 'markdown-it';
import { onOneLine, type Passage, type PassageGroup, type PassageKind, type Range } from './passage.ts';
import { findPictures } from './find-pictures.ts';
import { findCells } from './find-cells.ts';

const HEADING = /^(#{2,3}\s+)(.*?)\s*\{\s*#([^\s{}]+)[^{}]*\}\s*$/;

/** A line of a text without its end, and where it starts. */
export interface Line {
  text: string;
  start: number;
}

/**
 * Takes the body of a handout apart into its sections and their passages, each with its place in the file.
 *
 * markdown-it says on which lines a block stands; where in a line its words start follows from the words themselves,
 * which end the line.
 *
 * Input: `## Tests {#tests}\n\n- Blood\n- Skin`
 * Output: one group `tests` with the passages `tests.0` (heading), `tests.1` and `tests.2` (items)
 * @param body the text after the front matter, as it stands in the file, with its line ends
 * @param offset where the body starts in its file
 */
export function splitMarkdown(body: string, offset = 0): PassageGroup[] {
  const lines = linesOf(body);
  const groups: PassageGroup[] = [];
  let items = 0;
  let cells: Range[] = [];
  const tokens = parseBlocks(body);
  tokens.forEach((token, index) => {
    if (token.type === 'list_item_open') items += 1;
    if (token.type === 'list_item_close') items -= 1;
    // Cells know no line of their own.
    if (token.type === 'tr_open') cells = findCells(lines[token.map?.[0] ?? 0]);
    if (token.type === 'heading_open' && token.level === 0) openGroup(token, lines, groups);
    const group = groups.at(-1);
    const opening = tokens[index - 1]?.type;
    if (token.type !== 'inline' || opening === 'heading_open' || !group) return;
    if (opening === 'td_open' || opening === 'th_open') {
      const range = cells.shift();
      if (range && token.content !== '') addPassage(group, 'cell', token.content, range, 'cell');
    } else if (token.map) {
      addText(group, token, lines.slice(token.map[0], token.map[1]), items > 0 ? 'item' : 'paragraph');
    }
  });
  groups.forEach((group, index) => (group.range.end = groups[index + 1]?.range.start ?? body.length));
  return groups.map((group) => shift(group, offset));
}

/** Only the order of blocks is needed here: what may stand in a handout, its own parser checks. */
function parseBlocks(body: string): Token[] {
  parser ??= createMarkdownIt('commonmark', { html: true }).enable('table').disable('inline');
  return parser.parse(body, {});
}
let parser: MarkdownIt | undefined;

/** Lines as markdown-it counts them, with line ends of any kind. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const { index, 0: end } of text.matchAll(/\r\n?|\n/g)) {
    lines.push({ text: text.slice(start, index), start });
    start = index + end.length;
  }
  return [...lines, { text: text.slice(start), start }];
}

function openGroup(token: Token, lines: readonly Line[], groups: PassageGroup[]): void {
  const line = lines[token.map?.[0] ?? 0];
  const [, marks = '', words = '', id] = HEADING.exec(line?.text ?? '') ?? [];
  if (!line || id === undefined) return;
  const start = line.start + marks.length;
  const group: PassageGroup = { id, passages: [], range: { start: line.start, end: line.start } };
  groups.push(group);
  addPassage(group, 'heading', words, { start, end: start + words.length }, 'line');
}

function addText(group: PassageGroup, token: Token, lines: readonly Line[], kind: PassageKind): void {
  const contents = token.content.split('\n').map((content) => content.trim());
  const [first, last] = [lines[0], lines[contents.length - 1]];
  if (!first || !last) return;
  const range = {
    start: first.start + first.text.trimEnd().length - (contents[0]?.length ?? 0),
    end: last.start + last.text.trimEnd().length,
  };
  const pictures = kind === 'paragraph' ? findPictures(token.content, contents, lines) : undefined;
  if (!pictures) addPassage(group, kind, onOneLine(contents.join(' ')), range, 'line');
  for (const { description, label } of pictures ?? []) {
    addPassage(group, 'description', description.text, description.range, 'line');
    addPassage(group, 'label', label.text, label.range, 'label');
  }
}

function addPassage(
  { id, passages }: PassageGroup,
  kind: PassageKind,
  text: string,
  range: Range,
  form: Passage['form'],
): void {
  passages.push({ id: `${id}.${passages.length}`, kind, text, range, form });
}

function shift(group: PassageGroup, offset: number): PassageGroup {
  const moved = ({ start, end }: Range): Range => ({ start: start + offset, end: end + offset });
  return {
    ...group,
    range: moved(group.range),
    passages: group.passages.map((passage) => ({ ...passage, range: moved(passage.range) })),
  };
}
