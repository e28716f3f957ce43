import { formatPlace } from '../problem.ts';
import { type EnglishGrades, SMOG_SENTENCES } from './english-grades.ts';
import type { EnglishReadability, Readability, SpanishReadability } from './measure-text.ts';
import type { SentenceLengths } from './sentence-lengths.ts';
import { INFLESZ_TARGET } from './spanish-ease.ts';

/** Says in a few lines for staff how hard a text is to read: by its formulas, if it has any, and by its sentences. */
export function formatReadability(readability: Readability): string[] {
  const { sentences } = readability;
  if (sentences.words === 0) return ['There are no words to measure.'];
  return [...formatFormulas(readability), ...formatSentences(sentences)];
}

function formatFormulas(readability: Readability): string[] {
  switch (readability.formula) {
    case 'flesch-kincaid-and-smog':
      return formatEnglish(readability);
    case 'fernandez-huerta-and-inflesz':
      return formatSpanish(readability);
    case 'none':
      return ['No formula is known to be valid for this language, so there is no grade: ask readers.'];
  }
}

function formatEnglish({ grades, gradesWithoutTerms, sentences }: EnglishReadability): string[] {
  const line = (name: string, grade: keyof EnglishGrades): string =>
    `${name}: grade ${shown(gradesWithoutTerms?.[grade])} without the named terms, ${shown(grades?.[grade])} with them.`;
  const few = `  ${sentences.count} sentences are too few for SMOG, which needs ${SMOG_SENTENCES}: take it as a hint.`;
  return [
    line('Flesch-Kincaid', 'fleschKincaid'),
    line('SMOG', 'smog'),
    ...(sentences.count < SMOG_SENTENCES ? [few] : []),
  ];
}

function formatSpanish({ ease }: SpanishReadability): string[] {
  return [
    `Fernández Huerta: ${shown(ease?.fernandezHuerta)} (more is easier).`,
    `INFLESZ: ${shown(ease?.szigriszt)}${ease ? `, ${ease.band}` : ''} (for patients ${INFLESZ_TARGET} or more).`,
  ];
}

function formatSentences({ unit, count, words, average, longest }: SentenceLengths): string[] {
  const units = unit === 'sentence' ? 'sentences' : 'paragraphs and items (its script has no full stop)';
  const lines = [`${words} words in ${count} ${units}: ${shown(average)} on average.`];
  if (longest) lines.push(`The longest has ${longest.words}: ${formatPlace(longest.where)}`);
  return lines;
}

/** One digit after the point, as the formulas are not finer; a dash for a text without words. */
function shown(value: number | undefined): string {
  return value === undefined ? '–' : value.toFixed(1);
}
