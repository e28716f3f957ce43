import { defaultTreeAdapter, type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { type Checked, error, type Problem } from '../problem.ts';

/** A line drawing of the press, ready to stand in a page. */
export interface Picture {
  /** Name of its file in `content/pictures/`. */
  name: string;
  viewBox: string;
  /** What stands between `<svg>` and `</svg>`. */
  drawing: string;
}

/** Pictures by the name of their file. */
export type Pictures = ReadonlyMap<string, Picture>;

/** Shapes and how they are painted: all a line drawing needs. Text would be lost in translation. */
const ELEMENTS = new Set(['g', 'path', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'rect']);
const GEOMETRY = ['d', 'cx', 'cy', 'r', 'rx', 'ry', 'x', 'y', 'x1', 'y1', 'x2', 'y2', 'width', 'height', 'points'];
const PAINT = ['fill', 'stroke', 'stroke-width', 'stroke-linecap', 'stroke-linejoin', 'stroke-dasharray', 'transform'];
const ATTRIBUTES = new Set([...GEOMETRY, ...PAINT]);

/** What a root says of itself that the page does not need. */
const SIZE = new Set(['viewBox', 'xmlns', 'width', 'height']);
const SHAPE = /<(?:path|circle|ellipse|line|polyline|polygon|rect)/;

type Attribute = DefaultTreeAdapterTypes.Element['attrs'][number];

const MEND = 'draw it with shapes alone, in black lines; words stand in the handout, beside the picture.';

/**
 * Reads an SVG file as one of the press's line drawings: plain shapes, painted with `currentColor` or `none`, so that
 * it prints in one ink and follows the page's colours on a screen. Anything else is refused: text (no language could
 * translate it), ids (two pictures on a page would clash), styles, scripts and other files.
 */
export function parsePicture(svg: string, file: string): Checked<Picture> {
  const wrong = (what: string, fix = MEND): Problem => error(file, what, fix);
  // Anything beside the drawing, such as HTML inside it, which ends it, would be lost.
  const nodes = parseFragment(svg.replace(/^\uFEFF?\s*<\?xml[^>]*\?>/, '')).childNodes.filter(isSeen);
  const [root] = nodes;
  if (!root || !defaultTreeAdapter.isElementNode(root) || root.tagName !== 'svg' || nodes.length > 1) {
    return {
      problems: [wrong('This file is not one SVG drawing and nothing else.', 'save the drawing as plain SVG.')],
    };
  }
  const viewBox = root.attrs.find(({ name }) => name === 'viewBox')?.value;
  if (viewBox === undefined || !/^0 0 [1-9]\d* [1-9]\d*$/.test(viewBox)) {
    const fix = 'start it with <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 WIDTH HEIGHT">.';
    return { problems: [wrong('The drawing has no viewBox of whole numbers that starts at 0 0.', fix)] };
  }
  const problems: Problem[] = [];
  const refuse = (what: string) => problems.push(wrong(what));
  const attributes = root.attrs.filter(({ name }) => !SIZE.has(name));
  checkAttributes(attributes, refuse);
  const shapes = root.childNodes.map((node) => writeNode(node, refuse)).join('');
  if (problems.length === 0 && !SHAPE.test(shapes)) refuse('The drawing is empty.');
  // How the whole is painted may stand on the root, which the page writes anew.
  const drawing = attributes.length === 0 ? shapes : `<g${writeAttributes(attributes)}>${shapes}</g>`;
  if (problems.length > 0) return { problems };
  return { value: { name: file.split('/').at(-1) ?? file, viewBox, drawing }, problems: [] };
}

function writeNode(node: DefaultTreeAdapterTypes.ChildNode, refuse: (what: string) => void): string {
  if (defaultTreeAdapter.isCommentNode(node)) return '';
  if (defaultTreeAdapter.isTextNode(node)) {
    if (node.value.trim() !== '') refuse(`The drawing has the words "${node.value.trim()}" in it.`);
    return '';
  }
  if (!defaultTreeAdapter.isElementNode(node) || !ELEMENTS.has(node.tagName)) {
    refuse(`The drawing has a <${node.nodeName}> in it.`);
    return '';
  }
  checkAttributes(node.attrs, refuse);
  const attributes = writeAttributes(node.attrs);
  const inside = node.childNodes.map((child) => writeNode(child, refuse)).join('');
  return inside === ''
    ? `<${node.tagName}${attributes}/>`
    : `<${node.tagName}${attributes}>${inside}</${node.tagName}>`;
}

function checkAttributes(attributes: readonly Attribute[], refuse: (what: string) => void): void {
  for (const { name, value } of attributes) {
    if (!ATTRIBUTES.has(name)) refuse(`The drawing has the attribute ${name} in it.`);
    else if (['fill', 'stroke'].includes(name) && !['none', 'currentColor'].includes(value)) {
      refuse(`The drawing has ${name}="${value}"; it may have currentColor and none.`);
    }
  }
}

function writeAttributes(attributes: readonly Attribute[]): string {
  return attributes.map(({ name, value }) => ` ${name}="${value.replaceAll('"', '&quot;')}"`).join('');
}

function isSeen(node: DefaultTreeAdapterTypes.ChildNode): boolean {
  if (defaultTreeAdapter.isTextNode(node)) return node.value.trim() !== '';
  return !defaultTreeAdapter.isCommentNode(node) && !defaultTreeAdapter.isDocumentTypeNode(node);
}

/** Draws a picture into a page. Without words it is decoration, which a screen reader passes over. */
export function drawPicture({ viewBox, drawing }: Picture, className: string, words?: string): string {
  const role = words === undefined ? 'aria-hidden="true"' : `role="img" aria-label="${words}"`;
  return `<svg class="${className}" viewBox="${viewBox}" ${role}>${drawing}</svg>`;
}
