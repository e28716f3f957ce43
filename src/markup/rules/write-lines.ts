import { blocksWithLines, contextOf, copyToken, type MarkupRule } from '../markup-context.ts';

/** One or more lines to write on, at the end of a text. */
const AT_END = /\s*_{3,}(?:\s+_{3,})*\s*$/;
const LINE = /_{3,}/g;

/**
 * Turns three or more underscores at the end of a paragraph or list item into a line to write on by hand.
 *
 * Input: `- My own question: ___`
 * Output: `<li>My own question:<span class="write-line"></span></li>`
 */
export const writeLines: MarkupRule = (md) => {
  md.core.ruler.after('text_join', 'write_lines', (state) => {
    for (const [index, { block, line }] of [...blocksWithLines(state.tokens)].entries()) {
      const last = block.children?.at(-1);
      const isParagraph = state.tokens[index - 1]?.type === 'paragraph_open';
      const end = isParagraph && last?.type === 'text' ? AT_END.exec(last.content) : null;
      if (last && end) {
        last.content = last.content.slice(0, end.index);
        const lines = (end[0].match(LINE) ?? []).map(() => copyToken(last, { type: 'write_line', content: '' }));
        block.children?.push(...lines);
      }
      if (block.children?.some(({ type, content }) => type === 'text' && content.includes('___'))) {
        const fix = 'move the underscores to the end of the paragraph or list item; in a table, leave the cell empty.';
        contextOf(state.env).faults.push({ line, what: 'A line to write on (___) stands inside a text.', fix });
      }
    }
  });
  md.renderer.rules.write_line = () => '<span class="write-line"></span>';
};
