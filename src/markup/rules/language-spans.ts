import type { Token } from 'markdown-it';
import { directionOf } from '../../i18n/direction.ts';
import { blocksWithLines, contextOf, nextId, type MarkupContext, type MarkupRule } from '../markup-context.ts';

const SCHEME = 'lang:';

/**
 * Marks words of another language. The form is that of a link, which every translation tool keeps.
 *
 * Input: `Diga: [I have a skin wound.](lang:en)`
 * Output: `Diga: <bdi id="…" lang="en" dir="ltr">I have a skin wound.</bdi>`
 */
export const languageSpans: MarkupRule = (md) => {
  md.core.ruler.after('inline', 'language_spans', (state) => {
    for (const { block, line } of blocksWithLines(state.tokens)) {
      convert(block.children ?? [], line, contextOf(state.env));
    }
  });
};

function convert(tokens: Token[], line: number, context: MarkupContext): void {
  let isOpen = false;
  for (const token of tokens) {
    const href = token.type === 'link_open' ? String(token.attrGet('href')) : '';
    if (href.startsWith(SCHEME)) {
      isOpen = true;
      const lang = href.slice(SCHEME.length);
      const dir = directionOf(lang);
      if (!dir) {
        const fix = 'write a language tag after "lang:", for example [Hello](lang:en).';
        context.faults.push({ line, what: `"${lang}" is not a language tag.`, fix });
      }
      token.type = 'language_open';
      token.tag = 'bdi';
      token.attrs = [
        ['id', nextId(context)],
        ['lang', lang],
        ['dir', dir ?? 'ltr'],
      ];
    } else if (token.type === 'link_close' && isOpen) {
      isOpen = false;
      token.type = 'language_close';
      token.tag = 'bdi';
    }
  }
}
