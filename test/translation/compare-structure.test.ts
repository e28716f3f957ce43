import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../src/problem.ts';
import { compareStructure } from '../../src/translation/compare-structure.ts';
import { sampleHandout, sampleText } from './sample-handout.ts';

const SOURCE = `## One {#one}

Take 130–179 drops. Call {{emergency}}.

- ![](../../pictures/fever.svg) a
- b ___ ___

### Part {#part}

| x | y |
| --- | --- |
| 1 | [z](#tests) |

## Two {#two .caution}

Text.

![Open](../../pictures/artery.svg "Healthy")
![Shut](../../pictures/lump.svg "Ill")
`;

/** What is said of a translation that differs from the source in one passage. */
function compareWith(passage: string | RegExp, replacement: string): string[] {
  const handout = sampleHandout(sampleText('en', SOURCE), sampleText('es', SOURCE.replace(passage, replacement)));
  return compareStructure(handout).map(({ where, what }) => `${where.file}:${where.line} ${what}`);
}

/** The same as its author reads it. */
function problemsOf(passage: string | RegExp, replacement: string): string {
  const handout = sampleHandout(sampleText('en', SOURCE), sampleText('es', SOURCE.replace(passage, replacement)));
  return compareStructure(handout).map(formatProblem).join('\n');
}

describe('a translation', () => {
  it('may say everything in other words', () => {
    expect(compareWith(/drops|Text|Part|One|Open|Healthy/g, 'Otra cosa')).toEqual([]);
  });

  it.each([
    ['a section', /## Two[^]*/, '', 'es.md:1 The section {#two} is missing ("Two", en.md:14).'],
    ['a part of a section', /### Part.*\n/, '', 'es.md:1 The section {#part} is missing ("Part", en.md:8).'],
    ['a paragraph', 'Text.', '', 'es.md:14 The section {#two} has 0 paragraphs; the source has 1 (en.md:14).'],
    [
      'an item of a list',
      '- b ___ ___\n',
      '',
      'es.md:1 The section {#one} has 1 list item; the source has 2 (en.md:1).',
    ],
    [
      'a row of a table',
      '| 1 | [z](#tests) |\n',
      '',
      'es.md:8 The section {#part} has 2 table cells; the source has 4 (en.md:8).',
    ],
    [
      'a fact',
      '{{emergency}}',
      'us',
      'es.md:1 The section {#one} uses the facts (none); the source uses {{emergency}}.',
    ],
    [
      'a kind',
      ' .caution',
      '',
      'es.md:14 The section {#two} is of no special kind; in the source it is of the kind .caution.',
    ],
  ])('may not lose %s', (_case, passage, replacement, expected) => {
    expect(compareWith(passage, replacement)).toContain(expected);
  });

  it('may not lose a link of the source', () => {
    expect(problemsOf('[z](#tests)', 'z')).toMatchInlineSnapshot(`
      "error es.md:8
        The section {#part} has the links (none); the source has #tests (en.md:8).
        To mend it: keep every link of the source, and add none."
    `);
  });

  it('may not have a link that the source has not, nor one to another place', () => {
    expect(compareWith('Text.', '[Text](https://clinic.org/).')).toEqual([
      'es.md:14 The section {#two} has the links https://clinic.org/; the source has (none) (en.md:14).',
    ]);
    expect(compareWith('(#tests)', '(https://clinic.org/)')).toEqual([
      'es.md:8 The section {#part} has the links https://clinic.org/; the source has #tests (en.md:8).',
    ]);
  });

  it('may not lose a link of a heading', () => {
    const source = sampleText('en', '## A [test](#tests) {#one}');
    const handout = sampleHandout(source, sampleText('es', '## Una prueba {#one}'));
    expect(compareStructure(handout)).toHaveLength(1);
  });

  it('may have its links in another order', () => {
    const links = ['[a](#tests)', '[b](https://clinic.org/)'];
    const source = sampleText('en', `## One {#one}\n\n${links.join(' and ')}`);
    const translation = sampleText('es', `## Uno {#one}\n\n${links.toReversed().join(' y ')}`);
    expect(compareStructure(sampleHandout(source, translation))).toEqual([]);
  });

  it('may not lose an icon', () => {
    expect(problemsOf('![](../../pictures/fever.svg) ', '')).toMatchInlineSnapshot(`
      "error es.md:1
        The section {#one} shows (none); the source shows fever.svg (en.md:1).
        To mend it: show the same pictures in the same order."
    `);
  });

  it('may not show one icon for another', () => {
    expect(compareWith('fever', 'lump')).toEqual([
      'es.md:1 The section {#one} shows lump.svg; the source shows fever.svg (en.md:1).',
    ]);
  });

  it('may not show its pictures in another order: their labels would be wrong', () => {
    expect(compareWith(/(artery)([^]*)(lump)/, '$3$2$1')).toEqual([
      'es.md:14 The section {#two} shows lump.svg, artery.svg; the source shows artery.svg, lump.svg (en.md:14).',
    ]);
  });

  it('may not lose a picture with its label', () => {
    const problems = compareWith(/!\[Shut.*/, '');
    expect(problems).toContain('es.md:14 The section {#two} has 1 picture with a label; the source has 2 (en.md:14).');
    expect(problems).toContain(
      'es.md:14 The section {#two} shows artery.svg; the source shows artery.svg, lump.svg (en.md:14).',
    );
  });

  it('may not lose a line to write on', () => {
    expect(problemsOf(' ___ ___', '')).toMatchInlineSnapshot(`
      "error es.md:1
        The section {#one} has 0 of the lines to write on (___); the source has 2 (en.md:1).
        To mend it: end the same items with ___."
    `);
  });

  it('may not have a line to write on where the source has none', () => {
    expect(compareWith('Text.', 'Text. ___ ___')).toEqual([
      'es.md:14 The section {#two} has 2 of the lines to write on (___); the source has 0 (en.md:14).',
    ]);
  });

  it('may not have a section that the source has not', () => {
    expect(problemsOf('## Two', '## More {#more}\n\nText.\n\n## Two')).toMatchInlineSnapshot(`
      "error es.md:14
        The section {#more} is not in en.md.
        To mend it: remove it, or correct its id."
    `);
  });

  it('may not name another fact', () => {
    expect(compareWith('{{emergency}}', '{{checkup.phone}}')).toEqual([
      'es.md:1 The section {#one} uses the facts {{checkup.phone}}; the source uses {{emergency}}.',
    ]);
  });

  it('may have its sections in another order, and on another level: a sheet has those of its source', () => {
    expect(compareWith(/(## One[^]*)(## Two[^]*)/, '$2\n$1')).toEqual([]);
    expect(compareWith('### Part', '## Part')).toEqual([]);
  });
});

describe('a text with errors of its own', () => {
  const changed = SOURCE.replace('{{emergency}}', 'us').replace('[z](#tests)', 'z').replace('- b ___ ___\n', '');
  const compare = (change: { source?: boolean; translation?: boolean }) =>
    compareStructure(
      sampleHandout(
        sampleText('en', SOURCE, { isSound: change.source ?? true }),
        sampleText('es', changed, { isSound: change.translation ?? true }),
      ),
    ).map(({ what }) => what);

  it('is compared by its sections alone: what it lost may stand in what could not be read', () => {
    expect(compare({})).toHaveLength(4);
    expect(compare({ translation: false })).toEqual([
      'The section {#one} has 1 list item; the source has 2 (en.md:1).',
    ]);
  });

  it('is nothing a translation is compared with', () => expect(compare({ source: false })).toEqual([]));
});
