import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitMarkdown } from '../../src/exchange/split-markdown.ts';
import { replaceRanges, rewrite } from '../../src/exchange/write-passage.ts';

const shown = (body: string): string[] =>
  splitMarkdown(body).flatMap(({ passages }) => passages.map(({ id, kind, text }) => `${id} ${kind}: ${text}`));

describe('the passages of a handout', () => {
  it('are headings, paragraphs, items, filled cells, and the words of pictures', () => {
    const body = [
      '## Tests {#tests .worksheet}',
      '',
      'One line',
      'and its end.',
      '',
      '1. First',
      '   goes on',
      '   - Within ___',
      '',
      '![Seen \\[here\\]](../../pictures/a.svg "A \\"label\\"")',
      '![Other](../../pictures/b.svg "B")',
      '',
      '| When | How \\| much |',
      '| --- | --- |',
      '| Morning | |',
      '### Part {#part}',
      '- ![](../../pictures/c.svg) Icon',
    ];
    const expected = [
      'tests.0 heading: Tests',
      'tests.1 paragraph: One line and its end.',
      'tests.2 item: First goes on',
      'tests.3 item: Within ___',
      'tests.4 description: Seen \\[here\\]',
      'tests.5 label: A "label"',
      'tests.6 description: Other',
      'tests.7 label: B',
      'tests.8 cell: When',
      'tests.9 cell: How | much',
      'tests.10 cell: Morning',
      'part.0 heading: Part',
      'part.1 item: ![](../../pictures/c.svg) Icon',
    ];
    expect(shown(body.join('\n'))).toEqual(expected);
    expect(shown(body.join('\r\n'))).toEqual(expected);
  });

  it('can each be given other words, and all else stays', () => {
    const word = fc.stringMatching(/^[a-zé漢ع]{1,8}( [a-zé漢ع|"]{1,8}){0,3}$/);
    const lines = fc.constantFrom(
      '- item one',
      'A paragraph.',
      '| a | b |\n| --- | --- |\n| c | |',
      '![x](../../pictures/a.svg "y")',
    );
    const body = fc.tuple(fc.array(lines, { minLength: 1, maxLength: 6 }), fc.constantFrom('\n', '\r\n'));
    fc.assert(
      fc.property(body, word, fc.nat(), ([blocks, lineEnd], words, at) => {
        const text = ['## Head {#head}', ...blocks, ''].join('\n\n').replaceAll('\n', lineEnd);
        const passages = splitMarkdown(text)[0]?.passages ?? [];
        const chosen = passages[at % passages.length];
        if (!chosen) throw new Error('There is no passage.');
        const replacement = rewrite(chosen, words, text);
        const written = replaceRanges(text, [replacement]);
        const found = splitMarkdown(written)[0]?.passages ?? [];
        expect(found.map((passage) => passage.text)).toEqual(
          passages.map((passage) => (passage === chosen ? words : passage.text)),
        );
        expect(written.slice(0, chosen.range.start)).toBe(text.slice(0, chosen.range.start));
        expect(written.endsWith(text.slice(chosen.range.end))).toBe(true);
      }),
    );
  });
});
