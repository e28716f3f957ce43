import { contextOf, type MarkupRule } from '../markup-context.ts';

const ATTRIBUTES = /\s*\{\s*#([^\s{}]+)((?:\s+\.[^\s{}]+)*)\s*\}$/;
const ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/**
 * Takes the stable id, and the kind of a section if it has one, off the end of a heading. Ids are shared by
 * all translations; they say which section is which when the words say nothing to the reader of the code.
 *
 * Input: `## Tests {#tests}`, `## Danger signs {#danger-signs .danger}`
 * Output: heading tokens with the attributes `id` and `class`
 */
export const headingIds: MarkupRule = (md) => {
  md.core.ruler.before('inline', 'heading_ids', (state) => {
    const { faults } = contextOf(state.env);
    state.tokens.forEach((token, index) => {
      if (token.type !== 'heading_open') return;
      const inline = state.tokens[index + 1];
      const line = (token.map?.[0] ?? 0) + 1;
      const match = inline && ATTRIBUTES.exec(inline.content);
      if (!inline || !match) {
        const fix = 'add the id of this section, for example {#tests}: the same as in the source language.';
        faults.push({ line, what: `The heading "${inline?.content ?? ''}" has no id.`, fix });
        return;
      }
      const [whole, id = '', classes = ''] = match;
      inline.content = inline.content.slice(0, -whole.length);
      if (inline.content.trim() === '') {
        faults.push({
          line,
          what: `The heading {#${id}} has no words.`,
          fix: 'write them before the id: ## Tests {#tests}',
        });
      }
      if (!ID.test(id)) {
        const fix =
          'use small Latin letters, digits and single dashes, starting with a letter, for example {#danger-signs}.';
        faults.push({ line, what: `"${id}" cannot be the id of a section.`, fix });
      }
      token.attrSet('id', id);
      const kinds = classes.split(/\s+\./).filter(Boolean);
      if (kinds.length > 0) token.attrSet('class', kinds.join(' '));
    });
  });
};
