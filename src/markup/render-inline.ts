import type { MarkdownIt } from 'markdown-it';
import type { Token } from 'markdown-it';
import type { AuthoredText } from './inline-text.ts';
import { environment, type MarkupContext } from './markup-context.ts';

/** Renders one line of text (a title, a summary, a record's text) with its references and isolation. */
export function renderInline(md: MarkdownIt, source: string, context: MarkupContext): AuthoredText {
  const [inline] = md.parseInline(source.replaceAll('\n', ' '), environment(context));
  return inlineText(md, inline?.children ?? [], context);
}

/** Renders the content of a block, as HTML and as plain words. */
export function inlineText(md: MarkdownIt, tokens: Token[], context: MarkupContext): AuthoredText {
  const html = md.renderer.renderInline(tokens, md.options, environment(context));
  const text = tokens.map((token) => (token.type === 'softbreak' ? ' ' : token.content)).join('');
  return { html, text, own: ownWords(tokens) };
}

function ownWords(tokens: readonly Token[]): string {
  let foreign = 0;
  const words = tokens.map(({ type, content }) => {
    if (type === 'language_open') foreign += 1;
    if (type === 'language_close') foreign -= 1;
    if (type === 'softbreak') return ' ';
    return foreign > 0 || type === 'reference' ? '' : content;
  });
  return words.join('');
}
