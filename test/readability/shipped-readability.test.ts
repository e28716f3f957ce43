import { describe, expect, it } from 'vitest';
import { formatProblem, sortProblems } from '../../src/problem.ts';
import { readContent } from '../../src/read-content.ts';
import { checkReadability, GRADE_TARGET } from '../../src/readability/check-readability.ts';
import { measureHandouts } from '../../src/readability/measure-handouts.ts';
import { INFLESZ_TARGET } from '../../src/readability/spanish-ease.ts';
import { fixtureSettings, PROJECT } from '../fixture-site.ts';

const { handouts, languages, glossary } = await readContent(await fixtureSettings(PROJECT));
const measured = measureHandouts(handouts, { languages, glossary });

describe.each(measured)('the shipped $handout in $language', ({ readability }) => {
  it('is as easy to read as patients need it, where a formula says so', () => {
    switch (readability.formula) {
      case 'flesch-kincaid-and-smog':
        // With the named terms too, though only the text without them has to be.
        expect(readability.gradesWithoutTerms?.fleschKincaid).toBeLessThanOrEqual(GRADE_TARGET);
        expect(readability.grades?.fleschKincaid).toBeLessThanOrEqual(GRADE_TARGET);
        break;
      case 'fernandez-huerta-and-inflesz':
        expect(readability.ease?.szigriszt).toBeGreaterThanOrEqual(INFLESZ_TARGET);
        break;
      case 'none':
        expect(readability).not.toHaveProperty('grades');
    }
  });

  it('has sentences that can be told apart', () => {
    // A script whose full stop was not known would give a few endless sentences.
    const { unit, average } = readability.sentences;
    expect(average).toBeGreaterThan(5);
    expect(average).toBeLessThan(unit === 'sentence' ? 15 : 20);
  });
});

describe('the warnings on the shipped English', () => {
  it('are few, and right', () => {
    const warnings = sortProblems(checkReadability(handouts, { languages, glossary }));
    expect(warnings.map((problem) => formatProblem(problem).split('\n  To mend it')[0])).toMatchInlineSnapshot(`
      [
        "warning content/handouts/calciphylaxis-visit/en.md:3
        A sentence of 29 words: "Use this sheet if you or your doctor …".",
        "warning content/handouts/calciphylaxis-visit/en.md:36
        A sentence of 24 words: "A sore with a black or brown crust, …".",
        "warning content/handouts/calciphylaxis-visit/en.md:56
        "taken" is passive here: "Biopsy: A small piece of skin is taken."",
        "warning content/handouts/calciphylaxis-visit/en.md:68
        A sentence of 25 words: "Be sure to list blood thinners (such as …".",
        "warning content/handouts/calciphylaxis/en.md:50
        A sentence of 21 words: "Calcium in the blood settles in the walls …".",
        "warning content/handouts/calciphylaxis/en.md:78
        A sentence of 28 words: "Some medicines may raise the risk: warfarin (a …".",
        "warning content/handouts/free-screening/en.md:49
        A sentence of 25 words: "You have no health insurance, or it does …".",
        "warning content/handouts/free-screening/en.md:70
        "calciphylaxis" is not explained where it first stands.",
      ]
    `);
  });
});
