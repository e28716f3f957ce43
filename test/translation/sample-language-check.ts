import { formatProblem } from '../../src/problem.ts';
import { checkLanguage } from '../../src/translation/check-language.ts';
import { languageNamed } from '../language-named.ts';
import { samplePair } from './sample-pair.ts';

// Reading the language list for each of some thousand texts would be most of the time of these tests.
const languages = new Map<string, ReturnType<typeof languageNamed>>();

/** What an author is told of the language of a translated section. */
export function languageProblems(locale: string, source: string, translated: string): string {
  const language = languages.get(locale) ?? languageNamed(locale);
  languages.set(locale, language);
  return checkLanguage([samplePair(locale, source, translated)], [language])
    .map(formatProblem)
    .join('\n');
}
