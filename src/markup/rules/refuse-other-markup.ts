import type { Token } from 'markdown-it';
import { blocksWithLines, contextOf, type MarkupRule } from '../markup-context.ts';

/** Everything that may stand in a handout: what print, screen readers and translators can all deal with. */
const ALLOWED = new Set([
  ...['heading_open', 'heading_close', 'paragraph_open', 'paragraph_close', 'inline'],
  ...['bullet_list_open', 'bullet_list_close', 'ordered_list_open', 'ordered_list_close'],
  ...['list_item_open', 'list_item_close', 'text', 'softbreak', 'strong_open', 'strong_close'],
  ...['link_open', 'link_close', 'reference', 'icon', 'picture', 'write_line', 'language_open', 'language_close'],
  ...['table_open', 'table_close', 'thead_open', 'thead_close', 'tbody_open', 'tbody_close'],
  // A picture that could not be drawn was refused in words of its own.
  'image',
  ...['tr_open', 'tr_close', 'th_open', 'th_close', 'td_open', 'td_close'],
]);

const NAMES: Record<string, string> = {
  html_block: 'Raw HTML',
  html_inline: 'Raw HTML',
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
  md.core.ruler.after('write_lines', 'refuse_other_markup', (state) => {
    const { faults } = contextOf(state.env);
    for (const { block, line } of blocksWithLines(state.tokens)) {
      const fault = faultOfHeading(block);
      if (fault) faults.push({ line, ...fault });
      for (const token of [block, ...(block.children ?? [])]) {
        const name = nameOfRefused(token);
        if (name) faults.push({ line, what: `${name} cannot stand in a handout.`, fix: ALLOWED_WORDS });
      }
    }
  });
};

const ALLOWED_WORDS =
  'use only headings, paragraphs, lists, tables, **bold** text, links, pictures and ___ for a line to write on.';

function faultOfHeading(block: Token): { what: string; fix: string } | undefined {
  if (block.type !== 'heading_open') return undefined;
  if (block.level > 0) {
    const what = 'A heading inside a list cannot stand in a handout.';
    return { what, fix: 'start the line with ## alone, and leave an empty line before it.' };
  }
  if (['h2', 'h3'].includes(block.tag)) return undefined;
  return {
    what: 'A heading of this level is not possible here.',
    fix: 'use ## for a section and ### for a part of one; the title of the handout stands in the front matter.',
  };
}

function nameOfRefused(token: Token): string | undefined {
  // CommonMark takes stars for text where no space or punctuation tells it that bold begins or ends, as in Chinese.
  if (token.type === 'text' && token.content.includes('**')) return 'Stars (**) that mark nothing';
  if (ALLOWED.has(token.type) || token.type.endsWith('_close')) return undefined;
  const shown = token.type.startsWith('html') ? ` (${token.content.trim().split('\n')[0]?.slice(0, 60)})` : '';
  return `${NAMES[token.type] ?? `"${token.type}"`}${shown}`;
}
