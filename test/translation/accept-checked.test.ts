import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../src/problem.ts';
import { acceptChecked } from '../../src/translation/accept-checked.ts';
import { languageNamed } from '../language-named.ts';
import { sampleEditions } from './sample-editions.ts';

const FIRST = { body: '## A {#a}\n\nOne.\n\n## B {#b}\n\nTwo.\n' };
const ES = '## A {#a}\n\nUno.\n\n## B {#b}\n\nDos.\n';
const FILE = `---\ntitle: X\nsummary: X\nedition: 1\n---\n\n${ES}`;

function accept(body: string, ids: string[]) {
  const { handout, text } = sampleEditions([FIRST, { body, change: 'meaning' }], { body: ES, edition: 1 });
  const context = { languages: [languageNamed('es')], glossary: { terms: {}, lineOf: () => 1 }, sourceLocale: 'en' };
  const { value, problems } = acceptChecked(FILE, handout, text, ids, context);
  return { value, told: problems.map(formatProblem).join('\n') };
}

describe('accepting sections as made from the English of today', () => {
  it('records them when they pass the gate against it', () => {
    const { value, told } = accept(FIRST.body.replace('One', 'First'), ['a']);
    expect(told).toBe('');
    expect(value).toContain('edition: 2\nmadeFrom:\n');
  });

  it('refuses them, and writes nothing, when they lack what it has', () => {
    const { value, told } = accept(FIRST.body.replace('One.', 'One.\n\nMore, in 5 days.'), ['a']);
    expect(value).toBeUndefined();
    expect(told).toContain('The section {#a} has 1 paragraph; the source has 2');
  });

  it('refuses what is not in both texts, and names what is', () => {
    expect(accept(`${FIRST.body}\n## C {#c}\n\nThree.\n`, ['c', 'x']).told).toMatchInlineSnapshot(`
      "error es.md
        There is nothing to accept: the section {#c} is not in both texts.
        To mend it: name some of: title, summary, a, b.
      error es.md
        There is nothing to accept: the section {#x} is not in both texts.
        To mend it: name some of: title, summary, a, b."
    `);
  });
});
