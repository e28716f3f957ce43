import { beforeAll, describe, expect, it } from 'vitest';
import { edited } from '../bad-input/problems-of.ts';
import { type BuiltSite, buildFixtureSite } from '../html/build-fixture-site.ts';
import { sortProblems } from '../../src/problem.ts';
import { printBuilt, problemsWithPage, problemsWithPanel, withPage } from './print-built-site.ts';

const ID = 'full/en/water';
const PDF = 'print/full/en/water-english-en.pdf';
/** The panels of all clinics in that language and form. */
const PANELS = 'panels/en/standard';
const PHONE_MISSING = `content/clinics/full.yaml This text is missing from ${PANELS}: "1-800-555-0101"`;
const MARKDOWN = 'content/handouts/water/en.md';

let built: BuiltSite;
beforeAll(async () => {
  built = await buildFixtureSite();
});

const problemsWith = (change: (html: string) => string, id = ID): Promise<string[]> =>
  problemsWithPage(built, id, change);
const without = (part: string | RegExp) => (html: string) => html.replace(part, '');
const withImage = (src: string) => (html: string) => html.replace('</h1>', `</h1><img src="${src}" alt="">`);

describe('a page that asks for something', () => {
  it('from another host is not printed', async () => {
    const problems = await problemsWith(withImage('https://example.com/x.png'));
    expect(problems[0]).toBe(
      `${PDF} While it was printed, the page asked for https://example.com/x.png, which is not part of this site.`,
    );
    expect(problems[1]).toContain('could not load https://example.com/x.png (net::ERR_');
  });

  it('by its number, past all names, is not printed either', async () => {
    expect((await problemsWith(withImage('http://127.0.0.1:9/x.png')))[0]).toContain(
      'asked for http://127.0.0.1:9/x.png',
    );
  });

  it('that the build did not make is not printed', async () => {
    const problems = await problemsWith(withImage('/missing.png'));
    expect(problems[0]).toMatch(/the page could not load http:\/\/127\.0\.0\.1:\d+\/missing\.png \(status 404\)\.$/);
  });

  it('that is a damaged picture is not printed', async () => {
    expect((await problemsWith(withImage('data:image/png;base64,AAAA'))).join()).toContain(
      'a picture that cannot be drawn',
    );
  });

  it('from a style sheet is found out as well', async () => {
    const style = '<style>h1{background:url(https://example.com/y.png)}</style></head>';
    expect((await problemsWith((html) => html.replace('</head>', style)))[0]).toContain('https://example.com/y.png');
  });

  it('does not spoil the next sheet of the same browser', async () => {
    const spoilt = await problemsWith(withImage('/missing.png'));
    expect(spoilt).not.toEqual([]);
    expect((await printBuilt(built, { ids: [ID], workers: 1 })).problems).toEqual([]);
  });
});

describe('a page that lost something', () => {
  it('is found out by one item of a list, named by its line of the Markdown', async () => {
    expect(await problemsWith(without('<li>Confusion</li>'))).toEqual([
      `${MARKDOWN}:24 This text is missing from ${PDF}: "Confusion"`,
    ]);
  });

  it('is found out by one word', async () => {
    expect((await problemsWith(without('cannot ')))[0]).toContain(`${MARKDOWN}:30 This text is missing`);
  });

  it('is found out in Arabic by one letter', async () => {
    const problems = await problemsWith((html) => html.replace('تشوّش في الذهن', 'تشوّش في الذه'), 'full/ar/water');
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^content\/handouts\/water\/ar\.md:\d+ This text is missing.*"تشوّش في الذهن"$/);
  });

  it('is found out by the clinic’s phone number, as a text and as a link', async () => {
    const problems = await problemsWithPanel(built, ID, without(/<a class="phone panel__phone".*?<\/a>/));
    // On either clinic's panel of each handout: they are printed together.
    expect(problems.filter((problem) => problem.includes('full.yaml'))).toEqual([PHONE_MISSING, PHONE_MISSING]);
    expect(problems.filter((problem) => problem.includes('bare.yaml'))).toHaveLength(2);
  });

  it('is found out by a number with two digits swapped', async () => {
    const problems = await problemsWithPanel(built, ID, (template) =>
      template.replace('panel.booking.display', "panel.booking.display | replace('0101', '0110')"),
    );
    expect(problems).toEqual([
      PHONE_MISSING,
      PHONE_MISSING,
      `${PANELS} The number 1-800-555-0110 stands here, but in none of its texts.`,
    ]);
  });

  it('is found out by its notice that it is a draft', async () => {
    const problems = await problemsWith(without(/<p class="notice">.*?<\/p>/s), 'full/ar/water');
    expect(problems.some((problem) => problem.startsWith('locales/ar/ui.json This text is missing'))).toBe(true);
  });

  it('is found out by a footer without its code and edition', async () => {
    const problems = await problemsWith(without(/@bottom-left\{[^}]*\}/));
    expect(problems.filter((problem) => /The footer of page [12] lacks "/.test(problem)).length).toBeGreaterThanOrEqual(
      2,
    );
  });

  it('is found out by its language', async () => {
    expect((await problemsWith((html) => html.replace('<html lang="en"', '<html lang="es"'))).join('\n')).toContain(
      `The PDF’s language is "es" instead of "en".`,
    );
  });
});

