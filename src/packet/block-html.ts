import { defaultTreeAdapter, type DefaultTreeAdapterTypes, parseFragment, serialize } from 'parse5';
import { escapeHtml } from '../markup/escape-html.ts';
import type { Section, TextBlock } from '../handout/handout.ts';
import { moveHtml } from '../html/move-html.ts';
import type { PacketText } from './packet.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/**
 * Takes a section apart into its blocks, its heading first: what may stand alone beside the same block of another
 * language. Pictures go, links become their words. A block that has no words, such as a cell to write in, is left out.
 *
 * Input: `<ul><li><svg>…</svg>Fever</li></ul><p>Call <a href="tel:911"><bdi>911</bdi></a>.</p>`
 * Output: `Fever`, `Call <bdi>911</bdi>.`
 *
 * @param ending put at the end of ids, which a document may have once
 */
export function blockHtml(section: Pick<Section, 'heading' | 'html' | 'blocks'>, ending: string): PacketText[] {
  const pieces = [section.heading.html, ...piecesOf(section.html)];
  const isPaired = pieces.length === section.blocks.length;
  return section.blocks.flatMap(({ text }: TextBlock, index) => {
    if (text.trim() === '') return [];
    // A piece that cannot be told from its neighbours is shown by its words.
    const html = isPaired ? (pieces[index] ?? '') : escapeHtml(text);
    return [{ html: inlineHtml(html, `${ending}-${index}`), text }];
  });
}

/** HTML of running words without links, its ids made unique. */
export function inlineHtml(html: string, ending: string): string {
  const words = html.replaceAll(/<\/?a\b[^>]*>/g, '').replaceAll(/<svg\b.*?<\/svg>/gs, '');
  return moveHtml(words, { from: '/', to: '/', ending }).trim();
}

/** The inner HTML of each paragraph, item and cell, in reading order. */
function piecesOf(html: string): string[] {
  const pieces: string[] = [];
  const visit = (node: Node): void => {
    if (!defaultTreeAdapter.isElementNode(node)) return;
    if (isBlock(node)) pieces.push(innerHtml(node));
    for (const child of node.childNodes) visit(child);
  };
  parseFragment(html).childNodes.forEach(visit);
  return pieces;
}

/** Paragraphs, cells, and items whose words stand in no paragraph. */
function isBlock({ nodeName, childNodes }: Element): boolean {
  if (nodeName === 'li') return !childNodes.some((child) => child.nodeName === 'p');
  return ['p', 'td', 'th'].includes(nodeName);
}

/** Without lists inside, which have items of their own. */
function innerHtml(element: Element): string {
  const own = element.childNodes.filter(({ nodeName }) => nodeName !== 'ul' && nodeName !== 'ol');
  return serialize({ ...element, childNodes: own });
}
