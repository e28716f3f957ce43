import { blocksWithLines, contextOf, nextId, type MarkupRule } from '../markup-context.ts';
import { renderReference } from '../inline-text.ts';

/** A fact whose braces are not all there. */
const HALF_OPEN = /\{\{[^{}\s]*\}?|\{?[^{}\s]*\}\}/;
const REFERENCE = /\{\{\s*([^{}]*?)\s*\}\}/y;

/**
 * Puts the fact a reference names in its place.
 *
 * Input: `Call {{every-woman-counts.phone}}.`
 * Output: `Call <a class="phone" href="tel:+18005112300"><bdi dir="ltr">1-800-511-2300</bdi></a>.`
 */
export const references: MarkupRule = (md) => {
  md.inline.ruler.before('text', 'reference', (state, silent) => {
    REFERENCE.lastIndex = state.pos;
    const match = REFERENCE.exec(state.src);
    if (!match) return false;
    const context = contextOf(state.env);
    const [whole, name = ''] = match;
    const reference = context.references.get(name);
    if (!silent) {
      const token = state.push('reference', '', 0);
      if (reference) {
        const { html, text } = renderReference(reference, nextId(context));
        token.content = text;
        token.info = name;
        token.meta = { html };
      } else {
        token.meta = { html: '', unknown: name };
      }
    }
    state.pos += whole.length;
    return true;
  });
  md.core.ruler.after('inline', 'unknown_references', (state) => {
    const context = contextOf(state.env);
    const known = [...context.references.keys()].map((key) => `{{${key}}}`).join(', ');
    const fix = `use one of ${known}, or add the fact to its record in content/programs/.`;
    for (const { block, line } of blocksWithLines(state.tokens)) {
      // The description of a picture is text inside its token.
      for (const token of (block.children ?? []).flatMap((child) => [child, ...(child.children ?? [])])) {
        const { unknown } = (token.meta ?? {}) as { unknown?: string };
        if (unknown !== undefined) {
          context.faults.push({ line, what: `There is no fact named {{${unknown}}}.`, fix, fact: unknown });
        }
        const halfOpen = token.type === 'text' ? HALF_OPEN.exec(token.content) : undefined;
        if (halfOpen) context.faults.push({ line, what: `There is no fact named ${halfOpen[0]}.`, fix });
      }
    }
  });
  md.renderer.rules.reference = (tokens, index) => (tokens[index]?.meta as { html: string }).html;
};
