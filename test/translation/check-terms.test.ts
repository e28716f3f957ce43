import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../src/problem.ts';
import { checkSourceTerms, checkTerms } from '../../src/translation/check-terms.ts';
import { sampleGlossary } from './sample-glossary.ts';
import { samplePair } from './sample-pair.ts';

const GLOSSARY = await sampleGlossary(`terms:
  dialysis:
    source: [dialysis]
    avoid: [blood wash]
    translations:
      es:
        use: diálisis
        avoid: [lavado de sangre, hemodi]
      ar:
        use: غسيل الكلى
        forms: [الغسيل الكلوي]
      ru:
        use: диализ
        avoid: [гемодиализ]
  thinner:
    source: [blood thinner, anticoagulant]
    translations:
      ru:
        use: препарат, разжижающий кровь
        forms: [разжижающ, антикоагулянт]
`);
const check = (locale: string, source: string, translated: string): string =>
  checkTerms([samplePair(locale, source, translated)], GLOSSARY)
    .map(formatProblem)
    .join('\n');

describe('a translation of a text that has a term', () => {
  it('is refused without the agreed word, with its place, its source and where it was agreed', () => {
    expect(check('es', 'Go to dialysis.', 'Vaya a su tratamiento.')).toMatchInlineSnapshot(`
      "error es.md:5
        The section {#tests} lacks "diálisis", the agreed word for "dialysis" (en.md:3).
        To mend it: use it, or, if the form you used is right too, add it to the forms in content/glossary.yaml:7."
    `);
  });

  it.each([
    ['es', 'Vaya a la diálisis.'],
    ['es', 'DIÁLISIS'],
    ['es', 'Vaya a la dia\u0301lisis.'],
    ['es', 'la autodiálisis en casa'],
    ['ar', 'اذهبوا إلى غسيل الكلى.'],
    ['ar', 'للغسيل الكلوي أو الغسيل الكلوي.'],
    ['ar', 'غسيل\nالكلى'],
    ['ru', 'во время диализа'],
  ])('is right with the agreed word in any letters, endings and spacing: %s, %s', (locale, translated) => {
    expect(check(locale, 'Go to dialysis.', translated)).toBe('');
  });

  it.each(['разжижающего кровь', 'Антикоагулянты', 'ПРЕПАРАТ, РАЗЖИЖАЮЩИЙ КРОВЬ'])(
    'is right with any of the forms and stems: %s',
    (translated) => expect(check('ru', 'Take a blood thinner.', `Лекарство: ${translated}.`)).toBe(''),
  );

  it('is refused with a part of the stem only', () => {
    expect(check('ru', 'Take a blood thinner.', 'разжижа')).toContain(
      'lacks "препарат, разжижающий кровь", the agreed word for "blood thinner" (en.md:3)',
    );
  });

  it.each(['Dialysis', 'blood thinners', 'Blood Thinner', 'blood-thinner', 'blood\nthinner', '“anticoagulants”'])(
    'is known by its plural, its letter case and its hyphens: %s',
    (term) => expect(check('ru', `About ${term}: ask.`, 'Спросите.')).toContain('the agreed word for'),
  );

  it.each(['hemodialysis', 'dialysisx', 'bloodthinner', 'anticoagulation', 'blood thinnest', 'nothing'])(
    'is not one of a text that has only a part of it: %s',
    (word) => expect(check('ru', `About ${word}: ask.`, 'Спросите.')).toBe(''),
  );

  it('is not refused in a language that has agreed on no word yet', () => {
    expect(check('es', 'Take a blood thinner.', 'Tome su medicina.')).toBe('');
  });

  it('is refused once for each term it lacks', () => {
    const problems = check('ru', 'Dialysis and a blood thinner.', 'Спросите.');
    expect(problems.match(/^error/gm)).toHaveLength(2);
  });
});

describe('a forbidden word', () => {
  it('is refused with the line of the glossary that forbids it', () => {
    expect(check('es', 'Go there.', 'Vaya al lavado de sangre.')).toMatchInlineSnapshot(`
      "error es.md:5
        The section {#tests} says "lavado de sangre", which the glossary forbids for "dialysis".
        To mend it: use the agreed word (content/glossary.yaml:3)."
    `);
  });

  it.each([
    ['es', 'HEMODIÁLISIS', 'hemodi'],
    ['es', 'la hemodialisis', 'hemodi'],
    ['es', 'el lavado\nde sangre', 'lavado de sangre'],
    ['ru', 'Гемодиализа', 'гемодиализ'],
  ])('is found in any letters, endings and spacing: %s, %s', (locale, translated, forbidden) => {
    expect(check(locale, 'Go there.', translated)).toContain(`says "${forbidden}", which the glossary forbids`);
  });

  it('is refused beside the agreed word too', () => {
    expect(check('ru', 'Go to dialysis.', 'Диализ (гемодиализ).')).toContain('says "гемодиализ"');
  });

  it('is not forbidden in another language', () => {
    expect(check('ar', 'Go there.', 'lavado de sangre')).toBe('');
  });

  it('of the source language is refused in the source', () => {
    const placed = { text: 'A Blood wash helps.', own: '', where: { file: 'en.md', line: 7 } };
    const problems = checkSourceTerms([{ name: 'The title', placed }], GLOSSARY);
    expect(problems.map(formatProblem).join('\n')).toMatchInlineSnapshot(`
      "error en.md:7
        The title says "blood wash", which the glossary forbids for "dialysis".
        To mend it: use the agreed word (content/glossary.yaml:3)."
    `);
  });

  it('of a translation may stand in the source', () => {
    const placed = { text: 'lavado de sangre', own: '', where: { file: 'en.md', line: 7 } };
    expect(checkSourceTerms([{ name: 'The title', placed }], GLOSSARY)).toEqual([]);
  });
});

describe('a word of the glossary', () => {
  it('is looked for letter by letter, whatever signs it holds', async () => {
    const glossary = await sampleGlossary(`terms:
  test:
    source: ["C++ (a test)"]
    translations: { es: { use: "C++ (prueba)" } }
`);
    const problems = (source: string, translated: string) =>
      checkTerms([samplePair('es', source, translated)], glossary);
    expect(problems('Do C++ (a test) now', 'Una prueba')).toHaveLength(1);
    expect(problems('Do C++ (a test) now', 'Hoy C++ (prueba)')).toEqual([]);
    expect(problems('Do Cxx a test now', 'Una prueba')).toEqual([]);
  });

  it('is missed in every translation that does not hold it, whatever else that says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (words) => {
        fc.pre(!/диализ/iu.test(words));
        expect(check('ru', 'Go to dialysis.', words)).toContain('lacks "диализ"');
        expect(check('ru', 'Go to dialysis.', `${words} диализ ${words}`)).toBe('');
      }),
    );
  });
});
