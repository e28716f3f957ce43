import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { editFrontMatter } from '../../src/handout/edit-front-matter.ts';

const FILE = `---
# Kept as it is.
title:   "Odd"   # spacing
notes:
  - one
  - two
edition: 1
---

## A {#a}

---
`;

describe('editing front matter', () => {
  it('replaces a key where it stands, and leaves every other byte as it was', () => {
    expect(editFrontMatter(FILE, { notes: ['three'] })).toBe(FILE.replace('  - one\n  - two\n', '  - three\n'));
    expect(editFrontMatter(FILE, { edition: 2 })).toBe(FILE.replace('edition: 1', 'edition: 2'));
  });

  it('puts a new key last, and takes one out', () => {
    expect(editFrontMatter(FILE, { madeFrom: { a: '0123456789ab' } })).toBe(
      FILE.replace('edition: 1\n', 'edition: 1\nmadeFrom:\n  a: 0123456789ab\n'),
    );
    expect(editFrontMatter(FILE, { notes: undefined })).toBe(FILE.replace('notes:\n  - one\n  - two\n', ''));
  });

  it('keeps the line ends of the file', () => {
    const windows = FILE.replaceAll('\n', '\r\n');
    expect(editFrontMatter(windows, { edition: 2 })).toBe(windows.replace('edition: 1', 'edition: 2'));
    expect(editFrontMatter(windows, { x: ['a'] })).toBe(
      windows.replace('edition: 1\r\n', 'edition: 1\r\nx:\r\n  - a\r\n'),
    );
  });

  it('reads back as what was set, whatever it is', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z][a-z-]{0,8}$/), fc.string()), (value) => {
        const [, yaml = '', body] = /^---\n([^]*?\n)---\n([^]*)$/.exec(editFrontMatter(FILE, { value })) ?? [];
        expect(parse(yaml)).toEqual({ title: 'Odd', notes: ['one', 'two'], edition: 1, value });
        expect(body).toBe('\n## A {#a}\n\n---\n');
      }),
    );
  });
});
