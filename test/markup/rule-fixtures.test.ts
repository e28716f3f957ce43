import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createMarkdown } from '../../src/markup/create-markdown.ts';
import { environment } from '../../src/markup/markup-context.ts';
import { sampleContext } from './sample-context.ts';

const FIXTURES = new URL('fixtures/', import.meta.url);
const md = createMarkdown();

/** What the rules make of a text: its HTML, or, since a refused text is never rendered, its faults by line. */
function outcome(input: string, locale: string | undefined): string {
  const context = sampleContext(locale);
  const html = md.render(input, environment(context));
  return context.faults.map(({ line, what }) => `line ${line}: ${what}\n`).join('') || html;
}

// Each file is named <rule>.txt or <rule>.<language>.txt and holds pairs of input and outcome.
for (const name of readdirSync(FIXTURES).sort()) {
  const [rule = '', locale] = name.slice(0, -'.txt'.length).split('.');
  const pairs = [...readFileSync(new URL(name, FIXTURES), 'utf8').matchAll(/^(.+)\n\.\n([^]*?)^\.\n([^]*?)^\.$/gm)];

  describe(`rule ${rule}, language ${locale ?? 'en'}`, () => {
    it('has at least one pair in its fixture file', () => expect(pairs).not.toEqual([]));

    for (const [, heading = '', input = '', expected = ''] of pairs) {
      it(heading, () => expect(outcome(input, locale)).toBe(expected));
    }
  });
}
