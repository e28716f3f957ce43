import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../src/problem.ts';
import { readSampleGlossary } from './sample-glossary.ts';

const problemsOf = async (yaml: string): Promise<string> =>
  (await readSampleGlossary(yaml)).problems.map(formatProblem).join('\n');

const TERM = `terms:
  dialysis:
    source: [dialysis]
    translations:
      es:
        use: diálisis
`;

describe('the glossary', () => {
  it('gives its terms, with nothing forbidden, kept in Latin letters or to be explained unless it says so', async () => {
    const { value, problems } = await readSampleGlossary(TERM);
    expect(problems).toEqual([]);
    expect(value?.terms).toEqual({
      dialysis: {
        source: ['dialysis'],
        avoid: [],
        keepLatin: false,
        explain: false,
        translations: { es: { use: 'diálisis', forms: [], avoid: [] } },
      },
    });
  });

  it('knows the line of each term', async () => {
    const { value } = await readSampleGlossary(TERM);
    expect(value?.lineOf(['terms', 'dialysis', 'translations', 'es'])).toBe(6);
  });

  it('may be missing: a press without one agrees on no terms', async () => {
    expect(await readSampleGlossary(null)).toEqual({ problems: [] });
  });
});

describe('a glossary that is not right', () => {
  it('is refused when it has a language that the press has not', async () => {
    expect(await problemsOf(`${TERM}      ex:\n        use: diálisis\n`)).toMatchInlineSnapshot(`
      "error content/glossary.yaml:8
        "ex" is not a language of this press.
        To mend it: use one of: en, es, ar, ru."
    `);
  });

  it('is refused when a term has no word in the source language', async () => {
    expect(await problemsOf(TERM.replace('[dialysis]', '[]'))).toMatchInlineSnapshot(`
      "error content/glossary.yaml:3
        The value of "terms.dialysis.source" is not right: it is empty.
        To mend it: correct it. It should be: the term in the source language, in all its forms; a section that holds one of them needs it."
    `);
  });

  it('is refused when the agreed word is missing', async () => {
    expect(await problemsOf(TERM.replace('use: diálisis', 'forms: [diálisis]'))).toMatchInlineSnapshot(`
      "error content/glossary.yaml:6
        The key "terms.dialysis.translations.es.use" is missing.
        To mend it: add it. It should be: the agreed word of this language."
    `);
  });

  it.each([
    ['the agreed word', TERM.replace('diálisis', '" "'), 6],
    ['a word of the source', TERM.replace('[dialysis]', '[dialysis, ""]'), 3],
    ['a form, which every text would hold', `${TERM}        forms: [""]\n`, 7],
    ['a forbidden word, which every text would hold', `${TERM}        avoid: [" "]\n`, 7],
  ])('is refused when it leaves empty %s', async (_case, yaml, line) => {
    expect(await problemsOf(yaml)).toMatch(new RegExp(`^error content/glossary\\.yaml:${line}\\n.*empty`));
  });

  it('is refused when a key is mistyped: what it forbids would not be forbidden', async () => {
    expect(await problemsOf(`${TERM}        avoids: [hemodiálisis]\n`)).toMatchInlineSnapshot(`
      "error content/glossary.yaml:7
        The key "terms.dialysis.translations.es.avoids" is not known here.
        To mend it: remove it, or use one of: use, forms, avoid, reason."
    `);
  });

  it('is refused when it has no terms', async () => {
    expect(await problemsOf('term:\n')).toMatch(/The key "terms" is missing\.\n.*the agreed terms by a name/);
  });

  it('is refused when it cannot be read', async () => {
    expect(await problemsOf(TERM.replace('[dialysis]', '[dialysis'))).toMatch(/^error content\/glossary\.yaml:\d+/);
    expect(await problemsOf('')).toContain('This file is empty.');
  });
});
