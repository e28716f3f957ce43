import type { Token } from 'markdown-it';
import { contextOf, type MarkupContext, type MarkupRule } from '../markup-context.ts';

/** Everything that may stand in a handout: what print, screen readers and translators can all deal with. */
const ALLOWED = new Set([
  ...['heading_open', 'heading_close', 'paragraph_open', 'paragraph_close', 'inline'],
  ...['bullet_list_open', 'bullet_list_close', 'ordered_list_open', 'ordered_list_close'],
  ...['list_item_open', 'list_item_close', 'text', 'softbreak', 'strong_open', 'strong_close'],
  ...['link_open', 'link_close', 'reference', 'language_open', 'language_close'],
  ...['table_open', 'table_close', 'thead_open', 'thead_close', 'tbody_open', 'tbody_close'],
  ...['tr_open', 'tr_close', 'th_open', 'th_close', 'td_open', 'td_close'],
]);

const NAMES: Record<string, string> = {
  html_block: 'Raw HTML',
  html_inline: 'Raw HTML',
  image: 'A picture',
  em_open: 'Italic text',
  code_inline: 'Code',
  code_block: 'Code (a line indented by four spaces)',
  fence: 'Code',
  blockquote_open: 'A quotation block',
  hr: 'A dividing line',
  hardbreak: 'A forced line break (two spaces or a backslash at the end of a line)',
};

/** Refuses markup a handout may not use, naming it and its line; headings other than `##` and `###` too. */
export const refuseOtherMarkup: MarkupRule = (md) => {
  md.core.ruler.after('resolve_links', 'refuse_other_markup', (state) => {
    const context = contextOf(state.env);
    for (const block of state.tokens) {
      const line = (block.map?.[0] ?? 0) + 1;
      for (const token of [block, ...(block.children ?? [])]) {
        if (!ALLOWED.has(token.type)) refuse(token, line, context);
      }
      if (block.type === 'heading_open' && !['h2', 'h3'].includes(block.tag)) {
        const fix =
          'use ## for a section and ### for a part of one; the title of the handout stands in the front matter.';
        context.faults.push({ line, what: 'A heading of this level is not possible here.', fix });
      }
    }
  });
};

function refuse(token: Token, line: number, context: MarkupContext): void {
  if (token.type.endsWith('_close')) return;
  const name = NAMES[token.type] ?? `"${token.type}"`;
  const shown = token.type.startsWith('html') ? ` (${token.content.trim().split('\n')[0]?.slice(0, 60)})` : '';
  context.faults.push({
    line,
    what: `${name}${shown} cannot stand in a handout.`,
    fix: 'use only headings, paragraphs, lists, tables, **bold** text and links.',
  });
}
