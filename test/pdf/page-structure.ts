import type { CDPSession, Protocol } from 'puppeteer';
import { type Box, BULLETS, type Part, type Words, wordsOf } from './outline.ts';

type AxNode = Protocol.Accessibility.AXNode;

/** What roles of the accessibility tree are in an outline; those that are not here keep their names. */
const KINDS: Record<string, string> = {
  none: 'group',
  generic: 'group',
  main: 'group',
  region: 'group',
  sectionheader: 'group',
  rowgroup: 'group',
  paragraph: 'p',
  listitem: 'item',
  ListMarker: 'label',
  columnheader: 'head',
  image: 'figure',
  emphasis: 'em',
};

/**
 * Reads what the `main` element of a page says from the browser's accessibility tree: what screen readers are told of
 * the page, and what is hidden is not in it.
 */
export async function readPageStructure(session: CDPSession): Promise<Box> {
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const { root } = await session.send('DOM.getDocument', { depth: -1 });
  const main = nodes.find(({ role }) => role?.value === 'main');
  if (!main) throw new Error('The page has no main element.');
  return new PageReader(nodes, root).read(main);
}

/** The language of each node of a page, by `lang` attributes: the accessibility tree does not tell it. */
function languagesOf(root: Protocol.DOM.Node): Map<number, string> {
  const languages = new Map<number, string>();
  const visit = (node: Protocol.DOM.Node, inherited: string): void => {
    const attributes = node.attributes ?? [];
    // Names and values take turns.
    const index = attributes.findIndex((name, place) => place % 2 === 0 && name === 'lang');
    const lang = index === -1 ? inherited : (attributes[index + 1] ?? '');
    languages.set(node.backendNodeId, lang);
    for (const child of [...(node.children ?? []), ...(node.pseudoElements ?? [])]) visit(child, lang);
  };
  visit(root, '');
  return languages;
}

class PageReader {
  readonly #nodes: Map<string, AxNode>;
  readonly #languages: ReadonlyMap<number, string>;
  readonly #url: string;

  constructor(nodes: readonly AxNode[], document: Protocol.DOM.Node) {
    this.#nodes = new Map(nodes.map((node) => [node.nodeId, node]));
    this.#languages = languagesOf(document);
    this.#url = document.documentURL ?? '';
  }

  read(node: AxNode): Box {
    const box: Box = { kind: kindOf(node), parts: this.#kidsOf(node).flatMap((kid) => this.#part(kid)) };
    if (box.kind === 'table') nameHeads(box);
    else if (box.kind === 'list') box.about = numberingOf(box);
    else if (box.kind === 'link') box.about = String(propertyOf(node, 'url')).replace(`${this.#url}#`, '#');
    else if (box.kind === 'head') box.about = 'Column';
    else if (box.kind === 'figure') box.parts = [this.#words(node)];
    else if (box.kind === 'label') box.parts = [inReadingOrder(this.#words(node))];
    return box;
  }

  #part(node: AxNode): Part {
    const isText = !node.ignored && node.role?.value === 'StaticText';
    return isText ? this.#words(node) : this.read(node);
  }

  #words({ name, backendDOMNodeId = 0 }: AxNode): Words {
    return { words: String(name?.value ?? ''), lang: this.#languages.get(backendDOMNodeId) ?? 'unknown' };
  }

  #kidsOf({ childIds = [] }: AxNode): AxNode[] {
    return childIds.flatMap((id) => this.#nodes.get(id) ?? []);
  }
}

function kindOf(node: AxNode): string {
  const role = String(node.role?.value);
  if (node.ignored) return 'group';
  if (role === 'heading') return `h${String(propertyOf(node, 'level'))}`;
  return KINDS[role] ?? role;
}

function propertyOf({ properties = [] }: AxNode, wanted: string): unknown {
  return properties.find(({ name }) => name === wanted)?.value.value;
}

/** The boxes of a kind below a part, but not those below one of them. */
function boxesIn({ parts }: Box, kind: string): Box[] {
  return parts.flatMap((part) => ('words' in part ? [] : part.kind === kind ? [part] : boxesIn(part, kind)));
}

/** Says of each cell of a table what stands at the head of its column. */
function nameHeads(table: Box): void {
  const rows = boxesIn(table, 'row');
  const heads = rows.flatMap((row) => boxesIn(row, 'head')).map(wordsOf);
  for (const row of rows) boxesIn(row, 'cell').forEach((cell, column) => (cell.about = heads[column] || undefined));
}

/** The accessibility tree gives the number of a right-to-left item as it is drawn: `. 1` (headless shell 147). */
function inReadingOrder({ words, lang }: Words): Words {
  return { words: words.trim().replace(/^\. (\p{Nd}+)$/u, '$1.'), lang };
}

/** How a PDF calls the marks of a list, by that of its first item. */
function numberingOf(list: Box): string | undefined {
  const [item] = boxesIn(list, 'item');
  const [mark] = item?.parts ?? [];
  if (!mark || 'words' in mark || mark.kind !== 'label') return undefined;
  const bullet = Object.entries(BULLETS).find(([, sign]) => sign === wordsOf(mark));
  return bullet ? bullet[0] : 'Decimal';
}
