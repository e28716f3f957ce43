import { describe, expect, it } from 'vitest';
import { edited, problemsOf } from './problems-of.ts';

const EN = 'content/handouts/walking/en.md';
const AR = 'content/handouts/walking/ar.md';
const SUN = 'content/pictures/sun.svg';
const drawing = (inner: string): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${inner}</svg>`;
const PICTURES = { [SUN]: drawing('<circle r="9"/>'), 'content/pictures/shoe.svg': drawing('<path d="M1 2"/>') };

/** The site with two pictures, and with a text in place of the last sentence of a handout and of its translation. */
async function handoutWith(english: string, arabic?: string): Promise<Record<string, string>> {
  return {
    ...PICTURES,
    ...(await edited(EN, 'Take water with you.', `\n\n${english}`)),
    ...(arabic === undefined ? {} : await edited(AR, 'خذوا الماء معكم.', `\n\n${arabic}`)),
  };
}

const SHOWN = '![The sun](../../pictures/sun.svg "Noon")';
const SHOWN_IN_ARABIC = '![الشمس](../../pictures/sun.svg "الظهر")';

/** The Arabic of the site was reviewed, and the test has changed it. */
const ONLY_A_LAPSED_REVIEW =
  /^warning content\/handouts\/walking\/ar\.md\n {2}The review of Layla Example \(2026-11-22\) no longer holds .*\n.*$/;

describe('a picture in a handout', () => {
  it('is accepted when it is there, with words and a label, in every language', async () => {
    expect(await problemsOf(await handoutWith(SHOWN, SHOWN_IN_ARABIC))).toMatch(ONLY_A_LAPSED_REVIEW);
  });

  it('is refused when its file is missing', async () => {
    const problems = await problemsOf(await handoutWith('![The moon](../../pictures/moon.svg "Night")'));
    expect(problems).toContain(`error content/handouts/walking/en.md:35
  There is no picture "../../pictures/moon.svg".
  To mend it: use one of ../../pictures/shoe.svg, ../../pictures/sun.svg, or add an SVG file to content/pictures/.`);
  });

  it.each(['photo.png', 'sun.SVG'])('is refused when it is no SVG file by its name: %s', async (name) => {
    const changes = {
      ...(await handoutWith(`![The sun](../../pictures/${name} "Noon")`)),
      [`content/pictures/${name}`]: 'x',
    };
    expect(await problemsOf(changes)).toContain(`There is no picture "../../pictures/${name}".`);
  });

  it('is refused when it comes from somewhere else', async () => {
    const problems = await problemsOf(await handoutWith('![The sun](https://example.org/sun.svg "Noon")'));
    expect(problems).toContain('There is no picture "https://example.org/sun.svg".');
  });

  it('is refused when it has no words for those who cannot see it', async () => {
    expect(await problemsOf(await handoutWith('![](../../pictures/sun.svg "Noon")'))).toMatchInlineSnapshot(`
      "error content/handouts/walking/en.md:35
        The picture ../../pictures/sun.svg has no description.
        To mend it: write both: ![what one sees on it, for those who cannot](../../pictures/name.svg "the label below it")"
    `);
  });

  it('is refused when it has no label', async () => {
    expect(await problemsOf(await handoutWith('![The sun](../../pictures/sun.svg)'))).toContain(
      `error content/handouts/walking/en.md:35
  The picture ../../pictures/sun.svg has no label.
  To mend it: write both: ![what one sees on it, for those who cannot](../../pictures/name.svg "the label below it")`,
    );
  });

  it('is refused when it stands in the middle of text', async () => {
    expect(await problemsOf(await handoutWith(`Look: ${SHOWN}`))).toMatchInlineSnapshot(`
      "error content/handouts/walking/en.md:35
        A picture stands in the middle of text.
        To mend it: give it a paragraph of its own, with an empty line before and after; or, as an icon, open a list item with it and leave its brackets empty: - ![](../../pictures/fever.svg) Fever"
    `);
  });

  it('is refused when a phone number is typed into its label or its words', async () => {
    const changes = await handoutWith('![Call 800-555-0199](../../pictures/sun.svg "Or 911")');
    const problems = await problemsOf(changes);
    expect(problems).toContain('The phone number +18005550199 is typed into the text.');
    expect(problems).toContain('The phone number 911 is typed into the text.');
  });

  it('is refused when no font has a character of its label', async () => {
    const changes = await handoutWith('![The sun](../../pictures/sun.svg "Noon 𓀀")', SHOWN_IN_ARABIC);
    expect(await problemsOf(changes)).toMatch(
      /^error content\/handouts\/walking\/en\.md:35\n {2}No font has .*U\+13000/m,
    );
  });

  // What is left of a refused picture is refused a second time, as "image", and told to use no pictures at all.
  it('gives one problem for one mistake', async () => {
    const problems = await problemsOf(await handoutWith('![The moon](../../pictures/moon.svg "Night")'));
    expect(problems.match(/^error/gm)).toHaveLength(1);
  });

  // "use one of , or add an SVG file"
  it('is not answered with an empty list where there is no picture at all', async () => {
    const problems = await problemsOf({ ...(await handoutWith(SHOWN)), 'content/pictures': null });
    expect(problems).toContain('There is no picture "../../pictures/sun.svg".');
    expect(problems).not.toContain('one of ,');
  });

  // The address is percent-encoded, the name of the file is not.
  it('is found, or told why not, when its name has a space', async () => {
    const changes = await handoutWith('![The sun](<../../pictures/the sun.svg> "Noon")');
    const problems = await problemsOf({ ...changes, 'content/pictures/the sun.svg': drawing('<path d="M1 2"/>') });
    expect(problems).not.toContain('There is no picture');
  });
});

describe('a translation of a handout with pictures', () => {
  it('is refused when it does not show one', async () => {
    expect(await problemsOf(await handoutWith(SHOWN))).toMatchInlineSnapshot(`
      "error content/handouts/walking/ar.md:24
        The section {#safe} has 0 pictures with a label; the source has 1 (content/handouts/walking/en.md:31).
        To mend it: translate each of them, one by one.
      error content/handouts/walking/ar.md:24
        The section {#safe} shows (none); the source shows sun.svg (content/handouts/walking/en.md:31).
        To mend it: show the same pictures in the same order."
    `);
  });

  it('is refused when it shows another one', async () => {
    const changes = await handoutWith(SHOWN, SHOWN_IN_ARABIC.replace('sun', 'shoe'));
    expect(await problemsOf(changes)).toMatchInlineSnapshot(`
      "warning content/handouts/walking/ar.md
        The review of Layla Example (2026-11-22) no longer holds for all of this translation: the section {#safe} (the words were changed after it).
        To mend it: let a qualified person compare that with the English again, then run: npx handouts review ar walking --name "…" --qualification "…" --date …
      error content/handouts/walking/ar.md:24
        The section {#safe} shows shoe.svg; the source shows sun.svg (content/handouts/walking/en.md:31).
        To mend it: show the same pictures in the same order."
    `);
  });

  it('is refused when an icon is lost', async () => {
    const changes = await edited(EN, '1. Put', '1. ![](../../pictures/shoe.svg) Put');
    expect(await problemsOf({ ...PICTURES, ...changes })).toContain('The section {#start} shows (none)');
  });

  it('is refused when the words of a picture are left in English', async () => {
    const changes = await handoutWith(SHOWN, '![The sun](../../pictures/sun.svg "الظهر")');
    expect(await problemsOf(changes)).toContain('still has words of the source: "The sun"');
  });

  // The list item and its picture are there, so nothing is missed.
  it('is refused when the words after an icon are lost', async () => {
    const changes = {
      ...PICTURES,
      ...(await edited(EN, '1. Put', '1. ![](../../pictures/shoe.svg) Put')),
      ...(await edited(AR, '1. البسوا حذاءً جيدًا.', '1. ![](../../pictures/shoe.svg)')),
    };
    expect(await problemsOf(changes)).toContain('error content/handouts/walking/ar.md');
  });

  // The facts of a section are looked for in its paragraphs, not in its labels.
  it('is refused when a label loses a fact', async () => {
    const changes = await handoutWith(SHOWN.replace('Noon', 'Ask {{free-checkup.name}}'), SHOWN_IN_ARABIC);
    expect(await problemsOf(changes)).toContain('uses the facts (none)');
  });

  // A label counts as its translator's own words from end to end.
  it('is accepted when its label has marked words of the source', async () => {
    const changes = await handoutWith(
      SHOWN.replace('Noon', 'Say: I feel faint today'),
      SHOWN_IN_ARABIC.replace('الظهر', 'قولوا: [I feel faint today](lang:en)'),
    );
    expect(await problemsOf(changes)).toMatch(ONLY_A_LAPSED_REVIEW);
  });
});

describe('a picture file that is not right', () => {
  const problemsWith = (content: string | Uint8Array): Promise<string> => problemsOf({ [SUN]: content });

  it('is refused when it has words in it, which no language could translate', async () => {
    expect(await problemsWith(drawing('<text>Noon</text><g>Midday</g>'))).toMatchInlineSnapshot(`
      "error content/pictures/sun.svg
        The drawing has a <text> in it.
        To mend it: draw it with shapes alone, in black lines; words stand in the handout, beside the picture.
      error content/pictures/sun.svg
        The drawing has the words "Midday" in it.
        To mend it: draw it with shapes alone, in black lines; words stand in the handout, beside the picture."
    `);
  });

  it('is refused when it has a script in it', async () => {
    expect(await problemsWith(drawing('<script>alert(1)</script><path onload="alert(1)"/>'))).toMatchInlineSnapshot(`
      "error content/pictures/sun.svg
        The drawing has a <script> in it.
        To mend it: draw it with shapes alone, in black lines; words stand in the handout, beside the picture.
      error content/pictures/sun.svg
        The drawing has the attribute onload in it.
        To mend it: draw it with shapes alone, in black lines; words stand in the handout, beside the picture."
    `);
  });

  it('is refused when it has a colour of its own', async () => {
    expect(await problemsWith(drawing('<path fill="red"/>'))).toContain(
      'The drawing has fill="red"; it may have currentColor and none.',
    );
  });

  it('is refused when it is no drawing', async () => {
    expect(await problemsWith('The sun')).toMatchInlineSnapshot(`
      "error content/pictures/sun.svg
        This file is not one SVG drawing and nothing else.
        To mend it: save the drawing as plain SVG."
    `);
  });

  it('is refused when its size is not known', async () => {
    expect(await problemsWith('<svg><path d="M1 2"/></svg>')).toMatchInlineSnapshot(`
      "error content/pictures/sun.svg
        The drawing has no viewBox of whole numbers that starts at 0 0.
        To mend it: start it with <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 WIDTH HEIGHT">."
    `);
  });

  it('is refused when it is empty', async () => {
    expect(await problemsWith('\n')).toMatch(/^error content\/pictures\/sun\.svg\n {2}This file is empty\./);
  });

  it('is refused when it is saved in another encoding', async () => {
    const latin1 = Buffer.from(drawing('<!-- été -->'), 'latin1');
    expect(await problemsWith(latin1)).toMatch(
      /^error content\/pictures\/sun\.svg:1\n {2}This file is not UTF-8 text\./,
    );
  });

  it('is not called missing when only its drawing is refused', async () => {
    const changes = { ...(await handoutWith(SHOWN, SHOWN_IN_ARABIC)), [SUN]: drawing('<text>Noon</text>') };
    const problems = await problemsOf(changes);
    expect(problems).toContain('The drawing has a <text> in it.');
    expect(problems).not.toContain('There is no picture');
  });

  // One file saved wrongly gives two problems in each language of each handout that shows it.
  it('is not called missing in every handout that shows it', async () => {
    const changes = { ...(await handoutWith(SHOWN, SHOWN_IN_ARABIC)), [SUN]: 'The sun' };
    const problems = await problemsOf(changes);
    expect(problems).toContain('This file is not one SVG drawing and nothing else.');
    expect(problems).not.toContain('There is no picture');
  });
});
