import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSections } from '../../src/handout/parse-sections.ts';
import { createMarkdown } from '../../src/markup/create-markdown.ts';
import { sampleContext } from '../markup/sample-context.ts';

const md = createMarkdown();
const parse = (body: string, firstLine = 1) => parseSections(md, body, sampleContext(), 'x.md', firstLine);

const BODY = `## Danger {#danger .danger}

### Call {{emergency}} {#call .emergency}

- Fainting
- Fever

## Tests {#tests}

Two **tests**
in one line.

| A | B |
| --- | --- |
| 1 | 2 |
`;

describe('the sections of a handout', () => {
  const { value: [danger, tests] = [], problems } = parse(BODY, 20);

  it('are read without a problem', () => expect(problems).toEqual([]));

  it('hold their parts, with kinds', () => {
    expect(danger).toMatchObject({
      id: 'danger',
      kind: 'danger',
      parts: [{ id: 'call', kind: 'emergency', parts: [] }],
    });
  });

  it('know their line in the file', () => {
    expect([danger?.line, danger?.parts[0]?.line, tests?.line]).toEqual([20, 22, 27]);
  });

  it('name the facts they use, those of the heading too', () => {
    expect(danger?.parts[0]?.references).toEqual(['emergency']);
  });

  it('list every text that must be found again on the sheet', () => {
    expect(danger?.parts[0]?.blocks.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'heading: Call 911',
      'item: Fainting',
      'item: Fever',
    ]);
    expect(tests?.blocks.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'heading: Tests',
      'paragraph: Two tests in one line.',
      'cell: A',
      'cell: B',
      'cell: 1',
      'cell: 2',
    ]);
  });

  it('know the line of every text', () => {
    expect(tests?.blocks.map(({ line }) => line)).toEqual([27, 29, 32, 32, 34, 34]);
  });

  it('hold the HTML of what stands below their heading', () => {
    expect(danger?.html).toBe('');
    expect(danger?.parts[0]?.html).toBe('<ul>\n<li>Fainting</li>\n<li>Fever</li>\n</ul>\n');
  });
});

describe('sections that are not right', () => {
  it.each([
    ['a kind that does not exist', '## A {#a .warning}', '".warning" is not a kind of section.'],
    ['two kinds at once', '## A {#a .danger .caution}', '".danger caution" is not a kind of section.'],
    ['a part before any section', '### A {#a}', 'This ### heading stands before any ## heading.'],
    ['text before any section', 'Text\n\n## A {#a}', 'This text stands before the first section.'],
    ['nothing at all', '', 'This handout has no section.'],
    ['an id given twice', '## A {#a}\n\n### B {#a}', 'The id "a" is already used on line 1.'],
  ])('are refused for %s', (_case, body, what) => {
    expect(parse(body).problems.map((problem) => problem.what)).toContain(what);
  });

  it('keep whole HTML when a heading stands in a list', () => {
    const { value = [], problems } = parse('## A {#a}\n\n- one\n- ## B {#b}\n');
    const html = value.map((section) => section.html).join('');
    expect(problems.length > 0 || html.split('<ul>').length === html.split('</ul>').length).toBe(true);
    expect(problems).not.toEqual([]);
  });

  it('give problems and never throw, whatever stands in the file', () => {
    const line = fc.constantFrom(
      '## A {#a}',
      '### B {#b .danger}',
      '- c',
      '  - ## d',
      '1. e',
      '',
      '| f |',
      '| --- |',
      '{{g}}',
      '> h',
      '---',
      '<i>',
      '    j',
      '```',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(line).map((lines) => lines.join('\n')),
          fc.string({ unit: 'grapheme' }),
        ),
        (body) => {
          const { value = [], problems } = parse(body);
          expect(value.length > 0 || problems.length > 0).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});