describe('a page that hides something', () => {
  it.each([
    ['display: none', '#ask-first p{display:none}'],
    ['paint that is cut off', '#questions{overflow:hidden;height:1em}'],
    ['text outside the paper', '#ask-first p{position:absolute;inset-inline-start:-2000px}'],
    ['a section cut off by its box', '#ask-first{overflow:hidden;height:1em}'],
    ['text of no size', '#ask-first p{font-size:0}'],
  ])('is found out: %s', async (_case, css) => {
    const problems = await problemsWith((html) => html.replace('</head>', `<style>${css}</style></head>`));
    expect(problems.join('\n')).toMatch(/This text is missing from print\/|wider than its column/);
  });
});

describe('a handout that is too long for its sheet', () => {
  it('is an error of its author, with the millimetres and what to shorten', async () => {
    const long = Array.from(
      { length: 90 },
      (_, index) => `Drink water again, as you did before, because it does you good (part ${index}).`,
    );
    const changes = await edited('content/handouts/walking/en.md', 'Take water with you.', long.join('\n\n'));
    const site = await buildFixtureSite({
      ...changes,
      'content/handouts/walking/ar.md': null,
      'content/handouts/water/ar.md': null,
    });
    const { value, problems: all } = await printBuilt(site, { ids: ['bare/en/walking'], workers: 1 });
    expect(value).toEqual([]);
    const problems = sortProblems(all);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.where).toEqual({ file: 'content/handouts/walking/en.md' });
    expect(problems[0]?.what).toMatch(
      /^This handout does not fit on one sheet with room for a clinic: at 12 points it is \d+ mm too long\.$/,
    );
    expect(problems[0]?.fix).toMatch(/^shorten the text by about \d+ lines\.$/);
  });

  it('may be too wide as well: a word that fits no column', async () => {
    const url = built.sheets.find((sheet) => sheet.id === ID)?.url ?? '';
    const wide = withPage(built, url, (html) => html.replace('Fainting', 'F'.repeat(400)));
    const { value, problems } = await printBuilt(wide, { ids: [ID], workers: 1 });
    expect(value).toEqual([]);
    expect(problems[0]?.where).toEqual({ file: MARKDOWN });
    expect(problems[0]?.what).toMatch(/^Something is wider than its column on the sheet: "[^"]*F+"$/);
    expect(problems[0]?.fix).toBe('break up the longest word.');
  });
});

describe('a page that says more than its texts', () => {
  it('is found out by a number that stands in none of them', async () => {
    expect(await problemsWith((html) => html.replace('<h1>', '<p>Take 37 pills.</p><h1>'))).toEqual([
      `${PDF} The number 37 stands here, but in none of its texts.`,
    ]);
  });
});

describe('a heading that is not printed', () => {
  it('is a problem that names it, as any other lost text', async () => {
    const problems = await problemsWith((html) =>
      html.replace('</head>', '<style>#ask-first{display:none}</style></head>'),
    );
    expect(problems.join('\n')).toContain('"Ask first"');
  });
});
