import type { HandoutText } from '../handout/handout.ts';
import type { Language } from '../i18n/languages.ts';
import type { Glossary } from '../translation/glossary.ts';
import { type EnglishGrades, gradeEnglish } from './english-grades.ts';
import { createTermRemover } from './named-terms.ts';
import { hasFullStops, readSentences } from './read-sentences.ts';
import { measureSentences, type SentenceLengths } from './sentence-lengths.ts';
import { scoreSpanish, type SpanishEase } from './spanish-ease.ts';
import { splitWords } from './split-words.ts';

/** What every text is measured by. */
interface Measured {
  locale: string;
  file: string;
  sentences: SentenceLengths;
}

/** How hard an English text is to read. */
export interface EnglishReadability extends Measured {
  formula: 'flesch-kincaid-and-smog';
  /** Of all its words; missing in a text without words. */
  grades?: EnglishGrades;
  /** Without the named terms; missing in a text that has no other words. */
  gradesWithoutTerms?: EnglishGrades;
}

/** How hard a Spanish text is to read. */
export interface SpanishReadability extends Measured {
  formula: 'fernandez-huerta-and-inflesz';
  /** Missing in a text without words. */
  ease?: SpanishEase;
}

/**
 * A text of any other language: no formula was found that is valid for what patients read in it, and one made for another
 * language would give a number that means nothing. So it has no grade, and cannot be given one.
 */
export interface UngradedReadability extends Measured {
  formula: 'none';
  grades?: never;
  ease?: never;
}

/** What can be said of how hard a text is to read, by the formulas of its language. */
export type Readability = EnglishReadability | SpanishReadability | UngradedReadability;

/** The formulas of a language, by its tag without script and region. */
const FORMULAS: Record<string, Exclude<Readability['formula'], 'none'>> = {
  en: 'flesch-kincaid-and-smog',
  es: 'fernandez-huerta-and-inflesz',
};

/** What the formulas of a language are; `none` for most. */
export function formulaOf(locale: string): Readability['formula'] {
  return FORMULAS[locale.split('-')[0] ?? ''] ?? 'none';
}

/**
 * Measures a text of a handout, from its title on.
 * @param glossary its terms are the named terms that English is graded without
 */
export function measureText(
  text: HandoutText,
  language: Pick<Language, 'tag' | 'script'>,
  glossary: Pick<Glossary, 'terms'>,
): Readability {
  const shown = readSentences(text, language);
  const unit = hasFullStops(language) ? 'sentence' : 'block';
  const measured: Measured = { locale: language.tag, file: text.file, sentences: measureSentences(shown, unit) };
  const formula = formulaOf(language.tag);
  if (formula === 'flesch-kincaid-and-smog') {
    const removeTerms = createTermRemover(glossary);
    const grades = gradeEnglish(shown.map(({ words }) => words));
    const gradesWithoutTerms = gradeEnglish(shown.map((one) => splitWords(removeTerms(one.text), language.tag)));
    return { ...measured, formula, grades, gradesWithoutTerms };
  }
  if (formula === 'fernandez-huerta-and-inflesz') {
    return { ...measured, formula, ease: scoreSpanish(readSentences(text, language, 'own').map(({ words }) => words)) };
  }
  return { ...measured, formula };
}
