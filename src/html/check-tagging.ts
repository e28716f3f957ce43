import { defaultTreeAdapter, type DefaultTreeAdapterTypes, parse } from 'parse5';
import { error, type Problem } from '../problem.ts';
import { NOT_PRINTED } from './check-pages.ts';
import type { RenderedFile } from './render-site.ts';

type Element = DefaultTreeAdapterTypes.Element;

/** Something in a page that Chromium cannot tag well, and what a template has instead. */
interface Fault {
  what: string;
  fix: string;
}

/** Boxes and words whose language is lost in the PDF unless they have an id (headless shell 147). */
const LOSE_LANGUAGE = new Set(['span', 'bdi', 'b', 'i', 'strong', 'em', 'div']);

/** What is looked for, one question a function. */
const QUESTIONS: ((element: Element) => Fault | undefined)[] = [
  refuseElements,
  refusePicturesWithoutWords,
  refuseLanguageWithoutId,
];

/**
 * Finds what Chromium would print without tags or with wrong ones, before it is printed: such HTML passes on the screen
 * and is silent or wrong in a PDF.
 */
export function checkTagging(pages: readonly RenderedFile[]): Problem[] {
  return pages.flatMap(({ path, content }) => {
    const elements = printedElements(content);
    const faults = elements.flatMap((element) => QUESTIONS.flatMap((ask) => ask(element) ?? []));
    return [...faults, ...findSkippedHeadings(elements)].map(({ what, fix }) => error(path, what, fix));
  });
}

/** Elements of the part of a page that goes on paper, in order. */
function printedElements(html: string): Element[] {
  const found: Element[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node, isPrinted: boolean): void => {
    if (!('childNodes' in node)) return;
    const element = defaultTreeAdapter.isElementNode(node) ? node : undefined;
    const classes = (element && attribute(element, 'class')?.split(' ')) ?? [];
    if (classes.some((name) => NOT_PRINTED.has(name))) return;
    if (element && isPrinted) found.push(element);
    for (const child of node.childNodes) visit(child, isPrinted || element?.tagName === 'main');
  };
  visit(parse(html), false);
  return found;
}

function refuseElements({ tagName }: Element): Fault | undefined {
  const instead: Record<string, string> = {
    figure: 'use a plain div around the picture: a figure becomes a second picture without description.',
    dl: 'use a list or a table: terms and their descriptions lose their tags.',
    blockquote: 'use a paragraph.',
    iframe: 'leave it out: what it shows is not tagged.',
    canvas: 'use an SVG with role="img" and an aria-label.',
  };
  const fix = instead[tagName];
  return fix === undefined ? undefined : { what: `The page has <${tagName}>, which cannot be tagged in a PDF.`, fix };
}

function refusePicturesWithoutWords(element: Element): Fault | undefined {
  const { tagName } = element;
  if (tagName === 'img' && attribute(element, 'alt') === undefined) {
    return { what: 'A picture has no alt.', fix: 'describe it, or write alt="" if it only adorns the page.' };
  }
  const isDrawing = attribute(element, 'role') === 'img';
  if (isDrawing && tagName !== 'svg') {
    return { what: `<${tagName} role="img"> vanishes from a PDF.`, fix: 'put the role on an svg.' };
  }
  const isSilent = tagName === 'svg' && attribute(element, 'aria-hidden') === 'true';
  if (tagName === 'svg' && !isSilent && !(isDrawing && (attribute(element, 'aria-label') ?? '').trim() !== '')) {
    return { what: 'A drawing has no words.', fix: 'give it role="img" and an aria-label, or aria-hidden="true".' };
  }
  return undefined;
}

function refuseLanguageWithoutId(element: Element): Fault | undefined {
  const lang = attribute(element, 'lang');
  if (lang === undefined || !LOSE_LANGUAGE.has(element.tagName) || attribute(element, 'id') !== undefined) return;
  const what = `<${element.tagName} lang="${lang}"> has no id, so its language is lost in the PDF.`;
  return { what, fix: 'give it an id.' };
}

/** ISO 14289-1, 7.4.2: heading levels begin with the first and may not be skipped on the way down. */
function findSkippedHeadings(elements: readonly Element[]): Fault[] {
  const levels = elements.flatMap(({ tagName }) => (/^h[1-6]$/.test(tagName) ? [Number(tagName[1])] : []));
  return levels.flatMap((level, index) => {
    const before = levels[index - 1];
    if (before === undefined) {
      return level === 1 ? [] : [{ what: `A heading of level ${level} comes first.`, fix: 'begin with an h1.' }];
    }
    const what = `A heading of level ${level} follows one of level ${before}.`;
    return level > before + 1 ? [{ what, fix: 'use the level between.' }] : [];
  });
}

function attribute({ attrs }: Element, wanted: string): string | undefined {
  return attrs.find(({ name }) => name === wanted)?.value;
}
