import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HandoutText } from '../../src/handout/handout.ts';
import { formatProblem } from '../../src/problem.ts';
import { checkReadability } from '../../src/readability/check-readability.ts';
import { measureHandouts } from '../../src/readability/measure-handouts.ts';
import { readabilityTable } from '../../src/readability/readability-table.ts';
import { languageNamed } from '../language-named.ts';
import { sampleGlossary } from '../translation/sample-glossary.ts';
import { sampleHandout, sampleText } from '../translation/sample-handout.ts';

const GATE = {
  languages: ['en', 'es', 'hi', 'th'].map(languageNamed),
  glossary: await sampleGlossary('terms:\n  nephrology: { source: [nephrologist], translations: {} }\n'),
};
const HEADS = {
  title: { html: '', text: 'What to do', own: 'What to do', line: 2 },
  summary: { html: '', text: 'Qué hacer.', own: 'Qué hacer.', line: 3 },
};
const EASY = `## Act {#act}

- ![](../../pictures/fever.svg) Call your nurse.
- Ask for help.`;
const text = (locale: string, body: string, change: Partial<HandoutText> = {}): HandoutText =>
  sampleText(locale, body, { ...HEADS, ...change });
const check = (source: HandoutText, translation: HandoutText): string =>
  checkReadability([sampleHandout(source, translation)], GATE)
    .map(formatProblem)
    .join('\n');

describe('a handout', () => {
  it('that is easy to read has no warning', () => {
    expect(check(text('en', EASY), text('es', '## Haga {#act}\n\nLlame hoy.'))).toBe('');
  });

  it('is warned of an English grade above six', () => {
    const hard = `${EASY}\n\nImmediately communicate unexpected complications.`;
    expect(check(text('en', hard), text('hi', '## क {#act}'))).toMatchInlineSnapshot(`
      "warning en.md:2
        The text is at grade 7.6 (Flesch-Kincaid, without the named terms); patients need grade 6 or below.
        To mend it: use shorter sentences and shorter words."
    `);
  });

  it('is not graded by the terms that it cannot do without', () => {
    const terms = `${EASY}\n- Nephrologist, nephrologist, nephrologist, nephrologist, nephrologist.`;
    expect(check(text('en', terms), text('hi', '## क {#act}'))).toBe('');
  });

  it('is warned of Spanish that is hard for patients, in its own file', () => {
    const hard = '## Comunicaciones {#act}\n\nComuníquese inmediatamente telefónicamente.';
    expect(check(text('en', EASY), text('es', hard))).toMatchInlineSnapshot(`
      "warning es.md:2
        The text has -3.1 on the INFLESZ scale (very hard); patients need 65 or more.
        To mend it: use shorter sentences and shorter words."
    `);
  });

  it('is asked the questions of plain language in the English of its source only', () => {
    const plain = '## What it is {#what}\n\nSores form.';
    const asked = 'The handout has no picture.';
    expect(check(text('en', plain), text('hi', '## क {#act}'))).toContain(asked);
    expect(check(text('hi', '## क {#act}'), text('en', plain))).not.toContain(asked);
    expect(check(text('es', '## Qué es {#what}\n\nEs así.'), text('hi', '## क {#act}'))).toBe('');
  });

  it('has no warning in a language without a formula, however long its sentences are', () => {
    expect(check(text('en', EASY), text('hi', `## क {#act}\n\n${'दर्द '.repeat(90)}।`))).toBe('');
  });
});

describe('any English text', () => {
  const PIECES = [
    '(',
    ')',
    '“',
    '. ',
    ', ',
    ': ',
    ' – ',
    '5%',
    '1 in 10',
    'is taken',
    'add up',
    'Dr. ',
    'nephrologist',
    'If',
    '?',
  ];

  it('can be asked all questions, and is only ever warned, of its own lines', () => {
    const pieces = fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme' }));
    const empty = text('en', EASY);
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (all) => {
        const words = all.join(' ');
        const block = { kind: 'paragraph' as const, text: words, own: words, line: 4 };
        const sections = empty.sections.map((section) => ({ ...section, blocks: [block] }));
        const source = { ...empty, sections };
        for (const { level, where } of checkReadability(
          [{ ...sampleHandout(source, source), texts: [source] }],
          GATE,
        )) {
          expect(level).toBe('warning');
          expect([1, 2, 3, 4]).toContain(where.line);
        }
      }),
    );
  });
});

describe('the table of readability', () => {
  it('has a row for each language, and says once why most have no grade', () => {
    const measured = measureHandouts(
      [
        sampleHandout(text('en', EASY), text('hi', '## क {#act}\n\nखून की जाँच।')),
        { ...sampleHandout(text('en', EASY), text('th', '## ก {#act}\n\nผลตรวจเลือด')), id: 'other' },
        { ...sampleHandout(text('en', EASY), text('es', '## Haga {#act}\n\nLlame hoy.')), id: 'third' },
      ],
      GATE,
    );
    expect(readabilityTable(measured)).toMatchInlineSnapshot(`
      [
        "sample",
        "  English  grade -1.9 (-1.9 with the named terms), SMOG 3.1 (3.1), of 5 sentences only  2.4 words a sentence; the longest 3, line 2",
        "  Hindi    no grade                                                                     2.3 words a sentence; the longest 3, line 2",
        "",
        "other",
        "  English  grade -1.9 (-1.9 with the named terms), SMOG 3.1 (3.1), of 5 sentences only  2.4 words a sentence; the longest 3, line 2",
        "  Thai     no grade                                                                     2.3 words a paragraph or item (no full stops); the longest 3, line 2",
        "",
        "third",
        "  English  grade -1.9 (-1.9 with the named terms), SMOG 3.1 (3.1), of 5 sentences only  2.4 words a sentence; the longest 3, line 2",
        "  Spanish  INFLESZ 119.2, very easy; Fernández Huerta 122.3                             2.0 words a sentence; the longest 3, line 2",
        "",
        "No grade: no formula was found that is valid for texts for patients in that language. Ask readers.",
      ]
    `);
  });

  it('says of few sentences that SMOG is only a hint, and of many nothing', () => {
    const rows = (items: number) =>
      readabilityTable(
        measureHandouts(
          [sampleHandout(text('en', `## Act {#act}\n\n${'- Call us.\n'.repeat(items)}`), text('hi', '## क {#act}'))],
          GATE,
        ),
      ).join('\n');
    expect(rows(3)).toContain('sentences only');
    expect(rows(40)).not.toContain('sentences only');
  });
});
