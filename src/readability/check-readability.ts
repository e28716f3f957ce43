import type { Handout, HandoutText } from '../handout/handout.ts';
import type { Language } from '../i18n/languages.ts';
import { type Problem, warning } from '../problem.ts';
import type { Glossary } from '../translation/glossary.ts';
import { formulaOf, measureText, type Readability } from './measure-text.ts';
import { PLAIN_LANGUAGE_CHECKS } from './plain-language/plain-language-checks.ts';
import { readSentences } from './read-sentences.ts';
import { INFLESZ_TARGET } from './spanish-ease.ts';

/**
 * The highest school grade for patients in English, by Flesch-Kincaid and without the named terms: the American Medical
 * Association and HHS ask for grades 4 to 6.
 */
export const GRADE_TARGET = 6;

/** What readability is judged by, beside the texts. */
export interface ReadabilityGate {
  languages: readonly Language[];
  glossary: Pick<Glossary, 'terms'>;
}

/**
 * Everything about how the handouts read that an author should look at, as warnings. An English source is asked the
 * questions of plain language; every English and Spanish text must be as easy as patients need it. Of other languages
 * nothing is said: there is no formula for them.
 */
export function checkReadability(handouts: readonly Handout[], { languages, glossary }: ReadabilityGate): Problem[] {
  return handouts.flatMap(({ source, texts }) =>
    texts.flatMap((text) => {
      const language = languages.find(({ tag }) => tag === text.locale);
      if (!language) return [];
      return [
        ...checkTarget(measureText(text, language, glossary), text),
        ...(text.locale === source.locale ? checkPlainLanguage(text, language, glossary) : []),
      ];
    }),
  );
}

function checkPlainLanguage(text: HandoutText, language: Language, glossary: ReadabilityGate['glossary']): Problem[] {
  if (formulaOf(language.tag) !== 'flesch-kincaid-and-smog') return [];
  const source = { text, glossary, sentences: readSentences(text, language) };
  return PLAIN_LANGUAGE_CHECKS.flatMap((check) => check(source));
}

function checkTarget(readability: Readability, { file, title }: HandoutText): Problem[] {
  const where = { file, line: title.line };
  if (readability.formula === 'flesch-kincaid-and-smog') {
    const grade = readability.gradesWithoutTerms?.fleschKincaid ?? 0;
    if (grade <= GRADE_TARGET) return [];
    const what = `The text is at grade ${grade.toFixed(1)} (Flesch-Kincaid, without the named terms); patients need grade ${GRADE_TARGET} or below.`;
    return [warning(where, what, 'use shorter sentences and shorter words.')];
  }
  if (readability.formula === 'fernandez-huerta-and-inflesz') {
    const ease = readability.ease;
    if (!ease || ease.szigriszt >= INFLESZ_TARGET) return [];
    const what = `The text has ${ease.szigriszt.toFixed(1)} on the INFLESZ scale (${ease.band}); patients need ${INFLESZ_TARGET} or more.`;
    return [warning(where, what, 'use shorter sentences and shorter words.')];
  }
  return [];
}
