import { blocksWithLines, contextOf, type MarkupRule } from '../markup-context.ts';

/**
 * Turns the links of an author into addresses of the site and refuses those that lead nowhere. What an
 * address is, the context knows; a paragraph's first line stands for all its links.
 *
 * Input: `[screening](../free-screening/es.md)`
 * Output: `<a href="/es/free-screening/">screening</a>`
 */
export const resolveLinks: MarkupRule = (md) => {
  md.core.ruler.after('language_spans', 'resolve_links', (state) => {
    const context = contextOf(state.env);
    for (const { block, line } of blocksWithLines(state.tokens)) {
      for (const token of block.children ?? []) {
        if (token.type !== 'link_open') continue;
        const resolved = context.resolveLink(String(token.attrGet('href')));
        if ('href' in resolved) token.attrSet('href', resolved.href);
        else context.faults.push({ ...resolved.fault, line });
      }
    }
  });
};
