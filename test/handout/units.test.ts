import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashUnit, readUnits } from '../../src/handout/units.ts';

const FILE = `---
title: Water
summary: >-
  Drink
  water.
---

## Danger {#danger .danger}

Call now.

### Signs {#signs}

- Fainting
- Fever

## How much {#how-much}

See [danger](#danger) and [walking](../walking/en.md#start).
`;

const hashes = (text: string): Record<string, string> =>
  Object.fromEntries([...readUnits(text, 'en.md').values()].map(({ id, hash }) => [id, hash]));
/** Units whose hash a change of the file changes. */
function changedBy(passage: string | RegExp, replacement: string): string[] {
  const changed = FILE.replace(passage, replacement);
  expect(changed).not.toBe(FILE);
  const [before, after] = [hashes(FILE), hashes(changed)];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((id) => before[id] !== after[id]);
}

describe('the units of a handout', () => {
  it('are its title, its summary, and each section and part without the parts of its own', () => {
    const units = [...readUnits(FILE, 'en.md').values()];
    expect(units.map(({ id, markdown }) => [id, markdown])).toEqual([
      ['title', 'Water'],
      ['summary', 'Drink water.'],
      ['danger', '## Danger {#danger .danger}\n\nCall now.'],
      ['signs', '### Signs {#signs}\n\n- Fainting\n- Fever'],
      ['how-much', '## How much {#how-much}\n\nSee [danger](#danger) and [walking](../walking/en.md#start).'],
    ]);
  });

  it('are none in a file that cannot be read', () => {
    expect(readUnits('# No front matter', 'en.md').size).toBe(0);
    expect([...readUnits('---\ntitle: [\n---\n\n## A {#a}\n', 'en.md').keys()]).toEqual(['a']);
  });
});

describe('the hash of a unit', () => {
  it.each([
    ['white space', /\n\n- Fainting\n- Fever/, '\n- Fainting\n\n-   Fever  '],
    ['lines broken elsewhere', 'Drink\n  water.', 'Drink water.'],
    ['the kind of a section', ' .danger', ''],
    ['the section that a link leads to', '(#danger)', '(#other)'],
    ['the section of another handout', 'en.md#start', 'en.md#begin'],
    ['the level of a heading', '### Signs', '## Signs'],
    ['another order', /(## Danger[^]*)(## How much[^]*)/, '$2\n$1'],
    ['the ends of lines', /\n/g, '\r\n'],
  ])('is the same after a change of %s', (_what, passage, replacement) => {
    expect(changedBy(passage, replacement)).toEqual([]);
  });

  it.each([
    ['a word', 'Fainting', 'Falling', 'signs'],
    ['a heading', '## Danger', '## Dangers', 'danger'],
    ['the title', 'Water', 'Waters', 'title'],
    ['the summary', 'water.', 'milk.', 'summary'],
    ['a list item', '\n- Fever', '', 'signs'],
    ['the handout that a link leads to', '../walking/', '../running/', 'how-much'],
  ])('is another one after a change of %s, and no other unit changes', (_what, passage, replacement, id) => {
    expect(changedBy(passage, replacement)).toEqual([id]);
  });

  it('does not mind white space, whatever the words are', () => {
    const words = fc.array(fc.stringMatching(/^[^\s#{}()[\]]+$/u), { minLength: 1, maxLength: 12 });
    const space = fc.constantFrom(' ', '\n', '\r\n', '  ', '\t', '\n\n');
    fc.assert(
      fc.property(words, fc.array(space, { minLength: 12, maxLength: 12 }), (list, spaces) => {
        expect(hashUnit(list.map((word, index) => word + spaces[index]).join(''))).toBe(hashUnit(list.join(' ')));
      }),
    );
  });

  it('tells any two different words apart', () => {
    const text = fc.stringMatching(/^[a-z ]{1,30}$/).map((each) => each.trim().replaceAll(/ +/g, ' '));
    fc.assert(
      fc.property(text, text, (one, other) => {
        fc.pre(one !== other);
        expect(hashUnit(one)).not.toBe(hashUnit(other));
      }),
    );
  });
});
