import { SMOG_SENTENCES } from './english-grades.ts';
import type { MeasuredText } from './measure-handouts.ts';
import type { Readability } from './measure-text.ts';
import type { SentenceLengths } from './sentence-lengths.ts';

/** Why most languages have none; said once. */
const NO_GRADE = 'No grade: no formula was found that is valid for texts for patients in that language. Ask readers.';

/**
 * A table for the terminal: each handout with a row for each language.
 *
 *     calciphylaxis
 *       English  grade 2.2 (4.4 with the named terms), SMOG 6.3 (8.1)  8.1 words a sentence; the longest 28, line 78
 *       Hindi    no grade                                              10.2 words a sentence; the longest 37, line 73
 */
export function readabilityTable(measured: readonly MeasuredText[]): string[] {
  const rows = measured.map(({ handout, language, readability }) => {
    return { handout, cells: [language, howHard(readability), sentenceWords(readability.sentences)] };
  });
  const widthOf = (column: number): number =>
    rows.reduce((most, { cells }) => Math.max(most, cells[column]?.length ?? 0), 0);
  const [first, second] = [widthOf(0), widthOf(1)];
  const isUngraded = measured.some(({ readability }) => readability.formula === 'none');
  return [
    ...rows.flatMap(({ handout, cells: [language = '', hard = '', words = ''] }, index) => [
      ...(rows[index - 1]?.handout === handout ? [] : [...(index > 0 ? [''] : []), handout]),
      `  ${language.padEnd(first)}  ${hard.padEnd(second)}  ${words}`,
    ]),
    ...(isUngraded ? ['', NO_GRADE] : []),
  ];
}

function howHard(readability: Readability): string {
  if (readability.sentences.words === 0) return 'no words';
  switch (readability.formula) {
    case 'flesch-kincaid-and-smog': {
      const { grades, gradesWithoutTerms: without, sentences } = readability;
      const few = sentences.count < SMOG_SENTENCES ? `, of ${sentences.count} sentences only` : '';
      return `grade ${shown(without?.fleschKincaid)} (${shown(grades?.fleschKincaid)} with the named terms), SMOG ${shown(without?.smog)} (${shown(grades?.smog)})${few}`;
    }
    case 'fernandez-huerta-and-inflesz': {
      const { ease } = readability;
      return `INFLESZ ${shown(ease?.szigriszt)}, ${ease?.band ?? ''}; Fernández Huerta ${shown(ease?.fernandezHuerta)}`;
    }
    case 'none':
      return 'no grade';
  }
}

function sentenceWords({ unit, average, longest }: SentenceLengths): string {
  const each = unit === 'sentence' ? 'sentence' : 'paragraph or item (no full stops)';
  return longest ? `${shown(average)} words a ${each}; the longest ${longest.words}, line ${longest.where.line}` : '';
}

/** A dash where there was nothing to measure. */
function shown(value: number | undefined): string {
  return value === undefined ? '–' : value.toFixed(1);
}
