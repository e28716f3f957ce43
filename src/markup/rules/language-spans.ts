import type { Token } from 'markdown-it';
import { directionOf } from '../../i18n/direction.ts';
import {
  blocksWithLines,
  contextOf,
  copyToken,
  nextId,
  type MarkupContext,
  type MarkupRule,
} from '../markup-context.ts';

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
      const context = contextOf(state.env);
      convert(block.children ?? [], line, context);
      if (context.language.dir === 'rtl') block.children = takeInBrackets(block.children ?? []);
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

/**
 * Takes brackets that stand right around words of a left-to-right language into their span: over two lines of a
 * right-to-left text, each would otherwise stand at the far end of a line, away from the words.
 */
function takeInBrackets(tokens: readonly Token[]): Token[] {
  const moved = [...tokens];
  for (let start = 1; start < moved.length; start++) {
    if (moved[start]?.type !== 'language_open' || moved[start]?.attrGet('dir') !== 'ltr') continue;
    const end = moved.findIndex(({ type }, index) => index > start && type === 'language_close');
    const [before, after] = [moved[start - 1], moved[end + 1]];
    if (before?.type !== 'text' || after?.type !== 'text') continue;
    if (!before.content.endsWith('(') || !after.content.startsWith(')')) continue;
    before.content = before.content.slice(0, -1);
    after.content = after.content.slice(1);
    moved.splice(end, 0, copyToken(after, { content: ')' }));
    moved.splice(start + 1, 0, copyToken(before, { content: '(' }));
  }
  return moved;
}
