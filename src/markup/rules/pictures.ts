import type { MarkdownIt, Token } from 'markdown-it';
import { escapeHtml } from '../inline-text.ts';
import { blocksWithLines, contextOf, type MarkupContext, type MarkupRule } from '../markup-context.ts';
import { drawPicture } from '../picture.ts';
import { inlineText, renderInline } from '../render-inline.ts';

/** What a picture leaves on its token for those who read the tokens. */
export interface PictureMeta {
  name: string;
  html: string;
  /** What a reader who cannot see it hears; empty for an icon. */
  alt: string;
  /** The author's own words of the label, and the facts it names; both empty for an icon. */
  own: string;
  references: string[];
}

/**
 * Draws the pictures of the press into the page, in the one form of Markdown for pictures.
 * - An icon has no words and opens a list item: `- ![](../../pictures/fever.svg) Fever`.
 * - A picture has words for those who cannot see it and a label below it. Pictures that follow each other stand side
 *   by side: `![An open artery](../../pictures/artery.svg "Healthy")`.
 *
 * Output: a token `icon`, or tokens `picture` in a paragraph of class `pictures`, whose content is the label
 */
export const pictures: MarkupRule = (md) => {
  md.core.ruler.after('inline', 'pictures', (state) => {
    const context = contextOf(state.env);
    for (const [index, { block, line }] of [...blocksWithLines(state.tokens)].entries()) {
      const children = block.children ?? [];
      const images = children.filter(({ type }) => type === 'image');
      if (images.length === 0) continue;
      const refuse = (what: string, fix: string) => context.faults.push({ line, what, fix });
      const [around, before] = [state.tokens[index - 1]?.type, state.tokens[index - 2]?.type];
      const opensItem = around === 'paragraph_open' && before === 'list_item_open';
      if (images.length === 1 && isIcon(images[0]) && opensItem && children[0] === images[0]) {
        makeIcon(children, context, refuse);
      } else {
        const isAlone = children.every((token) => images.includes(token) || token.type === 'softbreak');
        if (!isAlone || block.level !== 1) {
          refuse('A picture stands in the middle of text.', OWN_PARAGRAPH);
          continue;
        }
        makePictures(md, block, images, context, refuse);
        const [opening, closing] = [state.tokens[index - 1], state.tokens[index + 1]];
        for (const paragraph of [opening, closing]) if (paragraph) paragraph.tag = 'div';
        opening?.attrSet('class', 'pictures');
      }
    }
  });
  const draw = (tokens: Token[], index: number): string => (tokens[index]?.meta as unknown as PictureMeta).html;
  md.renderer.rules.icon = draw;
  md.renderer.rules.picture = draw;
};

const OWN_PARAGRAPH =
  'give it a paragraph of its own, with an empty line before and after; or, as an icon, open a list item with it and leave its brackets empty: - ![](../../pictures/fever.svg) Fever';

type Refuse = (what: string, fix: string) => void;

function textAttribute(image: Token, name: string): string | null {
  const value = image.attrGet(name);
  return value === null ? null : String(value);
}

function isIcon(image: Token | undefined): boolean {
  return image?.content === '' && image.attrGet('title') === null;
}

function makeIcon(children: Token[], context: MarkupContext, refuse: Refuse): void {
  const [image, words] = children;
  const picture = image && findPicture(image, context, refuse);
  if (!picture) return;
  image.type = 'icon';
  image.meta = {
    name: picture.name,
    html: drawPicture(picture, 'icon'),
    alt: '',
    own: '',
    references: [],
  } satisfies PictureMeta;
  if (words?.type === 'text') words.content = words.content.trimStart();
  if (children.slice(1).every(({ type, content }) => type === 'text' && content === '')) {
    refuse('An icon stands alone.', 'write the words of the list item after it.');
  }
}

function makePictures(md: MarkdownIt, block: Token, images: readonly Token[], context: MarkupContext, refuse: Refuse) {
  for (const image of images) {
    const picture = findPicture(image, context, refuse);
    const label = textAttribute(image, 'title');
    if (image.content === '' || label === null) {
      const fix =
        'write both: ![what one sees on it, for those who cannot](../../pictures/name.svg "the label below it")';
      refuse(`The picture ${image.attrGet('src')} has no ${image.content === '' ? 'description' : 'label'}.`, fix);
      continue;
    }
    if (!picture) continue;
    const below = renderLabel(md, label, context, refuse);
    const alt = inlineText(md, image.children ?? [], context).text;
    const drawn = drawPicture(picture, 'picture__drawing', escapeHtml(alt));
    image.type = 'picture';
    image.content = below.text;
    const html = `<div class="picture">${drawn}<p class="picture__label">${below.html}</p></div>`;
    const inAlt = (image.children ?? []).filter(({ type }) => type === 'reference').map(({ info }) => info);
    const { own } = below;
    const references = [...inAlt, ...below.references];
    image.meta = { name: picture.name, html, alt, own, references } satisfies PictureMeta;
  }
  // Labels stand in boxes side by side: a space between two of them would be a box of its own.
  block.children = (block.children ?? []).filter(({ type }) => type !== 'softbreak');
}

/** A label is a text of its own; its faults lie on the line of the picture. */
function renderLabel(md: MarkdownIt, label: string, context: MarkupContext, refuse: Refuse) {
  const own: MarkupContext = { ...context, faults: [] };
  const rendered = renderInline(md, label, own);
  context.idCount = own.idCount;
  for (const { what, fix } of own.faults) refuse(what, fix);
  const references = [...label.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)].map(([, name = '']) => name);
  return { ...rendered, references };
}

function findPicture(image: Token, { pictures: known }: MarkupContext, refuse: Refuse) {
  const path = readablePath(String(image.attrGet('src')));
  const picture = path.startsWith(PICTURE_FOLDER) ? known.get(path.slice(PICTURE_FOLDER.length)) : undefined;
  if (!picture) {
    const names = [...known.keys()].map((name) => PICTURE_FOLDER + name).join(', ');
    const choice = names === '' ? '' : `use one of ${names}, or `;
    refuse(`There is no picture "${path}".`, `${choice}add an SVG file to content/pictures/.`);
  }
  return picture;
}

/** Markdown writes spaces and letters of other scripts as codes; a code that is none stays as it stands. */
function readablePath(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/** Pictures are linked as they lie on disk, so that an editor shows them too. */
const PICTURE_FOLDER = '../../pictures/';
