import { describe, expect, it } from 'vitest';
import { edited, problemsOf } from './problems-of.ts';

const EN = 'content/handouts/water/en.md';
const AR = 'content/handouts/water/ar.md';

describe('front matter that is not right', () => {
  it('is refused when it is missing', async () => {
    expect(await problemsOf({ [AR]: '## متى {#help .danger}\n' })).toMatchInlineSnapshot(`
      "error content/handouts/water/ar.md:1
        The front matter is missing: the title, the summary and the rest between two lines of three dashes.
        To mend it: start the file with it; copy the form of another handout."
    `);
  });

  it('is refused when its YAML is broken', async () => {
    const changes = await edited(EN, 'title: Drinking enough water', 'title: Water: how much');
    expect(await problemsOf(changes)).toMatchInlineSnapshot(`
      "error content/handouts/water/en.md:2
        This cannot be read: there is a colon inside the text.
        To mend it: correct this line. Text that holds a colon, or starts with a star or another special sign, needs "double quotes" around it; a key may stand only once; indent with spaces."
    `);
  });

  it('is refused when a text starts with a star, which YAML takes for a reference', async () => {
    const changes = await edited(AR, /title: .*/, 'title: *ماء');
    expect(await problemsOf(changes)).toContain('error content/handouts/water/ar.md:2');
  });

  it('is refused when it has a key that means nothing', async () => {
    const changes = await edited(EN, 'code: WAT', 'code: WAT\nauthor: Ada');
    expect(await problemsOf(changes)).toMatchInlineSnapshot(`
      "error content/handouts/water/en.md:7
        The key "author" is not known here.
        To mend it: remove it, or use one of: title, summary, code, edition, revisions, sources, review."
    `);
  });

  it('is refused when a key is missing', async () => {
    const changes = await edited(AR, /summary: (?:.*\n)*?(?=edition)/, '');
    expect(await problemsOf(changes)).toMatchInlineSnapshot(`
      "error content/handouts/water/ar.md:2
        The key "summary" is missing.
        To mend it: add it. It should be: two or three sentences that sum the handout up."
    `);
  });

  it('is refused when its edition is missing, which is not called a wrong number', async () => {
    const changes = await edited(AR, 'edition: 1\n', '');
    expect(await problemsOf(changes)).toContain('The key "edition" is missing.');
  });

  it('is refused when the date of a revision is missing, which is not called a wrong date', async () => {
    const changes = await edited(EN, '    date: 2026-11-20\n', '');
    expect(await problemsOf(changes)).toContain('The key "revisions.0.date" is missing.');
  });

  it('is refused when a key of the source is repeated in a translation', async () => {
    const changes = await edited(AR, 'edition: 1\n', 'edition: 1\ncode: WAT\n');
    expect(await problemsOf(changes)).toMatchInlineSnapshot(`
      "error content/handouts/water/ar.md:7
        The key "code" is not known here.
        To mend it: remove it, or use one of: title, summary, edition, translation, madeFrom, notes."
    `);
  });

  it('is refused when a key stands twice', async () => {
    const changes = await edited(EN, 'code: WAT', 'code: WAT\ncode: WTR');
    expect(await problemsOf(changes)).toMatchInlineSnapshot(`
      "error content/handouts/water/en.md:7
        This cannot be read: this key stands here for the second time.
        To mend it: correct this line. Text that holds a colon, or starts with a star or another special sign, needs "double quotes" around it; a key may stand only once; indent with spaces."
    `);
  });

  it('is refused when a value is left out', async () => {
    const changes = await edited(AR, /title: .*/, 'title:');
    const problems = await problemsOf(changes);
    expect(problems).toContain(`error ${AR}:2`);
    expect(problems).toContain('the title of the handout, as its readers see it.');
  });

  it('is refused when a reviewed translation does not name its reviewer', async () => {
    const changes = await edited('content/handouts/walking/ar.md', '  name: Layla Example\n', '');
    expect(await problemsOf(changes)).toMatchInlineSnapshot(`
      "error content/handouts/walking/ar.md:6
        The key "translation.name" is missing.
        To mend it: add it. It should be: the reviewer’s full name."
    `);
  });

  it('is refused when the state of a translation is not one of three', async () => {
    const changes = await edited(AR, 'state: machine-draft', 'state: done');
    const problems = await problemsOf(changes);
    expect(problems).toContain(`error ${AR}:8`);
    expect(problems).toContain('It should be: machine-draft, human-draft or reviewed.');
  });

  it('is refused when the date of a revision does not exist', async () => {
    const changes = await edited(EN, '2026-11-20', '2026-02-30');
    expect(await problemsOf(changes)).toMatchInlineSnapshot(`
      "error content/handouts/water/en.md:10
        The value of "revisions.0.date" is not right: not a date such as 2026-11-23.
        To mend it: correct it. It should be: the day of this edition, such as 2026-11-23."
    `);
  });

  it('is refused when the newest revision is not that of the edition', async () => {
    const changes = await edited(EN, 'edition: 1\nrevisions', 'edition: 2\nrevisions');
    expect(await problemsOf(changes)).toMatchInlineSnapshot(`
      "error content/handouts/water/en.md:9
        The newest revision is of edition 1, but the handout says edition 2.
        To mend it: put a revision for this edition first in the list, or correct the number."
    `);
  });

  it('is refused when two handouts have the same code', async () => {
    const changes = await edited(EN, 'code: WAT', 'code: WLK');
    expect(await problemsOf(changes)).toMatchInlineSnapshot(`
      "error content/handouts/water/en.md
        The code WLK is already that of content/handouts/walking/en.md.
        To mend it: give this handout a code of its own."
    `);
  });
});
