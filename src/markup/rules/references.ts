import { contextOf, nextId, type MarkupRule } from '../markup-context.ts';
import { renderReference } from '../inline-text.ts';

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
    for (const block of state.tokens) {
      for (const token of block.children ?? []) {
        const unknown = (token.meta as { unknown?: string } | null)?.unknown;
        if (unknown === undefined) continue;
        const known = [...context.references.keys()].map((key) => `{{${key}}}`).join(', ');
        const fix = `use one of ${known}, or add the fact to its record in content/programs/.`;
        context.faults.push({ line: (block.map?.[0] ?? 0) + 1, what: `There is no fact named {{${unknown}}}.`, fix });
      }
    }
  });
  md.renderer.rules.reference = (tokens, index) => (tokens[index]?.meta as { html: string }).html;
};
