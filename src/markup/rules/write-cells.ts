import { blocksWithLines, contextOf, type MarkupRule } from '../markup-context.ts';

/**
 * Makes an empty cell of a table a cell to write in, and refuses a column without a head: nobody could tell what its
 * cells are for. A cell to write in gets a space that does not break, because Chromium leaves cells without any content
 * out of the PDF's structure, and with them whole rows of a worksheet.
 *
 * Input: `| Morning | |`
 * Output: `<td>Morning</td><td class="write-cell">&nbsp;</td>`
 */
export const writeCells: MarkupRule = (md) => {
  md.core.ruler.after('write_lines', 'write_cells', (state) => {
    for (const [index, { block, line }] of [...blocksWithLines(state.tokens)].entries()) {
      if (block.type !== 'th_open' || state.tokens[index + 1]?.content.trim() !== '') continue;
      const fix = 'write above each column what its cells are for.';
      contextOf(state.env).faults.push({ line, what: 'A column of this table has no head.', fix });
    }
  });
  md.renderer.rules.td_open = (tokens, index, options, _env, renderer) => {
    const isEmpty = tokens[index + 1]?.content.trim() === '';
    return isEmpty ? '<td class="write-cell">&nbsp;' : renderer.renderToken(tokens, index, options);
  };
};
