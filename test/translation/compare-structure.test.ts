import { describe, expect, it } from 'vitest';
import { compareStructure } from '../../src/translation/compare-structure.ts';
import { sampleHandout, sampleText } from './sample-handout.ts';

const SOURCE = `## One {#one}

Take 130–179 drops. Call {{emergency}}.

- a
- b

### Part {#part}

| x | y |
| --- | --- |
| 1 | [z](#tests) |

## Two {#two .caution}

Text.
`;

/** What is said of a translation that differs from the source in one passage. */
function compareWith(passage: string | RegExp, replacement: string): string[] {
  const handout = sampleHandout(sampleText('en', SOURCE), sampleText('es', SOURCE.replace(passage, replacement)));
  return compareStructure(handout).map(({ where, what }) => `${where.file}:${where.line} ${what}`);
}

describe('a translation', () => {
  it('may say everything in other words', () => {
    expect(compareWith(/drops|Text|Part|One/g, 'Otra cosa')).toEqual([]);
  });

  it.each([
    ['a section', /## Two[^]*/, '', 'es.md:1 The section {#two} is missing ("Two", en.md:14).'],
    ['a part of a section', /### Part.*\n/, '', 'es.md:1 The section {#part} is missing ("Part", en.md:8).'],
    ['a paragraph', 'Text.', '', 'es.md:14 The section {#two} has 0 paragraphs; the source has 1 (en.md:14).'],
    ['an item of a list', '- b\n', '', 'es.md:1 The section {#one} has 1 list item; the source has 2 (en.md:1).'],
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

  it('may not change a number of the source', () => {
    expect(compareWith('130–179', '130–197')).toHaveLength(1);
  });

  it('may not lose a link of the source', () => {
    expect(compareWith('[z](#tests)', 'z')).toHaveLength(1);
  });

  it('may not make a part of a section one of its own', () => {
    expect(compareWith('### Part', '## Part')).not.toEqual([]);
  });

  it('may not name another fact', () => {
    expect(compareWith('{{emergency}}', '{{checkup.phone}}')).toEqual([
      'es.md:1 The section {#one} uses the facts {{checkup.phone}}; the source uses {{emergency}}.',
    ]);
  });

  it('may not put a section in another place', () => {
    expect(compareWith(/(## One[^]*)(## Two[^]*)/, '$2\n$1')).toEqual([
      'es.md:1 The section {#two} stands where the source has {#one}.',
    ]);
  });
});
