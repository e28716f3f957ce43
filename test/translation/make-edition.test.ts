import { describe, expect, it } from 'vitest';
import { makeEdition } from '../../src/translation/make-edition.ts';
import { sampleEditions } from './sample-editions.ts';

const FILE = `---
title: X
code: SAM
edition: 1
revisions:
  - edition: 1
    date: 2026-11-01
    change: meaning
    note: Note 1.
sources: [x]
---

## A {#a}
`;

describe('making an edition', () => {
  it('numbers it, and puts what its author says of it first', () => {
    const { handout } = sampleEditions([{ body: '## A {#a}' }], { body: '## A {#a}', edition: 1 });
    const note = { change: 'safety', note: 'A new sign.', sections: { a: 'wording' }, date: '2026-11-26' } as const;
    expect(makeEdition(FILE, handout, note)).toBe(
      FILE.replace('edition: 1\n', 'edition: 2\n').replace(
        'revisions:\n',
        'revisions:\n  - edition: 2\n    date: 2026-11-26\n    change: safety\n    note: A new sign.\n    sections:\n      a: wording\n',
      ),
    );
  });
});
