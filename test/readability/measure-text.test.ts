import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatReadability } from '../../src/readability/format-readability.ts';
import { measureText } from '../../src/readability/measure-text.ts';
import { languageNamed } from '../language-named.ts';
import { sampleGlossary } from '../translation/sample-glossary.ts';
import { sampleText } from '../translation/sample-handout.ts';

const GLOSSARY = await sampleGlossary(`terms:
  illness: { source: [calciphylaxis], translations: {} }
  doctor: { source: [kidney doctor, nephrologist], translations: {} }
`);
const NAMELESS = { html: '', text: '', own: '', line: 2 };
/** Measures a body under a heading, without title and summary. */
const measure = (locale: string, body: string) =>
  measureText(
    sampleText(locale, `## Test {#test}\n\n${body}`, { title: NAMELESS, summary: NAMELESS }),
    languageNamed(locale),
    GLOSSARY,
  );

describe('an English text', () => {
  it('is measured with and without the named terms, in any letter case and number', () => {
    const measured = measure('en', 'Ask your kidney doctors. Calciphylaxis is bad.');
    if (measured.formula !== 'flesch-kincaid-and-smog') throw new Error(measured.formula);
    // By hand: 3 sentences; test | ask your kidney doctors | calciphylaxis is bad: 8 words, 1 + 6 + 7 syllables.
    expect(measured.grades?.fleschKincaid).toBeCloseTo(0.39 * (8 / 3) + 11.8 * (14 / 8) - 15.59, 10);
    // test | ask your | is bad: 5 words of one syllable.
    expect(measured.gradesWithoutTerms?.fleschKincaid).toBeCloseTo(0.39 * (5 / 3) + 11.8 - 15.59, 10);
    expect(measured.gradesWithoutTerms?.smog).toBe(3.1291);
  });

  it('is measured without the sound of a named term too', () => {
    const measured = measure('en', 'Calciphylaxis (say KAL-sih-fuh-LAK-sis) is bad.');
    if (measured.formula !== 'flesch-kincaid-and-smog') throw new Error(measured.formula);
    expect(measured.gradesWithoutTerms?.smog).toBe(3.1291);
  });

  it('has the facts that a reader sees, and no phone number among its words', () => {
    expect(measure('en', 'Call {{checkup.name}}: {{checkup.phone}}.').sentences.words).toBe(4);
  });

  it('has a sentence for each heading and item, with or without a full stop', () => {
    expect(measure('en', '- one thing\n- two more. Three\n\nAnd all').sentences).toMatchObject({
      unit: 'sentence',
      count: 5,
      words: 8,
      average: 1.6,
    });
  });

  it('has no sentence for cells and labels that are names of things', () => {
    const table = '| Date | Pain. It hurts. |\n| --- | --- |\n| | |';
    expect(measure('en', `![An artery.](../../pictures/artery.svg "Front")\n\n${table}`).sentences).toMatchObject({
      count: 3,
      words: 4,
    });
  });

  it('is told with its longest sentence, and where that stands', () => {
    expect(formatReadability(measure('en', 'One. One two three four.\n\nOne.'))).toMatchInlineSnapshot(`
      [
        "Flesch-Kincaid: grade -3.1 without the named terms, -3.1 with them.",
        "SMOG: grade 3.1 without the named terms, 3.1 with them.",
        "  4 sentences are too few for SMOG, which needs 30: take it as a hint.",
        "7 words in 4 sentences: 1.8 on average.",
        "The longest has 4: en.md:3",
      ]
    `);
  });

  it('is told as too short for SMOG below thirty sentences only', () => {
    const told = (sentences: number) =>
      formatReadability(measure('en', Array.from({ length: sentences }, () => 'Call now.').join('\n\n'))).join('\n');
    expect(told(28)).toContain('29 sentences are too few for SMOG, which needs 30');
    expect(told(29)).not.toContain('too few');
  });

  it('without a word has no grade, and is told so', () => {
    const measured = measureText(
      sampleText('en', '', { title: NAMELESS, summary: NAMELESS }),
      languageNamed('en'),
      GLOSSARY,
    );
    expect(formatReadability(measured)).toMatchInlineSnapshot(`
      [
        "There are no words to measure.",
      ]
    `);
  });
});

describe('a Spanish text', () => {
  it('is measured without words of another language', () => {
    const measured = measure('es', 'Diga hoy ([I have pain.](lang:en)). Llame al {{checkup.name}}.');
    if (measured.formula !== 'fernandez-huerta-and-inflesz') throw new Error(measured.formula);
    // By hand: test | di-ga hoy | lla-me al: 5 words, 7 syllables, 3 sentences.
    expect(measured.ease?.szigriszt).toBeCloseTo(206.835 - 62.3 * (7 / 5) - 5 / 3, 10);
    expect(formatReadability(measured)).toMatchInlineSnapshot(`
      [
        "Fernández Huerta: 121.1 (more is easier).",
        "INFLESZ: 117.9, very easy (for patients 65 or more).",
        "10 words in 3 sentences: 3.3 on average.",
        "The longest has 5: es.md:3",
      ]
    `);
  });
});

describe('a text in another language', () => {
  it('has no grade, only the lengths of its sentences', () => {
    const measured = measure('hi', 'खून की जाँच। पूछें।');
    expect(Object.keys(measured).sort()).toEqual(['file', 'formula', 'locale', 'sentences']);
    expect(formatReadability(measured)).toMatchInlineSnapshot(`
      [
        "No formula is known to be valid for this language, so there is no grade: ask readers.",
        "5 words in 3 sentences: 1.7 on average.",
        "The longest has 3: hi.md:3",
      ]
    `);
  });

  it('cannot be given one', () => {
    const measured = measure('ru', 'Да.');
    if (measured.formula !== 'none') throw new Error(measured.formula);
    // @ts-expect-error the type has no grades for it
    const graded: typeof measured = { ...measured, grades: { fleschKincaid: 3, smog: 3 } };
    expect(graded.formula).toBe('none');
  });

  it('is measured by paragraphs and items where its script has no full stop', () => {
    const measured = measure('th', 'ผลตรวจเลือดปกติ ให้ถาม');
    expect(measured.sentences).toMatchObject({ unit: 'block', count: 2 });
    expect(formatReadability(measured).join('\n')).toContain('(its script has no full stop)');
  });
});

describe('any text in any language', () => {
  it('can be measured, and gives no number that is none', () => {
    const languages = ['en', 'es', 'th', 'zh-Hans', 'hmn', 'ar', 'km'].map(languageNamed);
    const empty = sampleText('en', '');
    fc.assert(
      fc.property(fc.constantFrom(...languages), fc.string({ unit: 'grapheme' }), (language, words) => {
        const text = { html: '', text: words, own: words, line: 1 };
        const measured = measureText({ ...empty, title: text, summary: text }, language, GLOSSARY);
        expect(formatReadability(measured).join('\n')).not.toMatch(/NaN|Infinity|undefined/);
      }),
    );
  });
});
