import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** An element of a page, as tests ask for it. */
export interface PageElement {
  name: string;
  attributes: Record<string, string>;
  text: string;
  /** Language and direction that hold for its words. */
  lang: string;
  dir: string;
}

/** Every element of a page, in its order. */
export function elementsOf(html: string): PageElement[] {
  const found: PageElement[] = [];
  const visit = (node: Node, inherited: { lang: string; dir: string }): void => {
    const attributes = 'attrs' in node ? Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])) : {};
    const { lang = inherited.lang, dir = inherited.dir } = attributes;
    if (defaultTreeAdapter.isElementNode(node)) {
      found.push({ name: node.tagName, attributes, text: textOf(node), lang, dir });
    }
    if ('childNodes' in node) for (const child of node.childNodes) visit(child, { lang, dir });
  };
  visit(parse(html), { lang: '', dir: '' });
  return found;
}

/** The words a reader sees of a part of a page; not those of the head. */
export function textOf(node: Node): string {
  if (defaultTreeAdapter.isTextNode(node)) return node.value;
  if (!('childNodes' in node) || ['head', 'style', 'script'].includes((node as Element).tagName)) return '';
  return node.childNodes.map(textOf).join('');
}
