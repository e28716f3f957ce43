import type { Token } from 'markdown-it';
import { contextOf, nextId, type MarkupContext, type MarkupRule } from '../markup-context.ts';

const SCHEME = 'lang:';

/**
 * Marks words of another language. The form is that of a link, which every translation tool keeps.
 *
 * Input: `Diga: [I have a skin wound.](lang:en)`
 * Output: `Diga: <bdi id="…" lang="en" dir="ltr">I have a skin wound.</bdi>`
 */
export const languageSpans: MarkupRule = (md) => {
  md.core.ruler.after('inline', 'language_spans', (state) => {
    for (const block of state.tokens) convert(block.children ?? [], contextOf(state.env));
  });
};

function convert(tokens: Token[], context: MarkupContext): void {
  let depth = 0;
  for (const token of tokens) {
    const href = token.type === 'link_open' ? String(token.attrGet('href')) : '';
    if (href.startsWith(SCHEME)) {
      depth += 1;
      token.type = 'language_open';
      token.tag = 'bdi';
      token.attrs = [
        ['id', nextId(context)],
        ['lang', href.slice(SCHEME.length)],
        ['dir', 'ltr'],
      ];
    } else if (token.type === 'link_close' && depth > 0) {
      depth -= 1;
      token.type = 'language_close';
      token.tag = 'bdi';
    }
  }
}
