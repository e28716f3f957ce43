import { describe, expect, it } from 'vitest';
import { edited, problemsOf } from './problems-of.ts';

const EN = 'content/handouts/walking/en.md';
const AR = 'content/handouts/walking/ar.md';
const SAFE = /## ابقوا بأمان[^]*/;

describe('a translation that is not built like its source', () => {
  it('is refused when a section is missing', async () => {
    expect(await problemsOf(await edited(AR, SAFE, ''))).toMatchInlineSnapshot(`
      "warning content/handouts/walking/ar.md
        The review of Layla Example (2026-11-22) no longer holds for all of this translation: the section {#safe} (the translation does not have it).
        To mend it: let a qualified person compare that with the English again, then run: npx handouts review ar walking --name "…" --qualification "…" --date …
      error content/handouts/walking/ar.md:1
        The section {#safe} is missing ("Stay safe", content/handouts/walking/en.md:31).
        To mend it: translate it and put it in the same place."
    `);
  });

  it('is refused when it has a section of its own', async () => {
    const changes = await edited(AR, /$/, '\n## شكرًا {#thanks}\n\nشكرًا.\n');
    expect(await problemsOf(changes)).toMatchInlineSnapshot(`
      "error content/handouts/walking/ar.md:28
        The section {#thanks} is not in content/handouts/walking/en.md.
        To mend it: remove it, or correct its id."
    `);
  });

  it('may have its sections in another order: the sheet has that of the source', async () => {
    expect(await problemsOf(await edited(AR, /(## كيف[^]*)(## ابقوا[^]*)/, '$2\n$1'))).toBe('');
  });

  it('is refused when a section is of another kind', async () => {
    const changes = await edited(AR, '{#safe}', '{#safe .caution}');
    expect(await problemsOf(changes)).toMatchInlineSnapshot(`
      "error content/handouts/walking/ar.md:24
        The section {#safe} is of the kind .caution; in the source it is of no special kind.
        To mend it: end its heading with {#safe}."
    `);
  });

  it('is refused when a step of a list is lost', async () => {
    const changes = await edited(AR, '3. استريحوا عندما تتعبون.\n', '');
    expect(await problemsOf(changes)).toMatchInlineSnapshot(`
      "warning content/handouts/walking/ar.md
        The review of Layla Example (2026-11-22) no longer holds for all of this translation: the section {#start} (the words were changed after it).
        To mend it: let a qualified person compare that with the English again, then run: npx handouts review ar walking --name "…" --qualification "…" --date …
      error content/handouts/walking/ar.md:18
        The section {#start} has 2 list items; the source has 3 (content/handouts/walking/en.md:25).
        To mend it: translate each of them, one by one."
    `);
  });

  it('is refused when a line to write on is lost', async () => {
    const changes = {
      ...(await edited(EN, 'Take water with you.', 'Take with you: ___')),
      ...(await edited(AR, 'خذوا الماء معكم.', 'خذوا معكم:')),
    };
    expect(await problemsOf(changes)).toMatchInlineSnapshot(`
      "warning content/handouts/walking/ar.md
        The review of Layla Example (2026-11-22) no longer holds for all of this translation: the section {#safe} (the words were changed after it).
        To mend it: let a qualified person compare that with the English again, then run: npx handouts review ar walking --name "…" --qualification "…" --date …
      error content/handouts/walking/ar.md:24
        The section {#safe} has 0 of the lines to write on (___); the source has 1 (content/handouts/walking/en.md:31).
        To mend it: end the same items with ___."
    `);
  });

  it('is refused when a worksheet is one in the source only', async () => {
    expect(await problemsOf(await edited(EN, '{#safe}', '{#safe .worksheet}'))).toMatchInlineSnapshot(`
      "error content/handouts/walking/ar.md:24
        The section {#safe} is of no special kind; in the source it is of the kind .worksheet.
        To mend it: end its heading with {#safe .worksheet}."
    `);
  });

  // A heading of nothing but its id is a heading to the parser and to the comparison.
  it('is refused when the words of a heading are lost', async () => {
    expect(await problemsOf(await edited(AR, '## ابقوا بأمان', '##'))).toContain(
      'error content/handouts/walking/ar.md:24',
    );
  });

  // Cells are counted, not read.
  it('is refused when a cell of a table is left empty that the source fills', async () => {
    const changes = await edited('content/handouts/water/ar.md', '| صباحًا |', '| |');
    expect(await problemsOf(changes)).toContain('error content/handouts/water/ar.md');
  });

  it('is told of a lost step also where the file has another mistake', async () => {
    const { [AR]: text = '' } = await edited(AR, '3. استريحوا عندما تتعبون.\n', '<hr>\n');
    const problems = await problemsOf({ [AR]: text });
    expect(problems).toContain('Raw HTML (<hr>) cannot stand in a handout.');
    expect(problems).toContain('The section {#start} has 2 list items; the source has 3');
  });

  it('is not measured by a source that has mistakes itself', async () => {
    const changes = await edited('content/handouts/walking/en.md', '{#start}', '');
    expect(await problemsOf(changes)).not.toContain('ar.md');
  });

  it('is refused when a fact is typed out', async () => {
    const changes = await edited('content/handouts/water/ar.md', 'بالرقم {{emergency}} ', '');
    expect(await problemsOf(changes)).toMatchInlineSnapshot(`
      "error content/handouts/water/ar.md:15
        The section {#call-now} uses the facts (none); the source uses {{emergency}}.
        To mend it: use the same facts, each as often as the source does."
    `);
  });
});

describe('a handout whose sections are not right', () => {
  it('is refused when two sections have the same id', async () => {
    const changes = await edited(EN, '{#safe}', '{#start}');
    expect(await problemsOf(changes)).toMatchInlineSnapshot(`
      "error content/handouts/walking/en.md:31
        The id "start" is already used on line 25.
        To mend it: give each section an id of its own."
    `);
  });

  it('is refused when a kind of section does not exist', async () => {
    const changes = await edited(EN, '{#safe}', '{#safe .warning}');
    expect(await problemsOf({ ...changes, [AR]: null })).toContain('".warning" is not a kind of section.');
  });

  it('is refused when a heading has no id', async () => {
    const changes = await edited(AR, ' {#safe}', '');
    expect(await problemsOf(changes)).toMatchInlineSnapshot(`
      "error content/handouts/walking/ar.md:1
        The section {#safe} is missing ("Stay safe", content/handouts/walking/en.md:31).
        To mend it: translate it and put it in the same place.
      error content/handouts/walking/ar.md:24
        The heading "ابقوا بأمان" has no id.
        To mend it: add the id of this section, for example {#tests}: the same as in the source language."
    `);
  });

  // The id is all that is left of it, and no sheet shows that.
  it('is refused when a heading has no words', async () => {
    expect(await problemsOf(await edited(EN, '## Stay safe', '##'))).toContain(
      'error content/handouts/walking/en.md:31',
    );
  });

  // It is drawn, but not counted: a translation can lose it.
  it('is refused when a line to write on stands in a heading', async () => {
    expect(await problemsOf(await edited(EN, '## Stay safe', '## Stay safe ___'))).toContain(`error ${EN}:31`);
  });

  it('is refused when text stands before the first section', async () => {
    const changes = await edited(EN, '## How to start', 'Welcome.\n\n## How to start');
    expect(await problemsOf(changes)).toMatchInlineSnapshot(`
      "error content/handouts/walking/en.md:25
        This text stands before the first section.
        To mend it: put a ## heading before it, or move it into the summary in the front matter."
    `);
  });

  it('is refused when it has no section at all', async () => {
    const changes = await edited(EN, /## How to start[^]*/, '');
    expect(await problemsOf({ ...changes, [AR]: null })).toContain('This handout has no section.');
  });
});

describe('a translation of another edition', () => {
  it('may say that it is of an older one, if that says the same in other words', async () => {
    const changes = await edited(AR, 'edition: 2', 'edition: 1');
    expect(await problemsOf(changes)).toMatchInlineSnapshot(`
      "warning content/handouts/walking/ar.md
        This translation says all that edition 2 says, but calls itself edition 1.
        To mend it: run: npx handouts translate accept content/handouts/walking/ar.md (it finds the right number)."
    `);
  });

  it('is refused when the source has not come that far', async () => {
    const changes = await edited(AR, 'edition: 2', 'edition: 3');
    expect(await problemsOf(changes)).toMatch(/^error content\/handouts\/walking\/ar\.md/);
  });
});
