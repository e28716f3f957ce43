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

const WORKSHEET = `## My {{checkup.name}} diary {#diary .worksheet}

Say: [Me duele.](lang:es) Pain from 0 to {{checkup.age}}.

![A hot body](../../pictures/fever.svg "Hot")
![An artery](../../pictures/artery.svg "**Open**
and healthy")

- ![](../../pictures/fever.svg) Fever since: ___
- My questions: ___ ___

| Day | Pain |
| --- | --- |
| | |

### Doctor {#doctor}

Name: ___
`;

describe('a section to fill in by hand', () => {
  const { value: [diary] = [], problems } = parse(WORKSHEET, 20);
  const doctor = diary?.parts[0];

  it('is of its own kind', () => {
    expect(problems).toEqual([]);
    expect(diary?.kind).toBe('worksheet');
  });

  it('lists the label of each picture among the texts of the sheet, in order', () => {
    expect(diary?.blocks.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'heading: My Open Door diary',
      'paragraph: Say: Me duele. Pain from 0 to 40.',
      'label: Hot',
      'label: Open and healthy',
      'item: Fever since:',
      'item: My questions:',
      'cell: Day',
      'cell: Pain',
      'cell: ',
      'cell: ',
    ]);
  });

  it('knows the line of every text; labels that stand side by side share that of the first', () => {
    expect(diary?.blocks.map(({ line }) => line)).toEqual([20, 22, 24, 24, 28, 29, 31, 31, 33, 33]);
  });

  it('tells its author’s own words from facts and marked words of another language', () => {
    expect(diary?.heading.own).toBe('My  diary');
    expect(diary?.blocks.slice(0, 2).map(({ own }) => own)).toEqual(['My  diary', 'Say:  Pain from 0 to .']);
  });

  it('names its pictures and icons in order, with the words of those that have some', () => {
    expect(diary?.pictures).toEqual([
      { name: 'fever.svg', alt: 'A hot body' },
      { name: 'artery.svg', alt: 'An artery' },
      { name: 'fever.svg', alt: '' },
    ]);
  });

  it('counts its lines to write on, but not those of its parts', () => {
    expect([diary?.writeLines, doctor?.writeLines]).toEqual([3, 1]);
    expect(doctor?.pictures).toEqual([]);
  });

  it('has no picture and no line to write on where the author put none', () => {
    const [plain] = parse('## A {#a}\n\nText.').value ?? [];
    expect(plain).toMatchObject({ pictures: [], writeLines: 0 });
  });
});

describe('the label of a picture', () => {
  const [section] =
    parse('## A {#a}\n\n![B](../../pictures/fever.svg "Ask: [Sí](lang:es) {{checkup.name}}")').value ?? [];

  // The rule for pictures keeps the plain words of a label only.
  it('is its author’s own without facts and marked words', () => {
    expect(section?.blocks[1]).toMatchObject({ kind: 'label', text: 'Ask: Sí Open Door', own: 'Ask:  ' });
  });

  // Facts are looked for in the tokens of the paragraph, and those of a label are not among them.
  it('names its facts for the section', () => {
    expect(section?.references).toEqual(['checkup.name']);
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
      '- ![](../../pictures/fever.svg) k ___',
      '![l](../../pictures/fever.svg "m")',
      '![n](gone.svg "o ___")',
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
