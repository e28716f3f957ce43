import type { MarkupRule } from '../markup-context.ts';

/**
 * Takes the alignment off table cells: markdown-it writes it as a style of its own, with a physical side, which is
 * wrong in half of a right-to-left table and not allowed by a strict content security policy.
 *
 * Input: `| --: |`
 * Output: `<th>`, not `<th style="text-align:right">`
 */
export const plainTables: MarkupRule = (md) => {
  md.core.ruler.after('block', 'plain_tables', (state) => {
    for (const token of state.tokens) {
      if (token.type === 'th_open' || token.type === 'td_open') token.attrs = null;
    }
  });
};
