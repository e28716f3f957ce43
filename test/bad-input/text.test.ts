import { describe, expect, it } from 'vitest';
import { edited, problemsOf } from './problems-of.ts';

const EN = 'content/handouts/walking/en.md';
const withText = (text: string): Promise<Record<string, string>> => edited(EN, 'Take water with you.', text);

describe('text that a handout may not hold', () => {
  it('is refused when a phone number is typed in', async () => {
    expect(await problemsOf(await withText('Call (800) 555-0199.'))).toMatchInlineSnapshot(`
      "error content/handouts/walking/en.md:33
        The phone number +18005550199 is typed into the text.
        To mend it: write the name of the fact instead, such as {{emergency}}; the names are listed in the README."
    `);
  });

  it('is refused when the emergency number is typed in', async () => {
    expect(await problemsOf(await withText('Call 911.'))).toMatchInlineSnapshot(`
      "error content/handouts/walking/en.md:33
        The phone number 911 is typed into the text.
        To mend it: write the name of the fact instead, such as {{emergency}}; the names are listed in the README."
    `);
  });

  it('is refused when a link leads to a section that does not exist', async () => {
    expect(await problemsOf(await withText('See [this](#gone).'))).toMatchInlineSnapshot(`
      "error content/handouts/walking/en.md:33
        The link to "#gone" leads nowhere.
        To mend it: link to a section (#start, #safe), to another handout in the same language (../walking/en.md, ../water/en.md), or to an https:// address."
    `);
  });

  it('is refused when a link leads to a handout that does not exist', async () => {
    expect(await problemsOf(await withText('See [this](../gone/en.md).'))).toMatchInlineSnapshot(`
      "error content/handouts/walking/en.md:33
        The link to "../gone/en.md" leads nowhere.
        To mend it: link to a section (#start, #safe), to another handout in the same language (../walking/en.md, ../water/en.md), or to an https:// address."
    `);
  });

  it('is refused when a link leads to another language', async () => {
    expect(await problemsOf(await withText('See [this](../water/ar.md).'))).toMatchInlineSnapshot(`
      "error content/handouts/walking/en.md:33
        The link to "../water/ar.md" leads nowhere.
        To mend it: link to a section (#start, #safe), to another handout in the same language (../walking/en.md, ../water/en.md), or to an https:// address."
    `);
  });

  it('is refused when a link dials', async () => {
    expect(await problemsOf(await withText('See [this](tel:+18005550199).'))).toMatchInlineSnapshot(`
      "error content/handouts/walking/en.md:33
        The link to "tel:+18005550199" leads nowhere.
        To mend it: phone numbers come from records: write the name of the fact, such as {{emergency}}; see the README.
      error content/handouts/walking/en.md:33
        The phone number +18005550199 is typed into the text.
        To mend it: write the name of the fact instead, such as {{emergency}}; the names are listed in the README."
    `);
  });

  it('is refused when it holds HTML', async () => {
    expect(await problemsOf(await withText('Take <b>water</b>.'))).toMatchInlineSnapshot(`
      "error content/handouts/walking/en.md:33
        Raw HTML (</b>) cannot stand in a handout.
        To mend it: use only headings, paragraphs, lists, tables, **bold** text, links, pictures and ___ for a line to write on.
      error content/handouts/walking/en.md:33
        Raw HTML (<b>) cannot stand in a handout.
        To mend it: use only headings, paragraphs, lists, tables, **bold** text, links, pictures and ___ for a line to write on."
    `);
  });

  it('is refused when it holds a script', async () => {
    expect(await problemsOf(await withText('\n\n<script>alert(1)</script>'))).toMatchInlineSnapshot(`
      "error content/handouts/walking/en.md:35
        Raw HTML (<script>alert(1)</script>) cannot stand in a handout.
        To mend it: use only headings, paragraphs, lists, tables, **bold** text, links, pictures and ___ for a line to write on."
    `);
  });

  it('is refused when it names a fact nobody recorded', async () => {
    expect(await problemsOf(await withText('Call {{free-checkup.fax}}.'))).toMatchInlineSnapshot(`
      "error content/handouts/walking/en.md:33
        There is no fact named {{free-checkup.fax}}.
        To mend it: use one of {{emergency}}, {{free-checkup.name}}, {{free-checkup.phone}}, {{free-checkup.first-age}}, or add the fact to its record in content/programs/."
    `);
  });

  it('is refused when no font has one of its characters', async () => {
    expect(await problemsOf(await withText('Take water 𓀀 𓀀.'))).toMatchInlineSnapshot(`
      "error content/handouts/walking/en.md:33
        No font has the character "𓀀" (U+13000); on paper it would be an empty box.
        To mend it: write it with other characters, or add a font that has it to this language in locales/languages.yaml."
    `);
  });

  it('is refused when a character was lost before it came here', async () => {
    expect(await problemsOf(await withText('Take caf\uFFFD.'))).toContain(`error ${EN}:33`);
  });

  it('is refused when underscores to write on stand in the middle of it', async () => {
    expect(await problemsOf(await withText('Name: ___ Phone: ___'))).toMatchInlineSnapshot(`
      "error content/handouts/walking/en.md:33
        A line to write on (___) stands inside a text.
        To mend it: move the underscores to the end of the paragraph or list item; in a table, leave the cell empty."
    `);
  });

  it('is refused when underscores stand alone, which is a dividing line', async () => {
    const problems = await problemsOf(await withText('\n\n___'));
    expect(problems).toBe(`error content/handouts/walking/en.md:35
  A dividing line cannot stand in a handout.
  To mend it: use only headings, paragraphs, lists, tables, **bold** text, links, pictures and ___ for a line to write on.`);
  });
});
