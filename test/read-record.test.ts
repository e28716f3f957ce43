import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { formatProblem } from '../src/problem.ts';
import { parseRecord } from '../src/read-record.ts';

const CupSchema = z.strictObject({
  name: z.string().min(1).describe('the name of the cup.'),
  volume: z.number().optional().describe('how much it holds, in millilitres.'),
  colour: z.enum(['red', 'blue']).optional().describe('red or blue.'),
  parts: z
    .array(z.strictObject({ label: z.string().describe('what the part is called.') }))
    .optional()
    .describe('its parts.'),
  state: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('new') }),
      z.strictObject({ kind: z.literal('old'), year: z.number().describe('the year.') }),
    ])
    .optional()
    .describe('kind: new, or old with year.'),
});
const parseCup = (text: string, firstLine?: number) => parseRecord(text, CupSchema, 'cup.yaml', firstLine);
const problemsOf = (text: string): string => parseCup(text).problems.map(formatProblem).join('\n');

describe('reading a record', () => {
  it('gives its value', () => {
    expect(parseCup('name: Mug\nparts: [{ label: handle }]')).toMatchObject({
      value: { name: 'Mug', parts: [{ label: 'handle' }] },
      problems: [],
    });
  });

  it('leaves a date a text', () => {
    expect(parseCup('name: 2026-11-23').value?.name).toBe('2026-11-23');
  });

  it('finds the line of a value, or of what should hold it', () => {
    const { lineOf } = parseCup('name: Mug\nparts:\n  - label: handle\n  - label: lid');
    expect(lineOf(['parts', 1, 'label'])).toBe(4);
    expect(lineOf(['parts', 1, 'size'])).toBe(4);
    expect(lineOf(['volume'])).toBe(1);
  });

  it('counts lines from where the record starts in its file', () => {
    expect(parseCup('name: Mug\nvolume: big', 10).problems[0]?.where).toEqual({ file: 'cup.yaml', line: 11 });
  });
});

describe('a record that is not right', () => {
  it('gives all its problems at once', () => {
    expect(problemsOf('volume: 1\nparts: [{}]\nlid: 1')).toMatchInlineSnapshot(`
      "error cup.yaml:1
        The key "name" is missing.
        To mend it: add it. It should be: the name of the cup.
      error cup.yaml:2
        The key "parts.0.label" is missing.
        To mend it: add it. It should be: what the part is called.
      error cup.yaml:3
        The key "lid" is not known here.
        To mend it: remove it, or use one of: name, volume, colour, parts, state."
    `);
  });

  it('names the keys that are known at that place', () => {
    expect(problemsOf('name: Mug\nparts:\n  - label: lid\n    size: 1')).toMatchInlineSnapshot(`
      "error cup.yaml:4
        The key "parts.0.size" is not known here.
        To mend it: remove it, or use one of: label."
    `);
  });

  it('names what is missing in one of several forms', () => {
    expect(problemsOf('name: Mug\nstate:\n  kind: old')).toMatchInlineSnapshot(`
      "error cup.yaml:3
        The key "state.year" is missing.
        To mend it: add it. It should be: the year."
    `);
  });

  it.each([
    ['a value left out', 'name:'],
    ['an empty text', 'name: ""'],
    ['a number for a text', 'name: 5'],
    ['a text for a number', 'name: Mug\nvolume: big'],
    ['a text for a list', 'name: Mug\nparts: lid'],
    ['a word that is none of the choices', 'name: Mug\ncolour: green'],
    ['a form that does not exist', 'name: Mug\nstate: { kind: lost }'],
    ['a list for the whole record', '- name: Mug'],
  ])('is told in an author’s words: %s', (_case, text) => {
    const problems = problemsOf(text);
    expect(problems).not.toBe('');
    expect(problems).not.toMatch(/Invalid|expected|received|discriminator|>=|""|see the author guide/);
  });

  it('is told of a reference to nothing, as a text that starts with a star is one', () => {
    expect(problemsOf('name: *Mug')).toMatch(/^error cup\.yaml:1/);
  });

  it('is told of a second document, without the words of the YAML library', () => {
    expect(problemsOf('name: Mug\n---\nname: Cup')).not.toContain('YAML.parse');
  });

  it('gives problems and never a stack trace, whatever stands in the file', () => {
    const yamlLike = fc.string({ unit: fc.constantFrom(...'abc:-[]{}*&!|>#"\' \n\t%@`,?<'.split('')) });
    fc.assert(
      fc.property(fc.oneof(fc.string(), yamlLike), (text) => {
        const { value, problems } = parseCup(text);
        expect(value === undefined).toBe(problems.length > 0);
      }),
      { numRuns: 1000 },
    );
  });
});
