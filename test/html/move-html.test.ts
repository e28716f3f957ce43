import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveHtml } from '../../src/html/move-html.ts';
import { createMarkdown } from '../../src/markup/create-markdown.ts';
import { environment } from '../../src/markup/markup-context.ts';
import { sampleContext } from '../markup/sample-context.ts';
import { elementsOf } from './page-elements.ts';

const MOVE = { from: '/es/calciphylaxis/', to: '/es/calciphylaxis/bilingual/', ending: 'own' };

describe('HTML that moves to another page', () => {
  it.each([
    ['an id', '<h2 id="tests">', '<h2 id="tests-own">'],
    ['a link to a place beside it', '<a href="#tests">', '<a href="#tests-own">'],
    ['a link to another page', '<a href="../visit/">', '<a href="../../visit/">'],
    ['a link to a place on another page', '<a href="../visit/#ask">', '<a href="../../visit/#ask">'],
    ['a link to a file', '<a href="../../print/a.pdf">', '<a href="../../../print/a.pdf">'],
    ['a phone number', '<a href="tel:911">', '<a href="tel:911">'],
    ['a web address', '<a href="https://clinic.org/a?b=c&amp;d#e">', '<a href="https://clinic.org/a?b=c&amp;d#e">'],
    ['a mail address', '<a href="mailto:a@clinic.org">', '<a href="mailto:a@clinic.org">'],
    [
      'words that look like attributes',
      '<p>id=&quot;a&quot; href=&quot;#b&quot;',
      '<p>id=&quot;a&quot; href=&quot;#b&quot;',
    ],
    ['another attribute whose name ends so', '<p data-id="a" aria-label="b">', '<p data-id="a" aria-label="b">'],
  ])('has %s as it must be there', (_what, html, moved) => {
    expect(moveHtml(html, MOVE)).toBe(moved);
  });

  it('may come from a page of another language, and from deeper down', () => {
    const move = { from: '/clinics/bare/en/water/', to: '/clinics/bare/ar/water/bilingual/', ending: 'original' };
    expect(moveHtml('<a href="../walking/#start">', move)).toBe('<a href="../../../en/walking/#start">');
    expect(moveHtml('<a href="../../../../languages/">', move)).toBe('<a href="../../../../../languages/">');
  });
});

describe('moving HTML', () => {
  const word = fc.constantFrom(
    ...['Text', '**bold**', '[a](#tests)', '[b](../other/en.md#x)', '[c](https://clinic.org/?q="1"&r)', 'id="a"'],
    ...['{{emergency}}', '{{checkup.name}}', '[words](lang:en)', ' href="#b"', '&quot;', '<', '"'],
  );
  const line = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
  const block = fc.tuple(fc.constantFrom('', '- ', '1. ', '### '), line).map(([start, text]) => start + text);
  const markdown = fc.array(block, { minLength: 1, maxLength: 5 }).map((blocks) => blocks.join('\n\n'));
  const page = fc.constantFrom('/es/water/', '/clinics/bare/es/water/', '/a/', '/es/water/bilingual/');
  const md = createMarkdown();
  const cases = fc.tuple(markdown, page, page).map(([text, from, to]) => ({
    // Only what is without a fault is ever moved; a fault does not change what is rendered here.
    html: `<section id="tests">${md.render(text, environment(sampleContext('ar')))}</section>`,
    move: { from, to, ending: 'own' },
  }));
  const attributesOf = (html: string, name: string): string[] =>
    elementsOf(html).flatMap(({ attributes }) => attributes[name] ?? []);

  it('changes nothing but ids and addresses of links', () => {
    const bare = (html: string): string => html.replaceAll(/ (id|href)="[^"]*"/g, ' $1=""');
    fc.assert(
      fc.property(cases, ({ html, move }) => {
        expect(bare(moveHtml(html, move))).toBe(bare(html));
      }),
    );
  });

  it('gives every id its ending, and none twice that was there once', () => {
    fc.assert(
      fc.property(cases, ({ html, move }) => {
        const ids = attributesOf(html, 'id');
        expect(attributesOf(moveHtml(html, move), 'id')).toEqual(ids.map((id) => `${id}-own`));
      }),
    );
  });

  it('keeps every link where it led: to the same page, or to the same place in what moved with it', () => {
    const base = (path: string) => new URL(path, 'http://site.test/');
    fc.assert(
      fc.property(cases, ({ html, move }) => {
        const before = attributesOf(html, 'href');
        const after = attributesOf(moveHtml(html, move), 'href');
        expect(after).toHaveLength(before.length);
        for (const [index, href] of before.entries()) {
          const moved = after[index] ?? '';
          if (href.startsWith('#')) expect(moved).toBe(`${href}-own`);
          else expect(new URL(moved, base(move.to)).href).toBe(new URL(href, base(move.from)).href);
        }
      }),
    );
  });
});
